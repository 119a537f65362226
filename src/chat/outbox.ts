import { serializeChatWord } from '../protocol/chat-word.js';
import type { Time } from '../signaling/time.js';
import type { Message } from './message.js';

/** Milliseconds until who was told a message, and has a connection, must have said that it came. */
const ANSWER = 15_000;
/** Milliseconds that a message waits for a connection to somebody; the second one while we are cut off ourselves. */
const WAIT = { there: 60_000, away: 600_000 };
/** Milliseconds after we are back in the room until all who are there are known. */
const LISTED = 3_000;
/** Milliseconds between looks at what waits. */
const LOOK = 1_000;

/** Somebody in the room, as far as messages go. */
export interface Receiver {
  readonly id: string;
  readonly name: string;
  readonly kind: 'unknown' | 'ours' | 'deployed';
  /** Whether there is a connection to them that works. */
  readonly isUp: boolean;
}

export interface OutboxLinks {
  /** Who is there, by id. */
  readonly receivers: () => ReadonlyMap<string, Receiver>;
  /** Says a word to one of ours; false while there is no way to them. */
  readonly say: (to: string, word: string) => boolean;
  /** Whether the server is within reach. */
  readonly isOnline: () => boolean;
  /** How far a message is on its way to deployed clients; `undefined`: it need not go there. */
  readonly relayed: (id: string) => 'waiting' | 'sent' | 'done' | 'failed' | undefined;
  readonly onChange: (id: string, changes: Pick<Message, 'state' | 'waitingFor'>) => void;
}

interface Entry {
  readonly id: string;
  readonly text: string;
  /** Who has not got it. */
  readonly waits: Set<string>;
  /** Whom it was told, on a connection that is still there, and when, ms of the clock. */
  readonly told: Map<string, number>;
  hasArrived: boolean;
  /** Written while we were cut off and nobody was known: it is for whoever is there once we are back. */
  isUnaddressed: boolean;
  /** Since when it waits, ms of the clock. */
  since: number;
  hasFailed: boolean;
}

/** Messages of ours on their way: to each of ours once, in order, over as many connections as it takes. */
export class Outbox {
  readonly #entries = new Map<string, Entry>();
  #unlook: (() => void) | undefined;
  /** Since when the room has us, ms of the clock. */
  #onlineAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly links: OutboxLinks,
    private readonly time: Time,
  ) {}

  /** Sends it to everybody who is there now. */
  send(id: string, text: string): void {
    const entry: Entry = {
      id,
      text,
      waits: new Set(),
      told: new Map(),
      hasArrived: false,
      isUnaddressed: this.links.receivers().size === 0 && !this.links.isOnline(),
      hasFailed: false,
      since: this.time.now(),
    };
    this.#entries.set(id, entry);
    this.#address(entry);
    this.flush();
  }

  /** Sends what failed to who has not got it, or to all where nobody has. */
  retry(id: string): void {
    const entry = this.#entries.get(id);
    if (!entry?.hasFailed) return;
    entry.hasFailed = false;
    entry.since = this.time.now();
    entry.told.clear();
    for (const each of entry.waits) if (!this.links.receivers().has(each)) entry.waits.delete(each);
    if (entry.waits.size === 0 && !entry.hasArrived) this.#address(entry);
    this.flush();
  }

  /** The room has us again. */
  handleOnline(): void {
    this.#onlineAt = this.time.now();
    this.flush();
  }

  drop(id: string): void {
    this.#entries.delete(id);
  }

  /** It has come in there. */
  handleGot(from: string, id: string): void {
    const entry = this.#entries.get(id);
    if (!entry?.waits.delete(from)) return;
    entry.hasArrived = true;
    entry.told.delete(from);
    this.#settle(entry);
  }

  /** The way to somebody is gone: what they have not confirmed is told again on the next one. */
  handleLost(peer: string): void {
    for (const { told } of this.#entries.values()) told.delete(peer);
  }

  /** Somebody came or went, or there is a way to them: what waits for that goes on. */
  flush(): void {
    const receivers = this.links.receivers();
    const closed = new Set<string>();
    for (const entry of this.#entries.values()) {
      if (entry.hasFailed) continue;
      if (entry.isUnaddressed) this.#address(entry);
      for (const to of entry.waits) {
        const kind = receivers.get(to)?.kind;
        if (kind === undefined || kind === 'deployed') entry.waits.delete(to);
        else if (!entry.told.has(to) && !closed.has(to)) {
          const word = serializeChatWord({ kind: 'message', id: entry.id, text: entry.text });
          if (kind === 'ours' && this.links.say(to, word)) entry.told.set(to, this.time.now());
          else closed.add(to); // What comes after it must not overtake it.
        }
      }
      this.#settle(entry);
    }
    const isWaiting = (entry: Entry) => !entry.hasFailed && (entry.waits.size > 0 || entry.isUnaddressed);
    if ([...this.#entries.values()].some(isWaiting)) this.#lookSoon();
  }

  /** The call is over: nothing goes out any more. */
  end(): void {
    for (const entry of this.#entries.values()) this.#fail(entry);
    this.#entries.clear();
    this.#unlook?.();
    this.#unlook = undefined;
  }

  #address(entry: Entry): void {
    const receivers = this.links.receivers();
    for (const { id, kind } of receivers.values()) if (kind !== 'deployed') entry.waits.add(id);
    const isListed = this.links.isOnline() && this.time.now() - this.#onlineAt >= LISTED;
    if (receivers.size > 0 || isListed) entry.isUnaddressed = false;
  }

  /** Tells how far it has come; what everybody has is forgotten. */
  #settle(entry: Entry): void {
    const relayed = this.links.relayed(entry.id);
    if (relayed === 'done') entry.hasArrived = true;
    const { hasArrived, isUnaddressed, waits } = entry;
    const isOwed = waits.size > 0 || isUnaddressed || relayed === 'sent' || (relayed === 'waiting' && !hasArrived);
    if (isOwed && !entry.hasFailed) {
      const isOut = entry.told.size > 0 || entry.hasArrived || relayed === 'sent';
      return this.#tell(entry, isOut ? 'sending' : 'queued');
    }
    if (entry.waits.size > 0) return;
    if (!entry.hasArrived || relayed === 'failed') return this.#fail(entry);
    this.#tell(entry, 'sent');
    if (relayed !== 'waiting') this.#entries.delete(entry.id);
  }

  #fail(entry: Entry): void {
    entry.hasFailed = true;
    entry.told.clear();
    this.#tell(entry, 'failed');
  }

  #tell(entry: Entry, state: Message['state']): void {
    const receivers = this.links.receivers();
    const waitingFor = [...entry.waits].flatMap((id) => receivers.get(id)?.name ?? []);
    this.links.onChange(entry.id, { state, waitingFor });
  }

  #lookSoon(): void {
    this.#unlook ??= this.time.after(LOOK, () => {
      this.#unlook = undefined;
      const now = this.time.now();
      const wait = this.links.isOnline() ? WAIT.there : WAIT.away;
      for (const entry of this.#entries.values()) {
        if (entry.hasFailed) continue;
        // While the path is away an answer cannot come; what was told comes once it is back.
        for (const to of entry.told.keys()) if (this.links.receivers().get(to)?.isUp !== true) entry.told.set(to, now);
        const isUnanswered = [...entry.told.values()].some((at) => now - at > ANSWER);
        const isOld = now - entry.since > wait && entry.waits.size > 0;
        if (isUnanswered || isOld) this.#fail(entry);
      }
      this.flush();
    });
  }
}
