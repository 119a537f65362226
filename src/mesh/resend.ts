/** Milliseconds until each resending; the last one repeats. */
export type ResendSchedule = readonly [number, ...number[]];

/** Between our clients, who acknowledge. */
export const OURS: ResendSchedule = [500, 1000, 2000];
/** To a deployed client, which does not. */
export const DEPLOYED: ResendSchedule = [3000];

/** Repeats a frame, as it is, until stopped: the wire is lossy and does not tell. */
export class Resend {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isStopped = false;

  constructor(
    private readonly send: () => void,
    private readonly schedule: ResendSchedule,
  ) {
    this.#arm(0);
  }

  /** Once more in between; the schedule goes on as it was. */
  now(): void {
    if (!this.#isStopped) this.send();
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  #arm(count: number): void {
    const wait = this.schedule[Math.min(count, this.schedule.length - 1)];
    this.#timer = setTimeout(() => {
      this.send();
      if (!this.#isStopped) this.#arm(count + 1);
    }, wait);
  }
}
