import { REAL_TIME, type Time } from './time.js';

/** Milliseconds between pings, jittered by a tenth so that a room does not ping in step. */
const INTERVAL = 20_000;
/** Milliseconds without any frame after a ping until the line counts as dead. */
const DEADLINE = 10_000;
/** How late a timer may fire before it is taken for a machine that slept. */
const LATE = 2_000;

/** Finds a half-open line by its silence: protocol pings are invisible to a page, so it asks for echoes. */
export class Heartbeat {
  #cancel: (() => void) | undefined;

  constructor(
    private readonly ping: () => void,
    private readonly onDead: () => void,
    private readonly time: Time = REAL_TIME,
  ) {}

  /** A frame came in (or the line came up): the line lives. */
  heard(): void {
    this.stop();
    this.#cancel = this.time.after(INTERVAL * (0.9 + 0.2 * Math.random()), () => {
      this.probe();
    });
  }

  /** Asks now; without any frame until the deadline the line is dead. */
  probe(): void {
    this.stop();
    this.ping();
    const due = this.time.now() + DEADLINE;
    this.#cancel = this.time.after(DEADLINE, () => {
      // After a sleep the answer may wait behind this timer: ask once more before judging.
      if (this.time.now() > due + LATE) this.probe();
      else this.onDead();
    });
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }
}
