import { expect } from '@open-wc/testing';
import { BlackWatch } from '../../src/media/black-watch.js';
import { createCanvasTrack } from '../helpers/tracks.js';

/** A picture of one colour all over, which goes on. */
const plain = (color: string) => {
  const canvas = Object.assign(document.createElement('canvas'), { width: 64, height: 48 });
  const context = canvas.getContext('2d');
  const draw = () => {
    if (context) context.fillStyle = color;
    context?.fillRect(0, 0, 64, 48);
  };
  draw();
  const [track] = canvas.captureStream(10).getVideoTracks();
  if (!track) throw new Error('a canvas gave no track');
  const timer = setInterval(draw, 100);
  return {
    track,
    paint: (next: string) => (color = next),
    stop: () => {
      clearInterval(timer);
      track.stop();
    },
  };
};

describe('a look at pictures', () => {
  it('tells black that lasts, by whose it is, and neither a dark room nor a bright face', async () => {
    const sources = { off: plain('black'), dark: plain('rgb(6 6 6)'), face: createCanvasTrack('teal') };
    const watch = new BlackWatch();
    const tracks = new Map(Object.entries(sources).map(([id, { track }]) => [id, track]));
    let now = 0;
    const look = async (isDone: (black: ReadonlySet<string>) => boolean) => {
      for (;;) {
        const black = watch.look(tracks, (now += 500));
        expect([...black].filter((id) => id !== 'off')).to.deep.equal([]);
        if (isDone(black)) return;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    await look((black) => black.has('off'));
    sources.off.paint('white');
    await look((black) => !black.has('off'));
    expect([...watch.look(new Map(), now)]).to.deep.equal([]);
    for (const source of Object.values(sources)) source.stop();
  });
});
