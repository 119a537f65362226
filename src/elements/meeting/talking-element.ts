import type { SendFileOptions } from '../../files/files.js';
import type { SendDataOptions } from '../../room/meeting-talk.js';
import type { Message, Transfer } from '../../room/types.js';
import { NONE } from './meeting-host.js';
import { SafetyElement } from './safety-element.js';

/** What a page says and sends by `<private-meet>`. */
export abstract class TalkingElement extends SafetyElement {
  /** The chat of this call, or of the last one, oldest first. */
  get messages(): readonly Message[] {
    return this.talk.facts?.messages ?? NONE;
  }

  /** Files of this call, or of the last one, oldest first. */
  get transfers(): readonly Transfer[] {
    return this.talk.facts?.transfers ?? NONE;
  }

  /** Sends a message to everybody in the room; resolves to it once it is on its way, or waits for one. @throws MeetError */
  async sendMessage(text: string): Promise<Message> {
    return this.talk.current().sendMessage(text);
  }

  /** Says something (JSON, 60 KiB) to this page in the others' browsers: a `pm-data` there, in order, never shown. @throws MeetError */
  async sendData(data: unknown, options?: SendDataOptions): Promise<void> {
    await this.talk.current().sendData(data, options);
  }

  /**
   * Sends a file to everybody in the room, or to those of the ids in `to`; resolves to a transfer for each of them. Pictures lose what they
   * say of where they were taken, unless `keepMetadata`. @throws MeetError
   */
  async sendFile(file: File, options?: SendFileOptions): Promise<readonly Transfer[]> {
    return this.talk.current().sendFile(file, options);
  }

  /** Takes a file that is offered; call it in a gesture, so that browsers that ask where to put it can. */
  async acceptFile(id: string): Promise<void> {
    await this.talk.meeting?.acceptFile(id);
  }

  /** Refuses a file that is offered. */
  declineFile(id: string): void {
    this.talk.meeting?.declineFile(id);
  }

  /** Ends the transfer of a file, sent or received. */
  cancelTransfer(id: string): void {
    this.talk.meeting?.cancelTransfer(id);
  }
}
