import { expect } from '@open-wc/testing';
import { PairHealth } from '../../src/mesh/pair-health.js';

const OURS = { isSettled: true, isInCharge: true, isOurs: true };

/** A pair that has been connected since 0. */
const connected = (): PairHealth => {
  const health = new PairHealth(0);
  health.follow('connecting', 0);
  health.follow('connected', 0);
  return health;
};

/** Looks every second, in which nothing is due. */
const waits = (from: number, to: number, look: (now: number) => string): void => {
  for (let now = from; now <= to; now += 1_000) expect(look(now), String(now)).to.equal('wait');
};

describe('how a pair fares', () => {
  it('is well while packets come in', () => {
    const health = connected();
    for (let now = 1000; now < 60_000; now += 1000) {
      health.heard(now);
      expect(health.look(OURS, true, now)).to.equal('wait');
    }
    expect([health.isSilent, health.isLost, health.isHopeless]).to.deep.equal([false, false, false]);
  });

  it('is silent before 3 s, lost before 12 s, each with time to be seen, and back with the first packet', () => {
    const health = connected();
    expect([health.isOverdue(1_300), health.isOverdue(1_301)]).to.deep.equal([false, true]);
    health.look(OURS, true, 2_399);
    expect(health.isSilent).to.equal(false);
    expect(health.look(OURS, true, 2_400)).to.equal('wait');
    expect(health.isSilent).to.equal(true);
    expect(health.look(OURS, true, 3_000)).to.equal('restart');
    health.noteAttempt(3_000);
    health.look(OURS, true, 11_400);
    expect(health.isLost).to.equal(true);
    health.heard(12_500);
    expect(health.look(OURS, true, 12_600)).to.equal('wait');
    expect([health.isSilent, health.isLost]).to.deep.equal([false, false]);
  });

  it('climbs the ladder, with longer and longer waits, and begins anew once it is mended', () => {
    const health = connected();
    const steps: string[] = [];
    for (let now = 1000; now <= 120_000; now += 500) {
      const step = health.look(OURS, true, now);
      if (step === 'wait') continue;
      steps.push(step);
      health.noteAttempt(now);
    }
    expect(steps.slice(0, 6)).to.deep.equal(['restart', 'refresh', 'replace', 'relay', 'replace', 'relay']);
    for (let now = 121_000; now < 130_000; now += 1000) {
      health.heard(now);
      health.look(OURS, true, now);
    }
    expect(health.look(OURS, true, 140_000)).to.equal('restart');
  });

  it('takes three steps for pictures that are never decoded, each with its time, and begins anew once one was', () => {
    const health = connected();
    const steps: (readonly [now: number, step: string])[] = [];
    let since = 0;
    const look = (now: number, blind: number) => {
      health.heard(now);
      const step = health.look(OURS, true, now, 0, blind);
      if (step === 'wait') return;
      steps.push([now, step]);
      health.noteAttempt(now);
      since = now; // A new connection, of which nothing is decoded either.
    };
    for (let now = 1_000; now <= 300_000; now += 1_000) look(now, now - since);
    expect(steps).to.deep.equal([[8_000, 'replace'], [16_000, 'replace'], [24_000, 'replace']]); // prettier-ignore
    expect(health.isMended, 'the path is well').to.equal(true);
    look(301_000, 0);
    look(302_000, 9_000);
    expect(steps).to.have.length(4);
  });

  it('gives a connection its time from the answer on, however long that took to come', () => {
    const health = new PairHealth(0);
    health.begin(0);
    health.follow('new', 0);
    waits(1_000, 2_000, (now) => health.look(OURS, false, now, now));
    waits(3_000, 18_000, (now) => health.look({ ...OURS, isSettled: false }, false, now, now));
    health.settle(18_000);
    waits(19_000, 32_000, (now) => health.look(OURS, false, now, now));
    expect(health.look(OURS, false, 33_000, 33_000)).to.equal('replace');
  });

  it('gives it its time as well where checks began before the answer came', () => {
    const health = new PairHealth(0);
    health.begin(0);
    health.follow('connecting', 1_000);
    waits(1_000, 14_000, (now) => health.look(OURS, false, now, now));
    health.settle(14_000);
    waits(15_000, 28_000, (now) => health.look(OURS, false, now, now));
    expect(health.look(OURS, false, 29_000, 29_000)).to.equal('replace');
  });

  it('says again what was said after 3 s in which nothing was heard, and begins anew after 3 more, once', () => {
    const health = new PairHealth(0);
    health.follow('new', 0);
    const steps: string[] = [];
    for (let now = 0; now <= 19_000; now += 500) {
      const step = health.look({ ...OURS, isSettled: false }, false, now);
      if (step === 'wait') continue;
      steps.push(`${step} ${String(now)}`);
      if (step === 'repeat') health.noteRepeat(now);
      else {
        health.noteAttempt(now);
        health.begin(now);
      }
    }
    expect(steps).to.deep.equal(['repeat 3000', 'replace 6000']);
  });

  it('gives nothing up while a word, a check or a byte comes in', () => {
    for (const isOurs of [true, false]) {
      const health = new PairHealth(0);
      health.follow('connecting', 0);
      for (let now = 0; now <= 14_500; now += 500) {
        if (now % 2_000 === 0) health.noteMove(now);
        expect(health.look({ ...OURS, isOurs }, false, now, Math.floor(now / 2_500))).to.equal('wait');
      }
    }
  });

  it('restarts a deployed client that is slow, and begins anew with one that is dead', () => {
    const slow = new PairHealth(0);
    slow.follow('connecting', 0);
    const given = { ...OURS, isOurs: false };
    waits(1_000, 18_000, (now) => slow.look(given, false, now, now));
    expect(slow.look(given, false, 19_000, 19_000)).to.equal('restart');
    const dead = new PairHealth(0);
    dead.follow('connecting', 0);
    waits(1_000, 18_000, (now) => dead.look(given, false, now));
    expect(dead.look(given, false, 19_000)).to.equal('replace');
  });

  it('has a first connection wait three times as long for a machine that is late, by its timers or its looks', () => {
    const replacedAt = (gap: number, took: number): number => {
      const health = new PairHealth(0);
      health.follow('connecting', 0);
      health.noteRepeat(0);
      for (let now = gap; ; now += gap) if (health.look(OURS, true, now, now, 0, took) === 'replace') return now;
    };
    // An answered check, and a handshake that does not end: 6 s.
    expect([replacedAt(1_000, 40), replacedAt(1_000, 800), replacedAt(3_000, 40)]).to.deep.equal([
      7_000, 20_000, 54_000,
    ]);
  });

  /** Seconds from the first answered check, which came at 5 s, to the first step. */
  const securingTime = (health: PairHealth, isInCharge: boolean): number => {
    for (let now = 5_000; ; now += 1_000)
      if (health.look({ ...OURS, isInCharge }, true, now) !== 'wait') return (now - 5_000) / 1_000;
  };

  it('does not wait for a handshake that never ends on a path that was found late', () => {
    const waits = [true, false].map((isInCharge) => {
      const health = new PairHealth(0);
      health.follow('connecting', 0);
      health.look(OURS, false, 4_000);
      return securingTime(health, isInCharge);
    });
    expect(waits).to.deep.equal([6, 18]);
  });

  it('has a handshake wait for a machine that is too busy to look, and for none that ended once', () => {
    const busy = new PairHealth(0);
    busy.follow('connecting', 0);
    for (const now of [1_000, 5_000, 9_000, 13_000]) expect(busy.look(OURS, true, now)).to.equal('wait');
    const restarted = connected();
    restarted.follow('connecting', 5_000);
    expect(securingTime(restarted, true)).to.equal(15);
  });

  it('does not wait when the network is there again, and takes a sign once', () => {
    const health = connected();
    health.look(OURS, true, 5_000);
    for (let tries = 0; tries < 6; tries += 1) health.noteAttempt(10_000);
    expect(health.look(OURS, true, 12_000)).to.equal('wait');
    health.noteSign(12_000);
    expect(health.look(OURS, true, 12_000)).to.not.equal('wait');
    health.noteAttempt(12_000);
    expect(health.look(OURS, true, 14_000)).to.equal('wait');
  });

  it('lets a first connection take its time, whatever signs there are', () => {
    const health = new PairHealth(0);
    health.follow('connecting', 0);
    health.noteSign(4_000);
    expect(health.look(OURS, true, 4_500)).to.equal('wait');
    health.follow('failed', 5_000);
    health.look(OURS, true, 5_500);
    health.noteSign(6_600);
    expect(health.look(OURS, true, 6_600)).to.equal('replace');
  });

  it('is hopeless after 7 s of checks that nobody answers, and not when one was answered', () => {
    for (const isAnswered of [false, true]) {
      const health = new PairHealth(0);
      health.follow('connecting', 1_000);
      for (let now = 1_000; now < 8_000; now += 1_000) {
        if (health.look(OURS, isAnswered, now) === 'replace') health.begin(now); // It goes on where the last one ended.
        expect(health.isHopeless, String(now)).to.equal(false);
      }
      health.look(OURS, isAnswered, 8_000);
      expect(health.isHopeless, String(isAnswered)).to.equal(!isAnswered);
      health.follow('connected', 9_500);
      expect(health.isHopeless).to.equal(false);
    }
  });

  it('does not take a machine that is too busy to look for one without a path', () => {
    const health = new PairHealth(0);
    health.follow('connecting', 1_000);
    for (const now of [1_000, 5_000, 9_000, 13_000]) health.look(OURS, false, now);
    expect(health.isHopeless).to.equal(false);
  });
});
