import { MeetError } from '../errors.js';
import { parseChatWord, serializeChatWord } from '../protocol/chat-word.js';
import { LIMITS } from '../protocol/limits.js';
import type { ChatMessage } from '../protocol/messages.js';
import { messageText } from '../protocol/shape.js';
import { REAL_TIME, type Time } from '../signaling/time.js';
import { ChatLog } from './chat-log.js';
import { Confirmations } from './confirmations.js';
import type { CipherRoom } from './cipher.js';
import type { Message, OlderApps } from './message.js';
import { OlderAppsChat } from './older-apps.js';
import { Outbox, type Receiver } from './outbox.js';
import { Rate } from '../signaling/rate.js';
import { Typing } from './typing.js';

/** Sealed messages that are kept until the passphrase is there. */
const MOST_SEALED = 200;
/** Messages of one person, at once and a second. What ours say beyond that is confirmed later; of a deployed client it is not taken. */
const RATE = { burst: 30, perSecond: 5 };
/** What the chat needs of the call, and tells it. */
export interface ChatLinks {
  readonly self: () => { readonly id: string; readonly name: string } | undefined;
  readonly at: () => CipherRoom;
  /** The others, by id. */
  readonly receivers: () => ReadonlyMap<string, Receiver>;
  /** Says a word to one of ours; false while there is no way to them. */
  readonly say: (to: string, word: string) => boolean;
  /** Whether the room has us, as far as the server tells. */
  readonly isOnline: () => boolean;
  /** Says a message to the whole room by way of the server, as it goes on the wire. */
  readonly relay: (wire: string, id: string) => void;
  /** Tells deployed clients that we write, or no longer. */
  readonly relayTyping: (typing: boolean) => void;
  readonly onMessages: (all: readonly Message[]) => void;
  readonly onMessage: (message: Message) => void;
  /** Somebody else's came in. */
  readonly onReceived: () => void;
  readonly onTyping: (ids: readonly string[]) => void;
  readonly onOlderApps: (state: OlderApps) => void;
  readonly onError: (error: MeetError) => void;
}

/** The chat of one call: between ours over data channels, with deployed clients by way of the server. */
export class Chat {
  readonly #log: ChatLog;
  readonly #outbox: Outbox;
  readonly #older: OlderAppsChat;
  readonly #typing: Typing;
  readonly #rate: Rate;
  readonly #confirmations: Confirmations;
  /** What did not open, by the message's id. */
  readonly #sealed = new Map<string, { readonly from: string; readonly wire: string }>();
  /** What comes by the server is opened one after another, so that it stays in order. */
  #opening: Promise<void> = Promise.resolve();
  #wasOnline = true;
  /** Counts calls: what is being opened for one is not shown in the next. */
  #call = 0;

  constructor(
    private readonly links: ChatLinks,
    time: Time = REAL_TIME,
  ) {
    this.#rate = new Rate(RATE, time);
    const there = { isThere: (id: string) => links.receivers().has(id), say: links.say };
    this.#confirmations = new Confirmations(there, this.#rate, time);
    const onDropped = (id: string) => {
      this.#outbox.drop(id);
      this.#older.forget(id);
      this.#sealed.delete(id);
    };
    this.#log = new ChatLog({ onChange: links.onMessages, onMessage: links.onMessage, onDropped });
    const older = {
      at: links.at,
      self: () => links.self()?.id,
      areThere: () => [...links.receivers().values()].some(({ kind }) => kind === 'deployed'),
      mayBeThere: () => !links.isOnline() || [...links.receivers().values()].some(({ kind }) => kind === 'unknown'),
      isOnline: links.isOnline,
      relay: links.relay,
      onChange: () => {
        links.onOlderApps(this.#older.state);
        this.#outbox.flush();
      },
    };
    this.#older = new OlderAppsChat(older, time);
    this.#outbox = new Outbox(
      {
        receivers: links.receivers,
        say: links.say,
        isOnline: links.isOnline,
        relayed: (id) => this.#older.relayed(id),
        onLook: () => {
          this.#older.flush();
        },
        onChange: (id, changes) => {
          this.#log.change(id, changes);
        },
      },
      time,
    );
    this.#typing = new Typing({ say: this.#sayTyping, onChange: links.onTyping }, time);
  }

  /** A call begins: of the last one nothing is left. */
  begin(): void {
    this.#call += 1;
    this.#log.clear();
    this.#sealed.clear();
    this.#older.answer(undefined);
  }

