/** Bytes and milliseconds that frames wait for Redis to be back. */
const MAX_BYTES = 4_194_304;
const MAX_MS = 10_000;

export interface Unsent {
  readonly message: Buffer;
  /** Is called when it will not be sent any more. */
  readonly onLost: () => void;
  /** Milliseconds since 1970. */
  readonly since: number;
}

/** Frames that could not be passed on, by channel and in order, bounded in bytes and in time. */
export class Backlog {
  readonly #waiting = new Map<string, Unsent[]>();
  #bytes = 0;

  get bytes(): number {
    return this.#bytes;
  }

  get channels(): string[] {
    return [...this.#waiting.keys()];
  }

  has(channel: string): boolean {
    return this.#waiting.has(channel);
  }

  push(channel: string, unsent: Unsent): void {
    if (this.#bytes + unsent.message.length > MAX_BYTES) return unsent.onLost();
    this.#bytes += unsent.message.length;
    const waiting = this.#waiting.get(channel);
    if (waiting) waiting.push(unsent);
    else this.#waiting.set(channel, [unsent]);
  }

  /** All of a channel, which then has none. */
  take(channel: string): Unsent[] {
    const all = this.#waiting.get(channel) ?? [];
    this.#waiting.delete(channel);
    for (const { message } of all) this.#bytes -= message.length;
    return all;
  }

  /** Gives up what has waited too long. */
  expire(now: number): void {
    const lost: Unsent[] = [];
    for (const [channel, waiting] of this.#waiting) {
      const first = waiting.findIndex(({ since }) => now - since <= MAX_MS); // in order, so all behind it are younger
      if (first === 0) continue;
      for (const unsent of waiting.splice(0, first < 0 ? waiting.length : first)) lost.push(unsent);
      if (waiting.length === 0) this.#waiting.delete(channel);
    }
    for (const { message } of lost) this.#bytes -= message.length;
    for (const { onLost } of lost) onLost();
  }
}
