import { expect } from '@open-wc/testing';
import { Heartbeat } from '../../src/signaling/heartbeat.js';
import { PunctualTime } from '../../src/signaling/punctual-time.js';
import { ManualTime } from './manual-time.js';

const heartbeatOf = ({ isPunctual = false } = {}) => {
  const time = new ManualTime();
  const log: string[] = [];
  const heartbeat = new Heartbeat(
    {
      ping: () => log.push('ping'),
      onMissing: () => log.push('missing'),
      onDoubtful: () => log.push('doubtful'),
      onDead: () => log.push('dead'),
    },
    isPunctual ? new PunctualTime(time, () => false) : time,
  );
  heartbeat.start();
  return { time, log, heartbeat };
};

/** One whose first word came back. */
const goingHeartbeat = (options?: Parameters<typeof heartbeatOf>[0]) => {
  const made = heartbeatOf(options);
  made.heartbeat.sent();
  made.heartbeat.echoed();
  return made;
};

describe('the heartbeat', () => {
  it('asks nothing on a line on which nothing was said', () => {
    const { time, log, heartbeat } = heartbeatOf();
    time.advance(600_000);
    expect(log).to.deep.equal([]);
    heartbeat.sent();
    time.advance(2_000);
    expect(log).to.deep.equal(['missing']);
  });

  it('after a frame that will be answered asks nothing more, and wants another line where it is not', () => {
    const { time, log, heartbeat } = heartbeatOf();
    time.advance(60_000);
    heartbeat.suspect();
    time.advance(499);
    expect(log).to.deep.equal([]);
    time.advance(1);
    expect(log).to.deep.equal(['doubtful']);
  });

  it('asks 17.5 s after the last echo at the latest, and every 2 s whether the room has us, and then the line is dead', () => {
    const { time, log } = goingHeartbeat();
    time.advance(13_999);
    expect(log).to.deep.equal([]);
    while (log.length === 0) time.advance(1);
    expect(time.now()).to.be.at.most(17_500);
    time.advance(1_999);
    expect(log).to.deep.equal(['ping']);
    time.advance(1);
    expect(log).to.deep.equal(['ping', 'missing']);
    time.advance(8_000);
    expect(log).to.deep.equal(['ping', 'missing', 'missing', 'missing', 'missing', 'dead']);
    expect(time.pending).to.equal(0);
  });

  it('takes the time from no echo after one was missed: it may be that of a later frame', () => {
    const { time, heartbeat } = goingHeartbeat();
    heartbeat.sent();
    time.advance(80);
    heartbeat.heard();
    heartbeat.echoed();
    expect(heartbeat.trip).to.equal(80);
    heartbeat.sent();
    time.advance(3_000);
    heartbeat.heard();
    heartbeat.echoed();
    expect(heartbeat.trip).to.equal(80);
  });

  it('takes a frame for an answer that came while the clock stood still', () => {
    const { time, log, heartbeat } = goingHeartbeat();
    heartbeat.doubt();
    heartbeat.heard(); // refused, say: not an echo
    time.advance(5_000);
    expect(log).to.include('missing').and.not.to.include('doubtful');
    expect(log).not.to.include('dead');
  });

  it('asks nothing while echoes come in', () => {
    const { time, log, heartbeat } = goingHeartbeat();
    for (let second = 0; second < 300; second += 10) {
      heartbeat.sent();
      time.advance(500);
      heartbeat.heard();
      heartbeat.echoed();
      time.advance(9_500);
    }
    expect(log).to.deep.equal([]);
  });

  it('asks all the same while only others are heard: they prove nothing of us', () => {
    const { time, log, heartbeat } = goingHeartbeat();
    for (let second = 0; second < 20; second += 1) {
      heartbeat.heard();
      time.advance(1_000);
    }
    expect(log[0]).to.equal('ping');
  });

  it('tells a line that lives one way from a dead one: it takes longer to give it up', () => {
    const { time, log, heartbeat } = goingHeartbeat();
    heartbeat.sent();
    for (let second = 0; second < 19; second += 1) {
      time.advance(1_000);
      heartbeat.heard();
    }
    expect(log).to.include('missing').and.not.include('dead');
    time.advance(1_000);
    expect(log.at(-1)).to.equal('dead');
    expect(time.pending).to.equal(0);
  });

  it('waits for the frame that went out first, and is content when any came back', () => {
    const { time, log, heartbeat } = goingHeartbeat();
    heartbeat.sent();
    time.advance(1_500);
    heartbeat.sent();
    time.advance(500);
    expect(log).to.deep.equal(['missing']);
    heartbeat.echoed();
    time.advance(10_000);
    expect(log).to.deep.equal(['missing']);
  });

  it('gives a slow line twice the time that it took last, 8 s at most', () => {
    const { time, log, heartbeat } = goingHeartbeat();
    const come = (ms: number) => {
      heartbeat.sent();
      time.advance(ms);
      heartbeat.heard();
      heartbeat.echoed();
      return log.splice(0).filter((line) => line === 'missing').length;
    };
    expect(come(3_000)).to.equal(1);
    expect(come(5_900)).to.equal(0);
    expect(come(7_900)).to.equal(0);
    expect(come(8_100), 'not 15.8 s').to.equal(1);
  });

  it('asks at once when told to, and judges by the same deadline', () => {
    const { time, log, heartbeat } = goingHeartbeat();
    heartbeat.probe();
    expect(log).to.deep.equal(['ping']);
    time.advance(9_999);
    expect(log).to.not.include('dead');
    time.advance(1);
    expect(log.at(-1)).to.equal('dead');
  });

  it('takes no machine that slept, or is late again and again, for a dead line, and finds one that is dead', () => {
    const { time, log, heartbeat } = goingHeartbeat({ isPunctual: true });
    heartbeat.doubt();
    for (const late of [3_600_000, 5_000, 5_000]) {
      time.sleep(late);
      heartbeat.heard(); // What waited behind the timer.
      heartbeat.echoed();
      heartbeat.doubt();
    }
    expect(log).to.deep.equal(['ping', 'ping', 'ping', 'ping']);
    heartbeat.probe();
    time.sleep(3_600_000);
    expect(log).to.not.include('dead');
    time.advance(12_000);
    expect(log.at(-1)).to.equal('dead');
  });

  it('does not ask in step with others', () => {
    const firstPings = Array.from({ length: 20 }, () => {
      const { time, log } = goingHeartbeat();
      while (log.length === 0) time.advance(10);
      return time.now();
    });
    expect(new Set(firstPings).size).to.be.greaterThan(10);
  });

  it('is silent once stopped, also from within', () => {
    const { time, log, heartbeat } = goingHeartbeat();
    heartbeat.probe();
    heartbeat.stop();
    time.advance(100_000);
    expect(log).to.deep.equal(['ping']);
    expect(time.pending).to.equal(0);
    let ended = 0;
    const other = new Heartbeat(
      {
        ping: () => {},
        onMissing: () => {
          ended += 1;
          other.stop();
        },
        onDoubtful: () => {},
        onDead: () => {},
      },
      time,
    );
    other.start();
    other.sent();
    time.advance(100_000);
    expect(ended).to.equal(1);
    expect(time.pending).to.equal(0);
  });

  it('wants another line half a second after there was reason to doubt, gives this one up 2 s later, and neither once it answers', () => {
    const { time, log, heartbeat } = goingHeartbeat();
    heartbeat.doubt();
    time.advance(499);
    expect(log).to.deep.equal(['ping']);
    time.advance(1);
    expect(log).to.deep.equal(['ping', 'doubtful']);
    time.advance(1_999);
    expect(log).to.deep.equal(['ping', 'doubtful']);
    time.advance(1);
    expect(log).to.deep.equal(['ping', 'doubtful', 'dead']);
    for (const answer of [400, 2_400]) {
      log.length = 0;
      heartbeat.start();
      heartbeat.doubt();
      time.advance(answer);
      heartbeat.heard();
      heartbeat.echoed();
      time.advance(10_000);
      expect(log).to.not.include('dead');
    }
  });

  it('gives a slow line longer, and one that others are heard on as long as ever', () => {
    const { time, log, heartbeat } = goingHeartbeat();
    heartbeat.sent();
    time.advance(600);
    heartbeat.heard();
    heartbeat.echoed();
    heartbeat.doubt();
    time.advance(2_399);
    expect(log).to.deep.equal(['ping']);
    time.advance(1);
    expect(log).to.deep.equal(['ping', 'doubtful']);
    log.length = 0;
    heartbeat.start();
    heartbeat.doubt();
    time.advance(100);
    heartbeat.heard();
    time.advance(5_000);
    expect(log).to.include('missing').and.not.include('doubtful').and.not.include('dead');
  });
});
