/** Milliseconds between pings, jittered by a tenth so that a room does not ping in step. */
const INTERVAL = 20_000;
/** Milliseconds without any frame after a ping until the line counts as dead. */
const DEADLINE = 10_000;
/** How late a timer may fire before it is taken for a machine that slept. */
const LATE = 2_000;

/** Finds a half-open line by its silence: protocol pings are invisible to a page, so it asks for echoes. */
export class Heartbeat {
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly ping: () => void,
    private readonly onDead: () => void,
  ) {}

  /** A frame came in (or the line came up): the line lives. */
  heard(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => {
        this.probe();
      },
      INTERVAL * (0.9 + 0.2 * Math.random()),
    );
  }

  /** Asks now; without any frame until the deadline the line is dead. */
  probe(): void {
    clearTimeout(this.#timer);
    this.ping();
    const due = performance.now() + DEADLINE;
    this.#timer = setTimeout(() => {
      // After a sleep the answer may wait behind this timer: ask once more before judging.
      if (performance.now() > due + LATE) this.probe();
      else this.onDead();
    }, DEADLINE);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
