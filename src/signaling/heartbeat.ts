import { REAL_TIME, type Time } from './time.js';

/**
 * Milliseconds from one proof that the room has us to the next: at most, and less by up to a fifth, so that a room does not
 * ping in step. With what follows a room that lost us is found out within 20 s and a dead line within 30, also by a busy machine.
 */
const INTERVAL = 17_500;
/** Milliseconds for a frame of ours to come back until the room is asked; twice as long as it took last, where that is more. */
const ECHO = 2_000;
const ECHO_MOST = 8_000;
/** Milliseconds without any frame, ours or theirs, while an echo is owed, until the line counts as dead. */
const DEADLINE = 10_000;
/** The same while others' frames come in: then the line lives one way, or the room has lost us. */
const ONE_WAY = 20_000;
/** The same where there is reason to think so: the page was asleep, or the network went and came; longer on a slow line. */
const DOUBTFUL = 500;
const DOUBTFUL_TRIPS = 4;
/** How late a timer may fire before it is taken for a machine that slept. */
const LATE = 2_000;

export interface HeartbeatHandlers {
  /** Sends a word that the room echoes. */
  readonly ping: () => void;
  /** What we sent did not come back: evicted, or lost. */
  readonly onMissing: () => void;
  readonly onDead: () => void;
}

/**
 * Watches over the line by echoes: the relay gives the sender back what it sends, so each echo proves that the line lives
 * both ways and that the room has us. Protocol pings are invisible to a page.
 */
export class Heartbeat {
  #cancel: (() => void) | undefined;
  /** Since when an echo is owed. */
  #owedSince: number | undefined;
  #heardAt = 0;
  /** How long the last echo took. */
  #trip = 0;

  constructor(
    private readonly handlers: HeartbeatHandlers,
    private readonly time: Time = REAL_TIME,
  ) {}

  /** The line came up. */
  start(): void {
    this.#trip = 0;
    this.heard();
    this.#rest();
  }

  /** A frame came in, whosever. */
  heard(): void {
    this.#heardAt = this.time.now();
  }

  /** A frame went out that comes back to us. */
  sent(): void {
    if (this.#owedSince !== undefined) return;
    this.#owedSince = this.time.now();
    this.#wait(Math.min(Math.max(ECHO, 2 * this.#trip), ECHO_MOST), this.#look);
  }

  /** It came back. */
  echoed(): void {
    if (this.#owedSince !== undefined) this.#trip = this.time.now() - this.#owedSince;
    this.#rest();
  }

  /** Asks now: whether the line lives is known by the deadline. */
  probe(): void {
    this.handlers.ping();
    this.sent();
  }

  /** Asks now, with reason to think that the line is dead: without any frame soon it is. */
  doubt(): void {
    this.stop();
    this.handlers.ping();
    const asked = this.time.now();
    this.#owedSince = asked;
    this.#wait(Math.max(DOUBTFUL, DOUBTFUL_TRIPS * this.#trip), (lateness) => {
      if (lateness <= LATE && this.#heardAt <= asked) this.#die();
      else this.#look(lateness);
    });
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#owedSince = undefined;
  }

  #rest(): void {
    this.stop();
    // Whole milliseconds: of fractions, five waits may add up to less than five times as much.
    this.#wait(Math.round(INTERVAL * (0.8 + 0.2 * Math.random())), () => {
      this.probe();
    });
  }

  #die(): void {
    this.stop();
    this.handlers.onDead();
  }

  #wait(ms: number, run: (lateness: number) => void): void {
    this.#cancel?.();
    const due = this.time.now() + ms;
    this.#cancel = this.time.after(ms, () => {
      run(this.time.now() - due);
    });
  }

  readonly #look = (lateness: number): void => {
    const owedSince = this.#owedSince ?? this.time.now();
    if (lateness > LATE) {
      // After a sleep the answer may wait behind this timer: ask once more before judging.
      this.stop();
      this.probe();
      return;
    }
    const waited = this.time.now() - owedSince;
    if (waited >= (this.#heardAt <= owedSince ? DEADLINE : ONE_WAY)) {
      this.#die();
      return;
    }
    this.handlers.onMissing();
    // Being asked may have ended us.
    if (this.#owedSince !== undefined) this.#wait(ECHO, this.#look);
  };
}
