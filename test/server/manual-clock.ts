import type { Clock } from '../../demo/server/clock.js';

export interface ManualClock extends Clock {
  advance(ms: number): void;
  /** Moves on by itself, 2 ms in every turn, until the result is called. */
  run(): () => void;
}

interface Timer {
  readonly at: number;
  readonly callback: () => void;
}

/** A clock that stands still until `advance` moves it; due timers then run in order. */
export const createManualClock = (start = Date.UTC(2026, 0, 1)): ManualClock => {
  const timers = new Set<Timer>();
  let now = start;
  const nextDue = (until: number): Timer | undefined =>
    [...timers].filter(({ at }) => at <= until).sort((one, other) => one.at - other.at)[0];
  const clock: ManualClock = {
    now: () => now,
    after(ms, callback) {
      const timer = { at: now + ms, callback };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    advance(ms) {
      const until = now + ms;
      for (let timer = nextDue(until); timer; timer = nextDue(until)) {
        timers.delete(timer);
        now = timer.at;
        timer.callback();
      }
      now = until;
    },
    run() {
      let turn: NodeJS.Immediate | undefined;
      const move = () => {
        clock.advance(2);
        turn = setImmediate(move);
      };
      move();
      return () => clearImmediate(turn);
    },
  };
  return clock;
};
