import { expect } from '@open-wc/testing';
import { MeetError } from '../../src/errors.js';
import { CallLater } from '../../src/room/call-later.js';
import { $callParts } from '../../src/room/late-call.js';
import { OwnMedia } from '../../src/room/own-media.js';
import { DEFAULT_SETTINGS } from '../../src/room/settings.js';
import { createRoomStore } from '../../src/room/room-store.js';

describe('what is wished before the later parts are there', () => {
  const here = $callParts.get();
  beforeEach(() => $callParts.set(undefined));
  afterEach(() => $callParts.set(here));

  it('a device, before any is open, is chosen at once: a join may come right behind', () => {
    const media = new OwnMedia(createRoomStore(), {
      dispatch: () => undefined,
      onError: () => undefined,
      onTrack: () => undefined,
      onState: () => undefined,
      hand: () => ({ hand: false }),
    });
    void media.devices.choose('videoinput', 'the other one');
    void media.devices.choose('audiooutput', 'the box');
    expect(media.devices.choices).to.deep.equal({
      audioinput: '',
      videoinput: 'the other one',
      audiooutput: 'the box',
    });
    media.release();
  });

  it('a reaction that is no emoji is refused at once, and of many a few are kept', () => {
    const store = createRoomStore();
    const later = new CallLater(store, {
      mesh: () => undefined,
      say: () => undefined,
      mute: () => undefined,
      settings: { ...DEFAULT_SETTINGS },
      stats: () => Promise.resolve([]),
      dispatch: () => undefined,
    });
    expect(() => {
      later.react('hi');
    }).to.throw(MeetError, /one emoji/u);
    for (const emoji of ['👍', '❤️', '🎉', '👏', '😂']) later.react(emoji);
    later.begin();
    $callParts.set(here);
    expect(store.$reactions.get().map(({ emoji }) => emoji)).to.deep.equal(['🎉', '👏', '😂']);
    later.end();
  });
});
