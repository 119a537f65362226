import { expect } from '@open-wc/testing';
import { LevelMeter } from '../../src/media/level-meter.js';
import { loudness } from '../../src/media/loudness.js';
import { until } from '../helpers/fixtures.js';
import { createToneTrack } from '../helpers/tracks.js';
import { createQuietMicrophone } from './quiet-track.js';

/** A sine's effective value, of the amplitude of the tests' tones. */
const TONE = loudness(0.2 / Math.SQRT2);

describe('LevelMeter', () => {
  it('tells how loud a tone is, whether its level is shown or not, and 0 at its end', async () => {
    const tone = createToneTrack();
    for (const isShown of [true, false]) {
      let levels: number[] = [];
      const meter = new LevelMeter((level) => levels.push(level), () => undefined, () => Number(isShown)); // prettier-ignore
      meter.measure(tone.track);
      const isTone = (level: number) => Math.abs(level - TONE) < 0.01;
      await until(() => levels.slice(-4).length === 4 && levels.slice(-4).every(isTone));
      levels = [];
      meter.measure(undefined);
      expect(levels).to.deep.equal([0]);
    }
    await tone.stop();
  });

  it('tells a microphone that is quiet from one that gives nothing', async () => {
    const looks: boolean[] = [];
    const meter = new LevelMeter(() => undefined, (hasSound) => looks.push(hasSound), () => 1); // prettier-ignore
    const quiet = createQuietMicrophone();
    meter.measure(quiet.track);
    await until(() => looks.length > 3);
    expect(looks).to.not.include(true);
    quiet.give(true);
    await until(() => looks.at(-1) === true);
    meter.measure(undefined);
    await quiet.stop();
  });
});
