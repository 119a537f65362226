/** What befalls the frames of one direction. All chances are 0…1 for each frame, drawn from the seed. */
export interface FrameFaults {
  /** Chance that a frame never arrives. */
  readonly drop?: number;
  /** Chance that it arrives twice. */
  readonly duplicate?: number;
  /** Milliseconds it is late by: this, or anything between the two. Frames stay in order. */
  readonly delay?: number | readonly [least: number, most: number];
  /** Chance that it is held back until the next one has passed, or 300 ms have. */
  readonly reorder?: number;
  /** Bytes per second that get through; the rest waits. */
  readonly rate?: number;
  /** Which frames this is about, by their text; all when absent. */
  readonly match?: (frame: string) => boolean;
}

/** Milliseconds after which a frame that was held back goes out although none came after it. */
const HELD = 300;

interface Waiting {
  readonly due: number;
  readonly deliver: () => void;
}

/** A line that frames go through one way, with the faults that are set on it. Nothing is lost but what `drop` takes. */
export class FaultyLine {
  faults: FrameFaults = {};
  /** In order: nothing overtakes what went before it, unless that is held back. */
  readonly #queue: Waiting[] = [];
  #timer: NodeJS.Timeout | undefined;
  #held: (() => void) | undefined;
  #heldTimer: NodeJS.Timeout | undefined;
  /** When the line has room for the next byte, ms of `Date.now()`. */
  #freeAt = 0;
  #isCut = false;

  constructor(private readonly random: () => number) {}

  /** `deliver` is called when the frame arrives: never, once or twice. */
  pass(text: string, bytes: number, deliver: () => void): void {
    if (this.#isCut) return;
    const { faults } = this;
    // As many draws for every frame, so that a seed means the same whatever happens to each.
    const [drop, duplicate, late, reorder] = [this.random(), this.random(), this.random(), this.random()];
    if (faults.match && !faults.match(text)) {
      this.#push(Date.now(), deliver);
      return;
    }
    if (drop < (faults.drop ?? 0)) return;
    const times = duplicate < (faults.duplicate ?? 0) ? 2 : 1;
    const arrive = () => {
      for (let time = 0; time < times; time += 1) deliver();
    };
    const due = this.#due(bytes, late);
    if (reorder < (faults.reorder ?? 0) && !this.#held) this.#hold(due, arrive);
    else {
      this.#push(due, arrive);
      this.#release(due);
    }
  }

  /** What is still under way is lost. */
  cut(): void {
    this.#isCut = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#heldTimer);
    this.#queue.length = 0;
    this.#held = undefined;
  }

  #due(bytes: number, random: number): number {
    const { delay = 0, rate } = this.faults;
    const [least, most] = typeof delay === 'number' ? [delay, delay] : delay;
    const due = Date.now() + least + random * (most - least);
    if (rate === undefined) return due;
    this.#freeAt = Math.max(this.#freeAt, Date.now()) + (1000 * bytes) / rate;
    return Math.max(due, this.#freeAt);
  }

  #hold(due: number, deliver: () => void): void {
    this.#held = deliver;
    this.#heldTimer = setTimeout(
      () => {
        this.#release(due);
      },
      due + HELD - Date.now(),
    );
  }

  #release(due: number): void {
    const held = this.#held;
    if (!held) return;
    clearTimeout(this.#heldTimer);
    this.#held = undefined;
    this.#push(due, held);
  }

  #push(due: number, deliver: () => void): void {
    this.#queue.push({ due: Math.max(due, this.#queue.at(-1)?.due ?? 0), deliver });
    this.#drain();
  }

  readonly #drain = (): void => {
    clearTimeout(this.#timer);
    for (let next = this.#queue[0]; next; next = this.#queue[0]) {
      const wait = next.due - Date.now();
      if (wait > 0) {
        this.#timer = setTimeout(this.#drain, wait);
        return;
      }
      this.#queue.shift();
      next.deliver();
    }
  };
}
