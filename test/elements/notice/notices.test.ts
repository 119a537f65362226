import { expect } from '@open-wc/testing';
import { Notices } from '../../../src/elements/notice/notices.js';
import { MeetError } from '../../../src/errors.js';
import { createRoomStore } from '../../../src/room/room-store.js';
import { deviceOf as listedAs } from '../../helpers/devices.js';
import { peerOf, peersOf } from '../../helpers/fixtures.js';

const deviceOf = (kind: MediaDeviceKind, deviceId: string, label = deviceId, groupId = ''): MediaDeviceInfo =>
  listedAs(kind, deviceId, label, groupId);
const BUILT_IN = [deviceOf('audioinput', 'default', 'Default'), deviceOf('audioinput', 'in'), deviceOf('audiooutput', 'out')]; // prettier-ignore
const HEADSET = [deviceOf('audiooutput', 'ears', 'Headset', 'g'), deviceOf('audioinput', 'mouth', 'Headset', 'g')];

const inCall = () => {
  const store = createRoomStore();
  const notices = new Notices();
  store.$state.set('joined');
  const look = (isOnline = true) => {
    notices.look(store, isOnline);
    return notices.line;
  };
  return { store, notices, look };
};

describe('Notices', () => {
  it('shows the newest, and what was there before when that is over', () => {
    const { store, look } = inCall();
    expect(look()).to.equal(undefined);
    store.$screen.set(true);
    expect(look()?.kind).to.equal('sharing');
    store.$notice.set({ kind: 'error', error: new MeetError('device-busy', '') });
    expect(look()?.kind).to.equal('error');
    store.$notice.set(undefined);
    expect(look()?.kind).to.equal('sharing');
    store.$screen.set(false);
    expect(look()).to.equal(undefined);
  });

  it('says that only the speaker is seen, when that came by itself', () => {
    const { store, look } = inCall();
    store.$saved.set(new Set(['a']));
    expect(look()?.kind).to.equal('saving');
    store.$saving.set('video-off');
    expect(look(), 'who asked for it knows').to.equal(undefined);
  });

  it('shows another error as news', () => {
    const { store, look } = inCall();
    store.$notice.set({ kind: 'error', error: new MeetError('device-busy', '') });
    look();
    store.$screen.set(true);
    expect(look()?.kind).to.equal('sharing');
    store.$notice.set({ kind: 'error', error: new MeetError('device-lost', '') });
    expect(look()?.kind).to.equal('error');
  });

  it('says while offline how many the call goes on with, and not a second time that the server is gone', () => {
    const { store, look } = inCall();
    store.$peers.set(
      peersOf(peerOf({ id: 'a' }), peerOf({ id: 'b' }), peerOf({ id: 'c', state: 'reconnecting' }), peerOf({ id: 'd', state: 'lost' })), // prettier-ignore
    );
    expect(look(false)).to.deep.equal({ kind: 'offline', connected: 2, others: 3 });
    store.$state.set('reconnecting');
    store.$notice.set({ kind: 'reconnecting' });
    expect(look(false)?.kind).to.equal('offline');
    expect(look(true)?.kind).to.equal('reconnecting');
    store.$state.set('left');
    store.$notice.set(undefined);
    expect(look(false)).to.equal(undefined);
  });

  it('offers a headset that comes, with both its ends, until it is used or goes', () => {
    const { store, look } = inCall();
    store.$devices.set(BUILT_IN);
    expect(look()).to.equal(undefined);
    store.$devices.set([...BUILT_IN, ...HEADSET]);
    const ends = [
      { kind: 'audiooutput', deviceId: 'ears' },
      { kind: 'audioinput', deviceId: 'mouth' },
    ];
    expect(look()).to.deep.equal({ kind: 'device', device: { label: 'Headset', ends } });
    store.$chosenDevices.set({ audioinput: 'mouth', audiooutput: 'ears' });
    expect(look()).to.equal(undefined);
    store.$chosenDevices.set({});
    store.$devices.set(BUILT_IN);
    look();
    store.$devices.set([...BUILT_IN, ...HEADSET]);
    expect(look()?.kind).to.equal('device');
    store.$devices.set(BUILT_IN);
    expect(look()).to.equal(undefined);
  });

  it('offers nothing that the system uses already, both of its ends', () => {
    const { store, look } = inCall();
    const own = (group: string) => [
      deviceOf('audioinput', 'default', 'Default', group),
      deviceOf('audiooutput', 'default', 'Default', group),
    ];
    const builtIn = [deviceOf('audioinput', 'in', 'Built-in', 'b'), deviceOf('audiooutput', 'out', 'Built-in', 'b')];
    const on = (label: string) => {
      const tracks = [{ label }];
      store.$selfStream.set({ getAudioTracks: () => tracks } as unknown as MediaStream);
    };
    store.$chosenDevices.set({ audioinput: 'default' });
    on('Default - Built-in');
    store.$devices.set([...own('b'), ...builtIn]);
    look();
    store.$devices.set([...own('g'), ...builtIn, ...HEADSET]);
    expect(look()?.kind, 'not opened yet').to.equal('device');
    on('Default - Headset');
    expect(look()).to.equal(undefined);
    store.$devices.set([...own('b'), ...builtIn]);
    look();
    store.$devices.set([...own('b'), ...builtIn, ...HEADSET]);
    expect(look()?.kind, 'the speakers are the old ones').to.equal('device');
  });

  it('takes speakers for no news that are listed only once the microphone is allowed', () => {
    const { store, look } = inCall();
    const [microphone, output] = [deviceOf('audioinput', 'in'), deviceOf('audiooutput', 'out')];
    store.$devices.set([microphone]);
    look();
    store.$devices.set([microphone, output]);
    expect(look()).to.equal(undefined);
    store.$devices.set([microphone, output, ...HEADSET]);
    expect(look()?.kind).to.equal('device');
  });

  it('takes devices that get their names by a permission for no news', () => {
    const { store, look } = inCall();
    store.$devices.set([deviceOf('audioinput', '', ''), deviceOf('videoinput', '', '')]);
    expect(look()).to.equal(undefined);
    store.$devices.set([...BUILT_IN, ...HEADSET]);
    expect(look()).to.equal(undefined);
  });

  it('takes cameras that get their names after the microphones for no news', () => {
    const { store, look } = inCall();
    store.$devices.set([...BUILT_IN, deviceOf('videoinput', '', '')]);
    look();
    store.$devices.set([...BUILT_IN, deviceOf('videoinput', 'eye')]);
    expect(look()).to.equal(undefined);
  });

  it('offers nothing before the call, nor twice what was put away', () => {
    const { store, notices, look } = inCall();
    store.$devices.set(BUILT_IN);
    look();
    store.$devices.set([...BUILT_IN, ...HEADSET]);
    look();
    notices.settleDevice();
    expect(look()).to.equal(undefined);
    expect(look()).to.equal(undefined);
  });
});
