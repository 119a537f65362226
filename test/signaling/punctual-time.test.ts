import { expect } from '@open-wc/testing';
import { PunctualTime } from '../../src/signaling/punctual-time.js';
import { ManualTime } from './manual-time.js';

const clockOf = ({ isHidden = false } = {}) => {
  const time = new ManualTime();
  return { time, clock: new PunctualTime(time, () => isHidden) };
};

describe('a clock that stands still while timers are late', () => {
  it('goes as any other while they are on time', () => {
    const { time, clock } = clockOf();
    time.advance(10_000);
    expect(clock.now()).to.equal(10_000);
    let at = Number.NaN;
    clock.after(333, () => {
      at = clock.now();
    });
    time.advance(10_000);
    expect(at).to.equal(10_333);
  });

  it('counts half a second of any time in which no timer came', () => {
    const { time, clock } = clockOf();
    for (let late = 1; late <= 3; late += 1) {
      time.sleep(5_000);
      expect(clock.now()).to.be.within(late * 250, late * 500);
    }
  });

  it('lets what waits behind a late timer go first, and calls what is due in time that counts', () => {
    const { time, clock } = clockOf();
    const log: string[] = [];
    clock.after(400, () => log.push('soon'));
    clock.after(2_000, () => log.push('later'));
    time.sleep(60_000);
    expect(log).to.deep.equal([]);
    time.advance(50);
    expect(log).to.deep.equal(['soon']);
    time.advance(1_400);
    expect(log).to.deep.equal(['soon']);
    time.advance(400);
    expect(log).to.deep.equal(['soon', 'later']);
  });

  it('counts the whole second to which browsers stretch the timers of a hidden page', () => {
    const { time, clock } = clockOf({ isHidden: true });
    for (let second = 0; second < 20; second += 1) time.sleep(1_000);
    expect(clock.now()).to.be.at.least(19_000);
  });

  it('calls nothing that was called off, and nothing once it is stopped', () => {
    const { time, clock } = clockOf();
    const log: string[] = [];
    clock.after(100, () => log.push('called off'))();
    clock.after(1_000, () => log.push('late'));
    time.sleep(5_000);
    clock.stop();
    time.advance(60_000);
    expect(log).to.deep.equal([]);
    expect(time.pending).to.equal(0);
  });
});
