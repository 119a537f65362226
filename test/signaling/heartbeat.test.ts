import { expect } from '@open-wc/testing';
import { Heartbeat } from '../../src/signaling/heartbeat.js';
import { ManualTime } from './manual-time.js';

const heartbeatOf = () => {
  const time = new ManualTime();
  const log: string[] = [];
  const heartbeat = new Heartbeat(
    () => log.push('ping'),
    () => log.push('dead'),
    time,
  );
  return { time, log, heartbeat };
};

describe('the heartbeat', () => {
  it('asks after 20 s of silence, give or take a tenth, and declares the line dead 10 s later', () => {
    const { time, log, heartbeat } = heartbeatOf();
    heartbeat.heard();
    time.advance(17_999);
    expect(log).to.deep.equal([]);
    time.advance(4_001);
    expect(log).to.deep.equal(['ping']);
    time.advance(5_999);
    expect(log).to.deep.equal(['ping']);
    time.advance(4_001);
    expect(log).to.deep.equal(['ping', 'dead']);
    expect(time.pending).to.equal(0);
  });

  it('asks nothing while frames come in', () => {
    const { time, log, heartbeat } = heartbeatOf();
    for (let second = 0; second < 300; second += 10) {
      heartbeat.heard();
      time.advance(10_000);
    }
    expect(log).to.deep.equal([]);
  });

  it('takes any frame for an answer', () => {
    const { time, log, heartbeat } = heartbeatOf();
    heartbeat.probe();
    time.advance(9_999);
    heartbeat.heard();
    time.advance(10_000);
    expect(log).to.deep.equal(['ping']);
  });

  it('asks once more after a sleep, before it judges', () => {
    const { time, log, heartbeat } = heartbeatOf();
    heartbeat.probe();
    time.sleep(3_600_000);
    expect(log).to.deep.equal(['ping', 'ping']);
    time.advance(10_000);
    expect(log).to.deep.equal(['ping', 'ping', 'dead']);
  });

  it('does not ask in step with others', () => {
    const firstPings = Array.from({ length: 20 }, () => {
      const { time, log, heartbeat } = heartbeatOf();
      heartbeat.heard();
      while (log.length === 0) time.advance(10);
      return time.now();
    });
    expect(new Set(firstPings).size).to.be.greaterThan(10);
  });

  it('is silent once stopped', () => {
    const { time, log, heartbeat } = heartbeatOf();
    heartbeat.heard();
    heartbeat.probe();
    heartbeat.stop();
    time.advance(100_000);
    expect(log).to.deep.equal(['ping']);
    expect(time.pending).to.equal(0);
  });
});
