import { REAL_TIME, type Time } from '../signaling/time.js';

/** Milliseconds until each resending; the last one repeats. */
export type ResendSchedule = readonly [number, ...number[]];

/** Between our clients, who acknowledge. */
export const OURS: ResendSchedule = [500, 1000, 2000];
/** To a deployed client, which does not. */
export const DEPLOYED: ResendSchedule = [3000];

/** What repeats go by: a clock, and how long a frame to the server and back took last, ms. */
export interface Pace {
  readonly time: Time;
  readonly trip: () => number;
}
export const REAL_PACE: Pace = { time: REAL_TIME, trip: () => 0 };

/** Milliseconds at most that a slow line adds to a wait. */
const FAR = 4_000;

/** Repeats a frame, as it is, until stopped: the wire is lossy and does not tell. */
export class Resend {
  #cancel: (() => void) | undefined;
  #isStopped = false;

  constructor(
    private readonly send: () => void,
    private readonly schedule: ResendSchedule,
    private readonly pace: Pace = REAL_PACE,
  ) {
    this.#arm(0);
  }

  /** Once more in between; the schedule goes on as it was. */
  now(): void {
    if (!this.#isStopped) this.send();
  }

  stop(): void {
    this.#isStopped = true;
    this.#cancel?.();
  }

  #arm(count: number): void {
    const wait = this.schedule[Math.min(count, this.schedule.length - 1)] ?? this.schedule[0];
    const { time, trip } = this.pace;
    // What a slow line has not brought back yet is not lost: said again it would be slower.
    this.#cancel = time.after(Math.max(wait, Math.min(2 * trip(), FAR)), () => {
      this.send();
      if (!this.#isStopped) this.#arm(count + 1);
    });
  }
}
