import { expect } from '@open-wc/testing';
import { type Flow, NO_FLOW } from '../../src/mesh/stats.js';
import { ceilingOf, EXHAUSTED, NO_STRAIN, strain, strainLevel } from '../../src/mesh/strain.js';

const CORES = 4;
/** The levels of a call in which each second is as `at` says. */
const levels = (seconds: number, at: (level: number, second: number) => readonly Flow[]): number[] => {
  let state = NO_STRAIN;
  return Array.from({ length: seconds }, (_, second) => {
    state = strain(state, { flows: at(strainLevel(state), second), cores: CORES }, second * 1000);
    return strainLevel(state);
  });
};
const changes = (of: readonly number[]): number => of.filter((level, at) => at > 0 && level !== of[at - 1]).length;
const flow = (figures: Partial<Flow>): Flow => ({ ...NO_FLOW, ...figures });

describe('giving way to the machine and the network', () => {
  it('does nothing where there is enough of both', () => {
    expect(Math.max(...levels(300, () => [flow({ work: 0.2 }), flow({ work: 0.3, fractionLost: 0.02 })]))).to.equal(0);
  });

  it('makes pictures smaller until they are cheap enough, and then stays there', () => {
    const work = [2, 1.4, 0.8, 0.5, 0.1]; // of a small laptop, at each level
    const trace = levels(600, (level) => [flow({ work: work[level] ?? 0 })]);
    expect(Math.max(...trace)).to.equal(2);
    expect(changes(trace.slice(60))).to.be.at.most(12);
  });

  it('ends with fewer pictures only when the smallest are too much', () => {
    expect(levels(60, () => [flow({ work: 1.5 })]).at(-1), 'the smallest cost less than half of it').to.equal(
      EXHAUSTED - 1,
    );
    expect(levels(60, () => [flow({ work: 2.5 })]).at(-1)).to.equal(EXHAUSTED);
    expect(levels(60, () => [flow({ qualityLimitationReason: 'cpu' })]).at(-1)).to.equal(EXHAUSTED);
  });

  it('gives back what it took once it can', () => {
    const trace = levels(400, (_, second) => [flow({ work: second < 60 ? 2.5 : 0.1 })]);
    expect(trace[59]).to.equal(EXHAUSTED);
    expect(trace.at(-1)).to.equal(0);
  });

  it('tells our own network from that of one of the others', () => {
    const [bad, good] = [flow({ fractionLost: 0.2 }), flow({ fractionLost: 0.01 })];
    expect(levels(60, () => [bad, good, good]).at(-1)).to.equal(0);
    expect(levels(60, () => [bad]).at(-1), 'of one path nobody knows whose fault it is').to.equal(0);
    expect(levels(60, () => [bad, bad, good]).at(-1)).to.equal(EXHAUSTED);
  });

  it('holds pictures lower with each level', () => {
    const heights = Array.from({ length: EXHAUSTED + 1 }, (_, level) => ceilingOf(level).height);
    expect(heights).to.deep.equal([Infinity, 360, 270, 180, 180]);
  });
});
