import { expect } from '@open-wc/testing';
import { deviceChoices, nameInUse } from '../../../src/elements/devices/device-choices.js';
import { createRoomStore, type RoomStore } from '../../../src/room/room-store.js';
import { deviceOf } from '../../helpers/devices.js';
import { createCanvasTrack } from '../../helpers/tracks.js';

const storeOf = (...devices: MediaDeviceInfo[]): RoomStore => {
  const store = createRoomStore();
  store.$devices.set(devices);
  return store;
};
const labels = (store: RoomStore, kind: MediaDeviceKind): string[] =>
  deviceChoices(store, kind).list.map(({ label }) => label);

describe('deviceChoices', () => {
  it('lists nothing while the browser keeps the names to itself, and then nobody knows what is missing', () => {
    expect(deviceChoices(createRoomStore(), 'videoinput')).to.deep.equal({ list: [], deviceId: '', isMissing: false });
    const store = storeOf(deviceOf('audioinput', '', ''), deviceOf('videoinput', '', ''));
    expect(deviceChoices(store, 'audioinput')).to.deep.equal({ list: [], deviceId: '', isMissing: false });
    expect(nameInUse(store, 'audioinput')).to.equal(undefined);
  });

  it('says what the machine does not have, but of speakers, which Firefox lists late', () => {
    const store = storeOf(deviceOf('audioinput', 'a', 'Headset'));
    expect(deviceChoices(store, 'videoinput').isMissing).to.equal(true);
    expect(deviceChoices(store, 'audiooutput').isMissing).to.equal(false);
  });

  it('tells two of one make apart, and leaves out USB’s numbers', () => {
    const store = storeOf(
      deviceOf('videoinput', 'a', 'HD Webcam (046d:0825)'),
      deviceOf('videoinput', 'b', 'HD Webcam (046d:0825)'),
      deviceOf('videoinput', 'c', 'Camera (Built-in)'),
    );
    expect(labels(store, 'videoinput')).to.deep.equal(['HD Webcam', 'HD Webcam (2)', 'Camera (Built-in)']);
  });

  it('names the real device behind the system’s choice', () => {
    const store = storeOf(
      deviceOf('audioinput', 'default', 'Default - Headset', 'usb'),
      deviceOf('audioinput', 'a', 'Built-in', 'board'),
      deviceOf('audioinput', 'b', 'Headset', 'usb'),
    );
    expect(labels(store, 'audioinput')).to.deep.equal(['Built-in', 'Headset']);
    expect(deviceChoices(store, 'audioinput').deviceId).to.equal('');
    expect(nameInUse(store, 'audioinput')).to.equal('Headset');
    store.$chosenDevices.set({ audioinput: 'a' });
    expect(deviceChoices(store, 'audioinput').deviceId).to.equal('a');
    expect(nameInUse(store, 'audioinput')).to.equal('Built-in');
  });

  it('forgets a choice that is no longer there', () => {
    const store = storeOf(deviceOf('audiooutput', 'a', 'Speakers'));
    store.$chosenDevices.set({ audiooutput: 'gone' });
    expect(deviceChoices(store, 'audiooutput').deviceId).to.equal('');
    expect(nameInUse(store, 'audiooutput')).to.equal('Speakers'); // the only one there is
  });

  it('puts the device that is open before the one that was chosen', () => {
    const source = createCanvasTrack('teal');
    source.track.getSettings = () => ({ deviceId: 'b' });
    const store = storeOf(deviceOf('videoinput', 'a', 'Webcam'), deviceOf('videoinput', 'b', 'Built-in'));
    store.$chosenDevices.set({ videoinput: 'a' });
    expect(nameInUse(store, 'videoinput')).to.equal('Webcam');
    store.$selfStream.set(new MediaStream([source.track]));
    expect(deviceChoices(store, 'videoinput').deviceId).to.equal('b');
    expect(nameInUse(store, 'videoinput')).to.equal('Built-in');
    source.stop();
  });
});
