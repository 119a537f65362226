import type { Chat } from '../chat/chat.js';
import { MeetError } from '../errors.js';
import type { Files } from '../files/files.js';
import type { ChatMessage, HouseWord } from '../protocol/messages.js';
import { isEmoji } from '../protocol/reaction.js';
import type { Shown } from '../protocol/shown.js';
import { whenHere } from '../signaling/when-here.js';
import type { CallWatch, CallWatchSource } from './call-watch.js';
import { $callParts } from './late-call.js';
import { MeetErrorEvent } from './events.js';
import { LaterFetch } from './later-fetch.js';
import { loadLater } from './load-later.js';
import type { Messaging, MessagingSource } from './messaging.js';
import type { Reactions } from './reactions.js';
import type { RoomStore } from './room-store.js';
import type { Peer } from './types.js';
import type { Watching } from './watching.js';

/** Tries to fetch it that may fail before the page is told: one may be a network that just changed. */
const TOLD = 2;

/** Words of the chat that wait for it at most, of each peer and of each channel. */
const EARLY_WORDS = 64;
/** Channels of one peer that do. */
const EARLY_CHANNELS = 4;
/** Bytes of each channel: a deployed client may send a picture. */
const EARLY_BYTES = 16_777_216;

/** Reactions that wait for that part at most: none of what was pressed again and again. */
const EARLY = 3;

export interface CallLaterSource extends Omit<CallWatchSource, 'mesh'>, MessagingSource {}

/** What of a call comes later: fetches it once the call goes on, and has it do its work from then on. */
export class CallLater {
  readonly #fetch: LaterFetch;
  /** Whether the page was told in this call that it does not come. */
  #isTold = false;
  #watch: CallWatch | undefined;
  #watching: Watching | undefined;
  #reactions: Reactions | undefined;
  #messaging: Messaging | undefined;
  /** What waits for it. */
  #unheard: { readonly kind: string; readonly use: (messaging: Messaging) => void }[] = [];
  /** Reactions of ours that wait for it. */
  #early: string[] = [];
  /** What a view told last. */
  #shown: ReadonlyMap<string, Shown> | undefined;
  #unwait: (() => void) | undefined;

