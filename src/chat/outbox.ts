import { serializeChatWord } from '../protocol/chat-word.js';
import type { Time } from '../signaling/time.js';
import type { Message } from './message.js';

/** Milliseconds until who was told a message, and has a connection, must have said that it came; before that it is told again once. */
const ANSWER = 15_000;
const AGAIN = 5_000;
/** Milliseconds that a message waits for a connection to somebody; the second one while we are cut off ourselves. */
const WAIT = { there: 60_000, away: 600_000 };
/** Milliseconds after we are back in the room until all who are there are known. */
const LISTED = 3_000;
/** Milliseconds for which it is remembered whom a message that all have went to by the server: some turn out to be ours. */
const KEPT = 10_000;
/** Messages that one peer was told and has not confirmed. */
const WINDOW = 20;
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
  /** Some time has passed: who is there may be known better. */
  readonly onLook: () => void;
  readonly onChange: (id: string, changes: Pick<Message, 'state' | 'waitingFor'>) => void;
}

interface Entry {
  readonly id: string;
  readonly text: string;
  /** Who has not got it. */
  readonly waits: Set<string>;
  /** Who has not got it, and is not waited for any more. */
  readonly missed: Set<string>;
  /** Who gets it by the server. */
  readonly older: Set<string>;
  /** Whom it was told, on a connection that is still there: when, ms of the clock, and whether twice. */
  readonly told: Map<string, { at: number; isAgain: boolean }>;
  hasArrived: boolean;
  /** Written while we were cut off and nobody was known: it is for whoever is there once we are back. */
  isUnaddressed: boolean;
  /** Since when it waits, ms of the clock. */
  since: number;
  /** When all had it, ms of the clock. */
  doneAt: number | undefined;
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
      missed: new Set(),
      older: new Set(),
      told: new Map(),
      hasArrived: false,
      isUnaddressed: this.links.receivers().size === 0 && !this.links.isOnline(),
      since: this.time.now(),
      doneAt: undefined,
    };
    this.#entries.set(id, entry);
    this.#address(entry);
    this.flush();
  }

  /** Sends what failed to who has not got it, or to all where nobody has. */
  retry(id: string): void {
    const entry = this.#entries.get(id);
    if (!entry || entry.waits.size > 0) return;
    const receivers = this.links.receivers();
    entry.since = this.time.now();
    entry.doneAt = undefined;
    for (const each of entry.missed) if (receivers.has(each)) entry.waits.add(each);
    entry.missed.clear();
    if (entry.waits.size === 0 && !entry.hasArrived) this.#address(entry);
    this.flush();
  }

  /** The room has us again: what waits has all of its time from now on. */
  handleOnline(): void {
    this.#onlineAt = this.time.now();
    for (const entry of this.#entries.values()) entry.since = this.#onlineAt;
    this.flush();
  }

  drop(id: string): void {
    this.#entries.delete(id);
  }

  /** It has come in there. */
  handleGot(from: string, id: string): void {
    const entry = this.#entries.get(id);
    if (!entry) return;
    const wasOwed = entry.waits.delete(from);
    if (!entry.missed.delete(from) && !wasOwed) return;
    entry.hasArrived = true;
    entry.told.delete(from);
    this.flush(); // there is room for another
  }

  /** The way to somebody is gone: what they have not confirmed is told again on the next one. */
  handleLost(peer: string): void {
    for (const { told } of this.#entries.values()) told.delete(peer);
  }

  /** Somebody came or went, or there is a way to them: what waits for that goes on. */
  flush(): void {
    const receivers = this.links.receivers();
    const room = new Map<string, number>();
    for (const { told } of this.#entries.values())
      for (const to of told.keys()) room.set(to, (room.get(to) ?? WINDOW) - 1);
    for (const entry of this.#entries.values()) {
      if (entry.isUnaddressed) this.#address(entry);
      for (const to of entry.older)
        if (receivers.get(to)?.kind === 'ours' && entry.older.delete(to)) entry.waits.add(to);
      for (const to of entry.waits) {
        const kind = receivers.get(to)?.kind;
        if (kind === 'deployed') entry.older.add(to);
        if (kind === undefined || kind === 'deployed') entry.waits.delete(to);
        else if (!entry.told.has(to)) {
          const left = room.get(to) ?? WINDOW;
          const isTold = left > 0 && kind === 'ours' && this.#tell(to, entry);
          room.set(to, isTold ? left - 1 : 0); // What comes after it must not overtake it.
        }
      }
      this.#settle(entry);
    }
    const isWaiting = ({ waits, isUnaddressed, doneAt }: Entry) =>
      waits.size > 0 || isUnaddressed || doneAt !== undefined;
    if ([...this.#entries.values()].some(isWaiting)) this.#lookSoon();
  }

  /** The call is over: nothing goes out any more. */
  end(): void {
    for (const entry of this.#entries.values()) {
      for (const to of entry.waits) entry.missed.add(to);
      entry.waits.clear();
      const isSent = entry.hasArrived && entry.missed.size === 0;
      if (!isSent) this.#say(entry, 'failed');
    }
    this.#entries.clear();
    this.#unlook?.();
    this.#unlook = undefined;
  }

  #address(entry: Entry): void {
    const receivers = this.links.receivers();
    for (const { id, kind } of receivers.values()) (kind === 'deployed' ? entry.older : entry.waits).add(id);
    const isListed = this.links.isOnline() && this.time.now() - this.#onlineAt >= LISTED;
    if (receivers.size > 0 || isListed) entry.isUnaddressed = false;
  }

  #tell(to: string, { id, text, told }: Entry): boolean {
    const isSaid = this.links.say(to, serializeChatWord({ kind: 'message', id, text }));
    if (isSaid) told.set(to, { at: this.time.now(), isAgain: told.has(to) });
    return isSaid;
  }

  /** Tells how far it has come; what everybody has is forgotten after a while. */
  #settle(entry: Entry): void {
    const relayed = this.links.relayed(entry.id);
    if (relayed === 'done') entry.hasArrived = true;
    const { hasArrived, isUnaddressed, waits, missed } = entry;
    if (waits.size > 0 || isUnaddressed || relayed === 'sent' || (relayed === 'waiting' && !hasArrived)) {
      entry.doneAt = undefined;
      return this.#say(entry, entry.told.size > 0 || hasArrived || relayed === 'sent' ? 'sending' : 'queued');
    }
    if (!hasArrived || missed.size > 0 || relayed === 'failed') return this.#say(entry, 'failed');
    this.#say(entry, 'sent');
    if (relayed !== 'waiting') entry.doneAt ??= this.time.now();
  }

  #say(entry: Entry, state: Message['state']): void {
    const receivers = this.links.receivers();
    const waitingFor = [...entry.waits, ...entry.missed].flatMap((id) => receivers.get(id)?.name ?? []);
    this.links.onChange(entry.id, { state, waitingFor });
  }

  #lookSoon(): void {
    this.#unlook ??= this.time.after(LOOK, () => {
      this.#unlook = undefined;
      const now = this.time.now();
      for (const entry of this.#entries.values()) {
        if (entry.doneAt !== undefined && now - entry.doneAt > KEPT) this.#entries.delete(entry.id);
        else this.#look(entry, now);
      }
      this.links.onLook();
      this.flush();
    });
  }

  /** Tells again who has not answered, and gives up on who has not for long. */
  #look(entry: Entry, now: number): void {
    const isOld = now - entry.since > (this.links.isOnline() ? WAIT.there : WAIT.away);
    for (const to of entry.waits) {
      const told = entry.told.get(to);
      // While the path is away an answer cannot come; what was told comes once it is back.
      if (told && this.links.receivers().get(to)?.isUp !== true) told.at = now;
      const age = told ? now - told.at : 0;
      if (told && age > AGAIN && !told.isAgain) {
        const { at } = told;
        if (this.#tell(to, entry)) entry.told.set(to, { at, isAgain: true });
      }
      if (age > ANSWER || isOld) {
        entry.waits.delete(to);
        entry.missed.add(to);
        entry.told.delete(to);
      }
    }
  }
}
