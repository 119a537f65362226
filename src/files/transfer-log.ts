import type { Time } from '../signaling/time.js';
import type { Transfer } from './transfer.js';

/** Transfers that are kept; of more, the oldest that are over go. */
const MOST = 500;
/** Milliseconds between two words of how far one is. */
const PACE = 250;
/** Milliseconds over which a rate is taken. */
const RATE_OVER = 2_000;

const OVER: ReadonlySet<Transfer['state']> = new Set(['done', 'declined', 'cancelled', 'failed']);
const MOVING: ReadonlySet<Transfer['state']> = new Set(['sending', 'receiving']);

export const isOver = ({ state }: Pick<Transfer, 'state'>): boolean => OVER.has(state);

export type TransferChanges = Partial<Pick<Transfer, 'state' | 'bytes' | 'size' | 'type' | 'file' | 'error'>>;

export interface TransferLogHandlers {
  readonly onChange: (all: readonly Transfer[]) => void;
  /** One came, or is over. */
  readonly onTransfer: (transfer: Transfer) => void;
  /** One is further, or stands otherwise. */
  readonly onProgress: (transfer: Transfer) => void;
  /** One is no longer kept. */
  readonly onDropped: (id: string) => void;
}

interface Entry {
  shown: Transfer;
  /** As it is, which is shown and told no more often than somebody can see. */
  now: Transfer;
  shownAt: number;
  toldAt: number;
  isUntold: boolean;
  /** Where it was, to take the rate from. */
  mark: { at: number; bytes: number };
}

/** The transfers of a call, oldest first, as immutable snapshots. */
export class TransferLog {
  readonly #entries = new Map<string, Entry>();

  constructor(
    private readonly handlers: TransferLogHandlers,
    private readonly time: Time,
  ) {}

  get(id: string): Transfer | undefined {
    return this.#entries.get(id)?.now;
  }

  add(transfer: Omit<Transfer, 'at' | 'bytes'>): void {
    const now = Object.freeze({ ...transfer, bytes: 0, at: new Date() });
    const at = this.time.now();
    this.#entries.set(now.id, { shown: now, now, shownAt: at, toldAt: at, isUntold: false, mark: { at, bytes: 0 } });
    if (this.#entries.size > MOST) this.#dropOne();
    this.#publish();
    this.handlers.onTransfer(now);
  }

  /** Of those that are over: one without a file, of who has the most of them; a file that somebody may want goes last. */
  #dropOne(): void {
    const over = [...this.#entries.values()].map(({ now }) => now).filter(isOver);
    const empty = over.filter(({ file, own }) => own || !file);
    const counts = new Map<string, number>();
    for (const { peer } of empty) counts.set(peer.id, (counts.get(peer.id) ?? 0) + 1);
    const [[busiest] = ['']] = [...counts].sort(([, one], [, other]) => other - one);
    const oldest = empty.find(({ peer }) => peer.id === busiest) ?? over[0];
    if (oldest) this.#drop(oldest.id);
  }

  /** Nothing of one that is over. */
  change(id: string, changes: TransferChanges): void {
    const entry = this.#entries.get(id);
    if (!entry || isOver(entry.now)) return;
    const after = { ...entry.now, ...changes };
    const isElsewhere = after.state !== entry.now.state;
    if (isElsewhere || !MOVING.has(after.state)) entry.mark = this.#markOf(after);
    entry.now = Object.freeze(after);
    entry.isUntold = true;
    if (isElsewhere || this.#isDue(entry.shownAt)) this.#show(entry);
    if (isOver(after)) this.handlers.onTransfer(entry.now);
    else if (this.#isDue(entry.toldAt)) this.#tell(entry);
  }

  /** Tells what was held back. */
  flush(): void {
    for (const entry of this.#entries.values()) {
      if (entry.now !== entry.shown) this.#show(entry);
      if (entry.isUntold && !isOver(entry.now)) this.#tell(entry);
    }
  }

  clear(): void {
    for (const id of [...this.#entries.keys()]) this.#drop(id);
    this.#publish();
  }

  #drop(id: string): void {
    this.#entries.delete(id);
    this.handlers.onDropped(id);
  }

  #isDue(at: number): boolean {
    return this.time.now() - at >= PACE;
  }

  #tell(entry: Entry): void {
    entry.toldAt = this.time.now();
    entry.isUntold = false;
    this.handlers.onProgress(entry.now);
  }

  #show(entry: Entry): void {
    const { rate: before, ...rest } = entry.now;
    const { at, bytes } = entry.mark;
    const now = this.time.now();
    const elapsed = now - at;
    const rate = elapsed >= PACE ? ((rest.bytes - bytes) * 1000) / elapsed : before;
    if (elapsed >= RATE_OVER) entry.mark = this.#markOf(rest);
    entry.now = Object.freeze(MOVING.has(rest.state) && rate !== undefined ? { ...rest, rate } : rest);
    entry.shownAt = now;
    entry.shown = entry.now;
    this.#publish();
  }

  #markOf({ bytes }: Pick<Transfer, 'bytes'>): Entry['mark'] {
    return { at: this.time.now(), bytes };
  }

  #publish(): void {
    this.handlers.onChange(Object.freeze([...this.#entries.values()].map(({ shown }) => shown)));
  }
}
