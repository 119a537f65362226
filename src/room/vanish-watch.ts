import type { Time } from '../signaling/time.js';

/** Milliseconds between two looks at somebody who vanished; a hidden page's come once a second. One that is later tells nothing of before. */
const LOOK = 250;
const LATE = 1_250;
/** Milliseconds without packets after which who vanished is gone: a deployed client's microphone sends all the time. */
const SILENCE = 500;
/** Milliseconds after which somebody whose packets go on was put out by the server, and did not leave. */
const MOST = 10_000;

interface Vanished {
  readonly at: number;
  /** Since when looks were on time, ms of the clock. */
  since: number;
  lookedAt: number;
}

/** Those who vanished from a list without a bye, on a line that never broke: whether their packets end as well. */
export class VanishWatch {
  readonly #vanished = new Map<string, Vanished>();
  #timer: ReturnType<typeof setInterval> | undefined;

  /** `heardAt`: when anything of somebody came in last, by a fresh look; ms of the clock. */
  constructor(
    private readonly heardAt: (id: string) => Promise<number>,
    private readonly onGone: (id: string) => void,
    private readonly time: Time,
  ) {}

  watch(id: string): void {
    const now = this.time.now();
    this.#vanished.set(id, { at: now, since: now, lookedAt: now });
    this.#timer ??= setInterval(() => {
      for (const each of this.#vanished.keys()) void this.#look(each);
    }, LOOK);
  }

  forget(id: string): void {
    if (this.#vanished.delete(id) && this.#vanished.size === 0) this.clear();
  }

  clear(): void {
    this.#vanished.clear();
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  async #look(id: string): Promise<void> {
    const heardAt = await this.heardAt(id);
    const vanished = this.#vanished.get(id);
    if (!vanished) return;
    const now = this.time.now();
    if (now - vanished.lookedAt > LATE) vanished.since = now;
    vanished.lookedAt = now;
    const isGone = now - Math.max(heardAt, vanished.since) >= SILENCE;
    if (isGone || now - vanished.at >= MOST) this.forget(id);
    if (isGone) this.onGone(id);
  }
}