  constructor(
    private readonly store: RoomStore,
    private readonly source: CallLaterSource,
  ) {
    this.#fetch = new LaterFetch(loadLater, (isHere, cause, tries = 0) => {
      if (isHere || tries < TOLD || this.#isTold || store.$joinedAt.get() === undefined) return;
      this.#isTold = true;
      const message = 'what looks after connections that are up could not be loaded: one that breaks may not come back';
      source.dispatch(new MeetErrorEvent(new MeetError('internal', message, { cause })));
    });
  }

  /** It is wanted now. */
  ask(): void {
    this.#fetch.ask();
  }

  /** It is wanted as soon as the page is at rest. */
  rest(): void {
    this.#fetch.atRest(true);
  }

  /** The room has taken us in. */
  begin(): void {
    this.#isTold = false;
    this.#fetch.atRest(false);
    if (this.store.$saving.get() === 'video-off') this.ask(); // what is not to come is not sent then
    this.#unwait = whenHere($callParts, ({ callWatch, watching, reactions, messaging }) => {
      this.#watch ??= callWatch(this.store, this.source);
      this.#watch.start();
      this.#watching ??= watching(this.store, this.source.mesh);
      this.#watching.show(this.#shown);
      this.#reactions ??= reactions(this.store, this.source.dispatch);
      this.#messaging ??= messaging(this.store, this.source);
      this.#messaging.begin();
      for (const { use } of this.#unheard.splice(0)) use(this.#messaging);
      for (const emoji of this.#early.splice(0)) this.react(emoji);
    });
  }

  /** Others came, went, or are another way: once one of them is connected the rest may come. */
  follow(peers: ReadonlyMap<string, Peer>): void {
    this.#fetch.atRest([...peers.values()].some(({ state }) => state === 'connected'));
    this.#messaging?.follow();
  }

  /** The call is over. */
  end(): void {
    this.#unwait?.();
    this.#watch?.stop();
    this.#reactions?.clear();
    this.#messaging?.end();
    this.#early = [];
    this.#unheard = [];
    this.#fetch.stop();
  }

  /** What a view shows of each; `undefined`: there is none that says. */
  show(shown: ReadonlyMap<string, Shown> | undefined): void {
    this.#shown = shown;
    this.#watching?.show(shown);
  }

  /** How high somebody's pictures are wanted; `undefined`: nobody says. */
  of(id: string): Shown | undefined {
    return this.#watching?.of(id);
  }

  get chat(): Chat | undefined {
    return this.#messaging?.chat;
  }

  get files(): Files | undefined {
    return this.#messaging?.files;
  }

  /** Somebody said something to the whole room, or the server or a host something to us. */
  hear(message: ChatMessage | HouseWord): void {
    if (this.#messaging) this.#messaging.hear(message);
    else if (message.type !== 'chat.typing') {
      if (message.type !== 'chat.message') this.ask(); // Who waits for a host who is alone would wait for ever.
      this.#keep(`${message.from} word`, EARLY_WORDS, (messaging) => messaging.hear(message));
    }
  }

  /** Somebody opened a channel: what comes in before somebody is there to hear it is kept. */
  take(id: string, channel: RTCDataChannel): void {
    if (this.#messaging) {
      this.#messaging.take(id, channel, []);
      return;
    }
    const early: unknown[] = [];
    channel.binaryType = 'arraybuffer';
    let size = 0;
    const keep = ({ data }: MessageEvent<unknown>) => {
      size += typeof data === 'string' ? 2 * data.length : (data as ArrayBuffer).byteLength;
      if (size <= EARLY_BYTES) early.push(data);
      else early.length = 0; // Rather none of it than a part.
    };
    const isKept = this.#keep(`${id} channel`, EARLY_CHANNELS, (messaging) => {
      channel.removeEventListener('message', keep);
      messaging.take(id, channel, early);
    });
    if (isKept) channel.addEventListener('message', keep);
    else channel.close();
  }

  /** What is said and sent, once it is there. @throws {MeetError} `internal` where it cannot be loaded */
  async messaging(): Promise<Messaging> {
    try {
      if (!this.#messaging) await loadLater();
    } catch (cause) {
      throw new MeetError('internal', 'what sends messages could not be loaded', { cause });
    }
    if (!this.#messaging) throw new MeetError('not-joined', 'the call is over');
    return this.#messaging;
  }

  /** The chat's passphrase is another one. */
  setPassphrase(): void {
    this.#messaging?.setPassphrase();
  }

  /** Has it wait for who sends and hears, with no more than `most` of its `kind`; whether it does. */
  #keep(kind: string, most: number, use: (messaging: Messaging) => void): boolean {
    const isKept = this.#unheard.filter((other) => other.kind === kind).length < most;
    if (isKept) this.#unheard.push({ kind, use });
    this.ask();
    return isKept;
  }

  /** Shows everybody an emoji, as soon as that can be; of what waits, a few. @throws {MeetError} `message-invalid` */
  react(emoji: string): void {
    if (!isEmoji(emoji)) throw new MeetError('message-invalid', 'a reaction is one emoji');
    if (!this.#reactions) this.#early = [...this.#early, emoji].slice(-EARLY);
    else if (this.#reactions.send(emoji)) this.source.mesh()?.sayReaction(emoji);
  }

  /** Somebody of ours sent one. */
  receive(id: string, emoji: string): void {
    const peer = this.store.$peers.get().get(id);
    if (peer) this.#reactions?.receive(peer, emoji);
  }

  /** Somebody went. */
  forget(id: string): void {
    this.#reactions?.forget(id);
  }

  /** How far our machine or our network had to give way. */
  handleStrain(level: number): void {
    this.#watching?.handleStrain(level);
  }
}