  /** @throws {MeetError} `message-invalid`; `rate-limited`: a thousand were not sent */
  send(text: string): Message {
    const self = this.links.self();
    const clean = messageText(text);
    if (!self) throw new MeetError('not-joined', 'there is nobody to be yet');
    if (clean === undefined)
      throw new MeetError('message-invalid', `a message has 1 to ${String(LIMITS.message)} UTF-16 units`);
    if (this.#older.state !== 'none' && this.#older.state !== 'left-out' && !this.#older.fits(clean))
      throw new MeetError('message-invalid', 'an app that is not ours takes 3683 bytes of UTF-8 at most');
    if (this.#log.isFull) throw new MeetError('rate-limited', 'too many messages wait to be sent', { retryAfter: 0 });
    this.#typing.set(false);
    const id = crypto.randomUUID();
    const { id: selfId, name } = self;
    const from = { id: selfId, name };
    const message = { id, from, own: true, text: clean, at: new Date(), state: 'queued', waitingFor: [] } as const;
    this.#log.add(message);
    this.#older.send(id, clean);
    this.#outbox.send(id, clean);
    return this.#log.get(id) ?? message;
  }

  /** Sends one that was not sent to who has not got it. */
  retry(id: string): void {
    const message = this.#log.get(id);
    if (message?.state !== 'failed') return;
    this.#older.retry(id, message.text);
    this.#outbox.retry(id);
  }

  /** Takes one that was not sent out of the list. */
  drop(id: string): void {
    if (this.#log.get(id)?.state !== 'failed') return;
    this.#outbox.drop(id);
    this.#older.forget(id);
    this.#log.remove(id);
  }

  setTyping(typing: boolean): void {
    this.#typing.set(typing);
  }

  answerOlderApps(allow: boolean): void {
    this.#older.answer(allow);
  }

  /** What sealed messages wait for, and what goes under it from now on. */
  setPassphrase(passphrase: string): void {
    this.#older.setPassphrase(passphrase);
    for (const [id, { from, wire }] of this.#sealed) this.#open(from, wire, id);
  }

  /** Somebody came, went, became known, or is connected; or the room has us again, or not. */
  follow(): void {
    const isOnline = this.links.isOnline();
    if (isOnline !== this.#wasOnline) {
      this.#wasOnline = isOnline;
      if (isOnline) this.#outbox.handleOnline();
      else this.#older.handleDown();
    }
    this.#typing.keep(this.links.receivers());
    this.#older.flush();
    if (this.#older.state !== 'none') this.#older.warm();
  }

  /** There is a way to somebody now. */
  handleReady(id: string): void {
    this.#confirmations.flush(id);
    this.#outbox.flush();
  }

  /** The way to somebody is gone, and may be there again: what they are not told has come they say again. */
  handleLost(id: string): void {
    this.#outbox.handleLost(id);
    this.#outbox.flush();
  }

  /** A word of one of ours. */
  hear(id: string, data: unknown): void {
    const word = parseChatWord(data);
    const from = this.links.receivers().get(id);
    if (!word || !from) return;
    if (word.kind === 'got') this.#outbox.handleGot(id, word.id);
    else if (word.kind === 'typing') this.#typing.hear(id, word.typing, 'ours');
    else this.#take(from, word);
  }

  /** What somebody said to the whole room by way of the server, or what we did. */
  hearRoom(message: ChatMessage): void {
    const { from } = message;
    if (from === this.links.self()?.id) {
      if (message.type === 'chat.message' && message.id !== undefined) this.#older.handleEcho(message.id);
      return;
    }
    const receiver = this.links.receivers().get(from);
    if (!receiver) return;
    // One of ours says it to us as well, where the server cannot have made it up.
    if (receiver.kind === 'ours') return;
    if (message.type === 'chat.typing') this.#typing.hear(from, message.typing, 'deployed');
    else if (message.id === undefined && this.#rate.admits(from)) {
      this.#typing.hear(from, false, 'deployed');
      this.#open(from, message.text);
    }
  }

  end(): void {
    this.#call += 1;
    this.#confirmations.end();
    this.#typing.end();
    this.#older.end();
    this.#outbox.end();
  }

  #take(from: Receiver, { id, text }: { readonly id: string; readonly text: string }): void {
    if (!this.#confirmations.admits(from.id)) return;
    this.#typing.hear(from.id, false, 'ours');
    if (this.#log.admit(from.id, id)) this.#receive(from, text);
    this.#confirmations.owe(from.id, id);
  }

  /** `known`: the id of the message that it is of already. */
  #open(from: string, wire: string, known?: string): void {
    const { name } = this.links.receivers().get(from) ?? { name: '' };
    const call = this.#call;
    this.#opening = this.#opening.then(async () => {
      if (call !== this.#call) return;
      const opened = await this.#older.open(wire, from).catch(() => ({ text: undefined, why: 'malformed' as const }));
      if (call !== this.#call) return;
      const text = messageText(opened.text, 2 * LIMITS.wireMessage);
      if (text !== undefined) {
        if (known === undefined) this.#receive({ id: from, name }, text);
        else if (this.#sealed.delete(known)) this.#log.change(known, { text, state: 'received' });
      } else if (known === undefined && !(opened.text !== undefined)) {
        const why = opened.why;
        const id = this.#receive({ id: from, name }, '', why);
        if (why === 'other-passphrase') this.#keep(id, from, wire);
        this.links.onError(new MeetError('message-undecryptable', `a message is protected: ${why}`, { peer: from }));
      }
    });
  }

  #keep(id: string, from: string, wire: string): void {
    this.#sealed.set(id, { from, wire });
    const [oldest] = this.#sealed.keys();
    if (this.#sealed.size > MOST_SEALED && oldest !== undefined) this.#sealed.delete(oldest);
  }

  #receive({ id: from, name }: Pick<Receiver, 'id' | 'name'>, text: string, why?: Message['why']): string {
    const id = crypto.randomUUID();
    const state = why ? 'protected' : 'received';
    this.#log.add({
      id,
      from: { id: from, name },
      own: false,
      text,
      at: new Date(),
      state,
      waitingFor: [],
      ...(why ? { why } : {}),
    });
    this.links.onReceived();
    return id;
  }

  readonly #sayTyping = (typing: boolean): void => {
    const word = serializeChatWord({ kind: 'typing', typing });
    for (const { id, kind } of this.links.receivers().values()) if (kind === 'ours') this.links.say(id, word);
    if (this.#older.state === 'passphrase' || this.#older.state === 'room-name') this.links.relayTyping(typing);
  };
}
