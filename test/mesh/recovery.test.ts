import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { nextStep, type PairFacts, type Step } from '../../src/mesh/recovery.js';

const FACTS: PairFacts = {
  state: 'none',
  elapsed: 0,
  securing: 0,
  silence: 0,
  unmoved: 0,
  isNew: true,
  hasRepeated: false,
  isDeaf: false,
  isBlind: false,
  isSettled: false,
  attempts: 0,
  isInCharge: true,
  isOurs: true,
  hasSign: false,
  jitter: 1,
};
/** Nothing comes in any more. */
const SILENCE = { silence: 60_000, isNew: false };
/** Opposite a deployed client, and nothing has moved of late. */
const DEAD = { isOurs: false, unmoved: 15_000 };
const STATES = ['none', 'new', 'connecting', 'connected', 'disconnected', 'failed', 'closed'] as const;

/** The first moment, in ms, at which it does anything but wait; `undefined` for never within an hour. */
const firstStep = (over: Partial<PairFacts>): { at: number; step: Step } | undefined => {
  for (let at = 0; at <= 3_600_000; at += 250) {
    const step = nextStep({ ...FACTS, ...over, elapsed: at });
    if (step !== 'wait') return { at, step };
  }
  return undefined;
};

describe('the ladder of recovery', () => {
  const rows: readonly (readonly [what: string, facts: Partial<PairFacts>, at: number, step: Step])[] = [
    ['one of ours that does not offer', { state: 'none' }, 3_000, 'begin'],
    ['a deployed client that does not offer', { state: 'none', isOurs: false }, 1_500, 'begin'],
    ['an offer that nobody answers', { state: 'new' }, 20_000, 'replace'],
    ['one of ours of whom nothing is heard', { state: 'new', unmoved: 3_000 }, 0, 'repeat'],
    [
      'the same, after what was said was said again',
      { state: 'connecting', unmoved: 3_000, hasRepeated: true },
      0,
      'replace',
    ],
    ['the same once more', { state: 'new', unmoved: 3_000, hasRepeated: true, attempts: 1 }, 20_000, 'relay'],
    ['an offer that no deployed client answers', { state: 'new', ...DEAD }, 18_750, 'replace'],
    ['a deployed client that never tried anything', { state: 'new', isSettled: true, ...DEAD }, 18_750, 'replace'],
    ['one that is only slow', { state: 'connecting', isSettled: true, isOurs: false }, 18_750, 'restart'],
    ['one whose new connection stays dead too', { state: 'connecting', attempts: 1, ...DEAD }, 18_750, 'rejoin'],
    ['one whose DTLS is dead', { state: 'connecting', isSettled: true, securing: 16_000, ...DEAD }, 0, 'rejoin'],
    ['one whose connection failed just now', { state: 'failed', isOurs: false }, 1_000, 'restart'],
    [
      'one whose connection failed in spite of restarts',
      { state: 'failed', isOurs: false, attempts: 2 },
      4_000,
      'replace',
    ],
    ['one whose connection is closed at our end', { state: 'closed', isOurs: false }, 1_000, 'replace'],
    ['one whose connection failed long after anything', { state: 'failed', ...DEAD }, 1_000, 'replace'],
    ['one whose path is lost', { state: 'disconnected', ...SILENCE, ...DEAD }, 2_000, 'restart'],
    ['one whose path stays lost', { state: 'disconnected', attempts: 3, ...SILENCE, ...DEAD }, 6_000, 'rejoin'],
    ['one of ours that tried nothing yet', { state: 'new', isSettled: true }, 15_000, 'replace'],
    ['checks that come to nothing', { state: 'connecting', isSettled: true }, 15_000, 'replace'],
    ['a path that is lost', { state: 'disconnected', ...SILENCE }, 2_000, 'restart'],
    ['a path that stays lost after a restart', { state: 'disconnected', attempts: 1, ...SILENCE }, 3_000, 'refresh'],
    [
      'a path that fresh servers do not bring back',
      { state: 'disconnected', attempts: 2, ...SILENCE },
      4_000,
      'replace',
    ],
    ['a path that a new connection does not find', { state: 'disconnected', attempts: 3, ...SILENCE }, 6_000, 'relay'],
    ['a path lost for long', { state: 'disconnected', attempts: 9, ...SILENCE }, 17_000, 'relay'],
    ['silence on a connection that says it is up', { state: 'connected', ...SILENCE }, 1_000, 'restart'],
    ['a peer that hears nothing of us', { state: 'connected', isDeaf: true }, 0, 'replace'],
    ['a peer whose pictures are not decoded', { state: 'connected', isBlind: true }, 0, 'replace'],
    ['the same once more', { state: 'connected', isBlind: true, attempts: 1 }, 2_000, 'replace'],
    ['a deployed client’s', { state: 'connected', isBlind: true, isOurs: false, isInCharge: false }, 0, 'restart'],
    ['a peer that still hears nothing of us', { state: 'connected', isDeaf: true, attempts: 1 }, 2_000, 'relay'],
    ['a connection that failed', { state: 'failed' }, 1_000, 'replace'],
    ['a second one that failed', { state: 'failed', attempts: 1 }, 2_000, 'relay'],
    ['a third', { state: 'failed', attempts: 2 }, 4_000, 'replace'],
    ['a fourth', { state: 'failed', attempts: 3 }, 8_000, 'relay'],
    ['a fifth', { state: 'failed', attempts: 4 }, 15_000, 'replace'],
    ['a sixth', { state: 'failed', attempts: 5 }, 30_000, 'relay'],
    ['the hundredth', { state: 'failed', attempts: 100 }, 60_000, 'replace'],
    [
      'the hundredth, of one that was connected once',
      { state: 'failed', attempts: 100, isNew: false },
      15_000,
      'replace',
    ],
    ['a connection that was closed', { state: 'closed' }, 1_000, 'replace'],
  ];
  for (const [what, facts, at, step] of rows) {
    it(`${what}: ${step} after ${String(at)} ms`, () => {
      expect(
        firstStep({ isSettled: facts.state === 'disconnected' || facts.state === 'failed', ...facts }),
      ).to.deep.equal({ at, step });
    });
  }

  it('never touches what is connected', () => {
    expect(firstStep({ state: 'connected' })).to.equal(undefined);
    expect(firstStep({ state: 'connected', isInCharge: false, attempts: 9 })).to.equal(undefined);
  });

  it('leaves alone what packets come through, whatever the state says', () => {
    expect(firstStep({ state: 'disconnected', silence: 0 })).to.equal(undefined);
  });

  it('does not wait after a sign of life, but gives the last step its time', () => {
    for (const state of ['new', 'connecting', 'disconnected', 'failed'] as const) {
      const given = { ...SILENCE, state, attempts: 9, isSettled: true, hasSign: true };
      expect(firstStep(given)?.at, state).to.equal(1_500);
      expect(firstStep({ ...given, isInCharge: false })?.at, state).to.equal(1_500);
    }
    expect(firstStep({ state: 'connected', hasSign: true })).to.equal(undefined);
  });

  it('gives up a path that was long silent as the network comes back, and restarts one that was lost just now', () => {
    for (const state of ['connected', 'disconnected'] as const) {
      const given = { state, isSettled: true, hasSign: true };
      expect(firstStep({ ...given, ...SILENCE })?.step, state).to.equal('replace');
      expect(firstStep({ ...given, ...SILENCE, attempts: 1 })?.step, state).to.equal('relay');
    }
    expect(firstStep({ state: 'disconnected', isSettled: true, hasSign: true, silence: 2_500 })?.step).to.equal(
      'restart',
    );
  });

  const anything = fc.record({
    state: fc.constantFrom(...STATES),
    elapsed: fc.nat({ max: 200_000 }),
    securing: fc.nat({ max: 10_000 }),
    silence: fc.nat({ max: 200_000 }),
    unmoved: fc.nat({ max: 200_000 }),
    isNew: fc.boolean(),
    hasRepeated: fc.boolean(),
    isDeaf: fc.boolean(),
    isBlind: fc.boolean(),
    hasSign: fc.boolean(),
    jitter: fc.double({ min: 0.85, max: 1.15, noNaN: true }),
    isSettled: fc.boolean(),
    attempts: fc.nat({ max: 50 }),
    isInCharge: fc.boolean(),
    isOurs: fc.boolean(),
  });
  // Only while it connects DTLS is under way.
  const facts = anything.map((given) => ({ ...given, securing: given.state === 'connecting' ? given.securing : 0 }));

  it('always moves on within four minutes, and does not change its mind by waiting longer', () => {
    fc.assert(
      fc.property(facts, fc.nat({ max: 100_000 }), (given, more) => {
        const step = nextStep(given);
        const isWell = given.state === 'connected' && given.silence < 3_000 && !given.isDeaf && !given.isBlind;
        const isDoubtful = given.state === 'disconnected' && given.silence < 2_000;
        if (!isWell && !isDoubtful) expect(nextStep({ ...given, elapsed: 240_000 })).to.not.equal('wait');
        if (step !== 'wait') expect(nextStep({ ...given, elapsed: given.elapsed + more })).to.equal(step);
      }),
    );
  });

  it('leaves the first move to the side in charge, but for beginning', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const [mine, theirs] = [nextStep({ ...given, isInCharge: true }), nextStep({ ...given, isInCharge: false })];
        if (given.state === 'none') expect(theirs).to.equal(mine);
        else if (theirs !== 'wait') expect(mine).to.equal(theirs);
      }),
    );
    expect(nextStep({ ...FACTS, ...SILENCE, state: 'disconnected', elapsed: 5_000, isInCharge: false })).to.equal(
      'wait',
    );
    expect(nextStep({ ...FACTS, ...SILENCE, state: 'disconnected', elapsed: 6_000, isInCharge: false })).to.equal(
      'restart',
    );
  });

  it('is never hastier after more attempts', () => {
    fc.assert(
      fc.property(facts, fc.nat({ max: 10 }), (given, more) => {
        if (nextStep(given) === 'wait')
          expect(nextStep({ ...given, attempts: given.attempts + more })).to.equal('wait');
      }),
    );
  });
});
