import { expect } from '@open-wc/testing';
import { FrameMeter } from '../../src/media/frame-meter.js';
import { until } from '../helpers/fixtures.js';
import { createCanvasTrack } from '../helpers/tracks.js';
import { createQuietCamera } from './quiet-track.js';

describe('FrameMeter', () => {
  const looks: boolean[] = [];
  let meter: FrameMeter;
  let source: ReturnType<typeof createCanvasTrack>;
  beforeEach(() => {
    looks.length = 0;
    source = createCanvasTrack('teal');
    meter = new FrameMeter((hasFrame) => looks.push(hasFrame));
  });
  afterEach(() => {
    meter.measure(undefined);
    source.stop();
  });

  it('tells that frames come, and that none do', async () => {
    meter.measure(source.track);
    await until(() => looks.includes(true));
    const quiet = createQuietCamera();
    meter.measure(quiet.track);
    looks.length = 0;
    await until(() => looks.includes(false));
    quiet.stop();
  });

  it('says nothing of a page that is not drawn, as a frame that is scrolled out of sight', async () => {
    const draw = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = () => 1;
    try {
      meter.measure(source.track);
      // Not `until`, which waits for frames itself. Four looks and more.
      await new Promise((resolve) => setTimeout(resolve, 2_400));
      expect(looks).to.deep.equal([]);
    } finally {
      window.requestAnimationFrame = draw;
    }
    meter.measure(undefined);
    meter.measure(source.track);
    await until(() => looks.includes(true));
  });
});
