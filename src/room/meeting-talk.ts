import { MeetError } from '../errors.js';
import type { SendFileOptions } from '../files/files.js';
import type { CallLater } from './call-later.js';
import { MeetingTrust } from './meeting-trust.js';
import type { Messaging } from './messaging.js';
import type { Message, Transfer } from './types.js';

/** To whom data goes, all without; and what it is about, for who listens. */
export interface SendDataOptions {
  readonly to?: string | readonly string[];
  readonly topic?: string;
}

/** What one says and sends in a meeting. */
export abstract class MeetingTalk extends MeetingTrust {
  protected abstract readonly later: CallLater;
  protected abstract readonly report: (error: MeetError) => void;

  /** The chat of this call, or of the last one, oldest first; the same list until something of it changes. */
  get messages(): readonly Message[] {
    return this.store.$messages.get();
  }

  /**
   * Sends a message to everybody in the room, trimmed. Resolves to it as soon as it is on its way or waits for one; what becomes of it
   * its state tells (`pm-message`).
   * @throws {MeetError} `not-joined`; `message-invalid` for an empty one, or more than 3,000 UTF-16 units; `rate-limited`: a thousand were not sent; `internal`
   */
  async sendMessage(text: string): Promise<Message> {
    return (await this.messaging()).chat.send(text);
  }

  /**
   * Says something to this page in the browsers of the others, where it is a `pm-data`: what JSON can say, 60 KiB at most, to each in
   * order and once, never shown, and only to ours. `to`: an id, or some; everybody without. Resolves once it is on its way, or waits for
   * a connection.
   * @throws {MeetError} `not-joined`; `message-invalid`; `rate-limited`: more than 100 a second; `internal`
   */
  async sendData(data: unknown, { to, topic = '' }: SendDataOptions = {}): Promise<void> {
    const ids = typeof to === 'string' ? [to] : to;
    (await this.messaging()).data.send(data, ids, topic);
  }

  /** What is said goes to the call in which it was said. @throws {MeetError} `not-joined`, `internal` */
  protected async messaging(): Promise<Messaging> {
    this.requireJoined();
    const call = this.store.$joinedAt.get();
    const messaging = await this.later.messaging();
    if (this.store.$joinedAt.get() !== call) throw new MeetError('not-joined', 'that call is over');
    return messaging;
  }

  /** Sends one that was not sent to who has not got it; of another, nothing happens. */
  retryMessage(id: string): void {
    this.later.chat?.retry(id);
  }

  /** Takes one that was not sent out of the list. */
  dropMessage(id: string): void {
    this.later.chat?.drop(id);
  }

  /** Says whether we write something just now; to be said again while that goes on. */
  setTyping(typing: boolean): void {
    this.later.chat?.setTyping(typing);
  }

  /** All messages there are were seen: `unread` counts from here. */
  readMessages(): void {
    this.store.$unread.set(0);
  }

  /** Whether messages may go to people with an app that is not ours, sealed under the room's name alone (`olderApps`). */
  answerOlderApps(allow: boolean): void {
    this.later.chat?.answerOlderApps(allow);
  }

  /** Files of this call, or of the last one, oldest first; the same list until something of it changes. */
  get transfers(): readonly Transfer[] {
    return this.store.$transfers.get();
  }

  /**
   * Sends a file to everybody in the room, or to those named. Resolves to a transfer for each of them as soon as they are on their way or
   * wait; what becomes of them their states tell (`pm-file`, `pm-file-progress`). Where and with what a picture was taken is taken out of
   * JPEG, PNG and WebP unless `keepMetadata`; one from which it can't be taken is refused. Apps that are not ours take images alone.
   * @throws {MeetError} `not-joined`; `file-rejected`: more than 4 GiB, or nobody there can take it; `file-failed`: it can't be read; `internal`
   */
  async sendFile(file: File, options?: SendFileOptions): Promise<readonly Transfer[]> {
    const { files } = await this.messaging();
    return files.send(file, options).catch((error: unknown) => {
      if (error instanceof MeetError) this.report(error);
      throw error;
    });
  }

  /** Takes a file that is offered; call it in a click or key press, so that browsers that ask where to put it can. */
  async acceptFile(id: string): Promise<void> {
    await this.later.files?.accept(id);
  }

  /** Refuses a file that is offered. */
  declineFile(id: string): void {
    this.later.files?.decline(id);
  }

  /** Ends a transfer, of ours or to us. */
  cancelTransfer(id: string): void {
    this.later.files?.cancel(id);
  }

  protected requireJoined(): void {
    if (!this.isIn) throw new MeetError('not-joined', 'this needs a meeting that has been joined');
  }
}
