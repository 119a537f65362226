import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { NO_PRESSURE, type Patience, press } from '../../src/mesh/pressure.js';

const PATIENCE: Patience = { hold: 4_000, calm: 20_000, most: 4 };

/** The level at each second of a trace. */
const levels = (trace: readonly boolean[]): number[] => {
  let pressure = NO_PRESSURE;
  return trace.map((isPressed, second) => (pressure = press(pressure, isPressed, second * 1000, PATIENCE)).level);
};
const seconds = (count: number, isPressed: boolean): boolean[] => Array.from({ length: count }, () => isPressed);
const changes = (of: readonly number[]): number => of.filter((level, at) => at > 0 && level !== of[at - 1]).length;

describe('giving way to a pressure', () => {
  it('takes no notice of one that is over in a moment', () => {
    const spikes = Array.from({ length: 100 }, () => [...seconds(3, true), ...seconds(2, false)]).flat();
    expect(Math.max(...levels(spikes))).to.equal(0);
  });

  it('gives way a level at a time while it lasts, and no further than it can', () => {
    expect(levels(seconds(12, true)).at(-1)).to.equal(2);
    expect(levels(seconds(60, true)).at(-1)).to.equal(4);
  });

  it('takes back late what it gave', () => {
    const trace = levels([...seconds(6, true), ...seconds(60, false)]);
    expect(Math.max(...trace)).to.equal(1);
    expect(trace.at(6 + 18)).to.equal(1);
    expect(trace.at(-1)).to.equal(0);
  });

  it('waits longer each time that what it took back was too much', () => {
    let pressure = NO_PRESSURE;
    const fits = 1; // At level 1 all is well, below it is not.
    const trace: number[] = [];
    for (let now = 0; now < 1_200_000; now += 1000) {
      pressure = press(pressure, pressure.level < fits, now, PATIENCE);
      trace.push(pressure.level);
    }
    expect(changes(trace.slice(0, 600))).to.be.at.most(12);
    expect(changes(trace.slice(600))).to.be.at.most(6);
  });

  it('never flaps, whatever comes: two changes are at least as far apart as its patience', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 400 }), (trace) => {
        const at = levels(trace).flatMap((level, second, all) =>
          second > 0 && level !== all[second - 1] ? [second] : [],
        );
        return at.every((second, index) => index === 0 || second - (at[index - 1] ?? 0) >= 4);
      }),
    );
  });
});
