import { expect } from '@open-wc/testing';
import { $callParts } from '../../src/room/late-call.js';
import { OwnMedia } from '../../src/room/own-media.js';
import { createRoomStore } from '../../src/room/room-store.js';
import { createCanvasTrack } from '../helpers/tracks.js';

const { mediaDevices } = navigator;
const original = mediaDevices.getDisplayMedia.bind(mediaDevices);

describe('a screen that is to be shared before that part is there', () => {
  const here = $callParts.get();
  let asked = 0;
  const source = createCanvasTrack('red');
  beforeEach(() => {
    asked = 0;
    $callParts.set(undefined);
    mediaDevices.getDisplayMedia = () => {
      asked += 1;
      return Promise.resolve(new MediaStream([source.track.clone()]));
    };
  });
  afterEach(() => {
    mediaDevices.getDisplayMedia = original;
    $callParts.set(here);
  });
  after(() => {
    source.stop();
  });

  const own = () => {
    const store = createRoomStore();
    const media = new OwnMedia(store, {
      dispatch: () => undefined,
      onError: () => undefined,
      onTrack: () => undefined,
      onState: () => undefined,
      hand: () => ({ hand: false }),
    });
    return { store, media };
  };

  it('is shared as soon as it has come', async () => {
    const { store, media } = own();
    await media.toggleScreen(true);
    expect(store.$screen.get()).to.equal(true);
    await media.toggleScreen(false);
    expect(store.$screen.get()).to.equal(false);
    expect(asked).to.equal(1);
  });

  it('is not asked for when the person changed their mind meanwhile', async () => {
    const { store, media } = own();
    const sharing = media.toggleScreen(true);
    await media.toggleScreen(false);
    await sharing;
    expect(store.$screen.get()).to.equal(false);
    expect(asked).to.equal(0);
  });

  it('is not asked for when the call is over by then', async () => {
    const { media } = own();
    const sharing = media.toggleScreen(true);
    media.release();
    await sharing;
    expect(asked).to.equal(0);
  });
});
