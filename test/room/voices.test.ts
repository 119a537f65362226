import { expect } from '@open-wc/testing';
import { loudness } from '../../src/media/loudness.js';
import { ActiveSpeaker } from '../../src/room/active-speaker.js';
import { SpeechGate } from '../../src/room/speech.js';

const STEP = 200;

describe('loudness', () => {
  it('is 0 at 60 dB below full scale, 1 at full scale, and half between', () => {
    expect(loudness(0)).to.equal(0);
    expect(loudness(0.000_1)).to.equal(0);
    expect(loudness(0.001)).to.be.closeTo(0, 1e-9);
    expect(loudness(10 ** -1.5)).to.be.closeTo(0.5, 1e-9);
    expect(loudness(1)).to.equal(1);
    expect(loudness(2)).to.equal(1);
  });
});

describe('speech', () => {
  const run = (levels: readonly number[]): boolean[] => {
    const gate = new SpeechGate();
    return levels.map((level, index) => gate.hear(level, index * STEP));
  };

  it('is what stays loud, and a click is none', () => {
    expect(run([0, 0.6, 0, 0.6, 0])).to.not.include(true);
    expect(run([0, 0.6, 0.6])).to.deep.equal([false, false, true]);
  });

  it('goes on through pauses between words and through what is neither loud nor quiet', () => {
    expect(run([0.6, 0.6, 0, 0, 0.6, 0, 0, 0.3, 0.3, 0.3, 0.3]).slice(1)).to.not.include(false);
  });

  it('ends after a while of quiet', () => {
    expect(run([0.6, 0.6, 0, 0, 0, 0, 0]).at(-1)).to.equal(false);
  });
});

describe('who holds the floor', () => {
  /** Plays levels by name, one look each; a level above 0 is speech. Returns who held the floor at each look. */
  const play = (script: Readonly<Record<string, readonly number[]>>): (string | undefined)[] => {
    const floor = new ActiveSpeaker();
    const length = Math.max(...Object.values(script).map((levels) => levels.length));
    return Array.from({ length }, (_, index) => {
      const voices = Object.entries(script).flatMap(([id, levels]) => {
        const level = levels[index];
        return level === undefined ? [] : [[id, { loudness: level, isSpeaking: level > 0 }] as const];
      });
      return floor.hear(new Map(voices), index * STEP);
    });
  };
  const times = (count: number, level: number) => Array.from({ length: count }, () => level);

  it('is nobody while all are silent, and whoever begins', () => {
    expect(play({ a: times(5, 0), b: times(5, 0) })).to.deep.equal(times(5, 0).map(() => undefined));
    expect(play({ a: [0, 0.5, 0.5], b: times(3, 0) })).to.deep.equal([undefined, 'a', 'a']);
  });

  it('stays with the speaker through another’s short burst, even a louder one', () => {
    const held = play({ a: times(30, 0.5), b: [...times(15, 0), 0.9, 0.9, ...times(13, 0)] });
    expect(new Set(held)).to.deep.equal(new Set(['a']));
  });

  it('goes to whoever is louder over a short, a middle and a long time', () => {
    expect(play({ a: times(60, 0.5), b: [...times(10, 0), ...times(50, 0.9)] }).at(-1)).to.equal('b');
    expect(play({ a: times(60, 0.5), b: [...times(10, 0), ...times(50, 0.52)] }).at(-1), 'hardly louder').to.equal('a');
  });

  it('goes at once to the one who speaks when the speaker has stopped', () => {
    expect(play({ a: [...times(10, 0.8), 0, 0], b: [...times(10, 0), 0.5, 0.5] }).slice(-2)).to.deep.equal(['b', 'b']);
  });

  it('does not flicker between two who talk at once', () => {
    const one = Array.from({ length: 100 }, (_, index) => (index % 2 ? 0.7 : 0.5));
    const other = one.map((level) => 1.2 - level);
    const held = play({ a: one, b: other });
    expect(held.filter((id, index) => index > 0 && id !== held[index - 1])).to.have.length(0);
  });

  it('is nobody again after three seconds of silence, and at once when the speaker goes and nobody speaks', () => {
    const held = play({ a: [...times(5, 0.8), ...times(20, 0)] });
    expect(held[5 + 13]).to.equal('a');
    expect(held.at(-1)).to.equal(undefined);
    expect(play({ a: times(5, 0.8), b: times(8, 0) }).slice(5)).to.deep.equal([undefined, undefined, undefined]);
  });
});
