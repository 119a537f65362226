import { expect } from '@open-wc/testing';
import { Knock } from '../../src/room/knock.js';
import { ManualTime } from '../signaling/manual-time.js';

const knockOf = ({ isSlow = false, trip = 0 } = {}) => {
  const time = new ManualTime();
  const log: string[] = [];
  const ask = (isNews: boolean) => log.push(`${isNews ? 'join and hello' : 'join'} ${String(time.now())}`);
  return { time, log, knock: new Knock({ ask, isSlow: () => isSlow, trip: () => trip }, time) };
};

describe('knocking at the room', () => {
  it('asks at once, and again until the list comes', () => {
    const { time, log, knock } = knockOf();
    knock.ask(true);
    time.advance(6_000);
    const times = [0, 500, 1_500, 3_500, 5_500];
    expect(log).to.deep.equal(times.map((at) => `join and hello ${String(at)}`));
    knock.answered();
    time.advance(10_000);
    expect(log).to.have.length(5);
    expect(time.pending).to.equal(0);
  });

  it('gives a slow line twice the time that it took last, 4 s at most: each question costs the room a list', () => {
    for (const [trip, times] of [
      [800, [0, 1_600, 3_200, 5_200]],
      [60_000, [0, 4_000]],
    ] as const) {
      const { time, log, knock } = knockOf({ trip });
      knock.ask(true);
      time.advance(6_000);
      expect(log).to.deep.equal(times.map((at) => `join and hello ${String(at)}`));
    }
  });

  it('asks once a second at most, however many reasons there are', () => {
    const { time, log, knock } = knockOf();
    for (let index = 0; index < 999; index += 1) {
      knock.ask(index === 500);
      knock.answered();
      knock.ask(false);
      time.advance(5);
    }
    expect(log).to.have.length(5);
  });

  it('says that we are here only where the room may not have us', () => {
    const { time, log, knock } = knockOf();
    knock.ask(false);
    knock.ask(true);
    time.advance(1_000);
    knock.answered();
    time.advance(1_000);
    knock.ask(false);
    expect(log).to.deep.equal(['join 0', 'join and hello 1000', 'join 2000']);
  });

  it('asks at once on a new line, and less often while the server finds it too much', () => {
    const { time, log, knock } = knockOf({ isSlow: true });
    knock.ask(true);
    knock.stop();
    knock.ask(true);
    expect(log).to.have.length(2);
    time.advance(9_999);
    expect(log).to.have.length(2);
    time.advance(1);
    expect(log).to.have.length(3);
  });
});
