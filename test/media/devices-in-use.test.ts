import { expect } from '@open-wc/testing';
import type { MeetError } from '../../src/errors.js';
import { LocalMedia } from '../../src/media/local-media.js';
import { Switching } from '../../src/media/switching.js';
import { createEndingTrack, type EndingTrack } from './ending-track.js';
import { deviceOf, type DeviceStub, idOf, ofDevice, stubDevices } from './device-stub.js';

const DESK = deviceOf('videoinput', 'desk');
const LID = deviceOf('videoinput', 'lid');
const HEADSET = deviceOf('audioinput', 'headset');

describe('the devices in use', () => {
  let devices: DeviceStub;
  let media: LocalMedia;
  let switching: Switching;
  let errors: MeetError[];
  /** What was sent of the camera after each change, by device. */
  let sent: (string | undefined)[];
  const ending: EndingTrack[] = [];
  const told = () => errors.map(({ code, device }) => `${code} ${device ?? ''}`);
  const wanted = () => devices.requests.map(({ constraints }) => idOf(constraints.video) ?? idOf(constraints.audio));

  /** Opens the camera `deviceId`, which the test can unplug. */
  const openEnding = async (deviceId: string): Promise<EndingTrack> => {
    const camera = await createEndingTrack('video');
    ending.push(camera);
    devices.answerBy((request) => request.allow(ofDevice(camera.track, deviceId)));
    await media.turnOn(['camera']);
    devices.answerBy((request) => request.allow());
    return camera;
  };

  beforeEach(() => {
    devices = stubDevices();
    devices.answerBy((request) => request.allow());
    [errors, sent] = [[], []];
    media = new LocalMedia({
      onChange: () => sent.push(media.camera.sent?.getSettings().deviceId),
      onError: (error) => errors.push(error),
    });
    switching = new Switching(media, (error) => errors.push(error));
  });
  afterEach(async () => {
    media.release();
    await devices.restore();
    for (const track of ending.splice(0)) track.stop();
  });

  it('change without a gap: the old one ends when the new one is sent', async () => {
    await media.turnOn(['camera']);
    const [old] = devices.opened;
    let wasLive: boolean | undefined;
    sent.push = (...now) => {
      if (now[0] === 'desk') wasLive ??= old?.readyState === 'live';
      return Array.prototype.push.apply(sent, now);
    };
    await switching.choose('camera', 'desk');
    expect(sent.at(-1)).to.equal('desk');
    expect(sent, 'never nothing').to.not.include(undefined);
    expect(wasLive).to.equal(true);
    expect(old?.readyState).to.equal('ended');
    expect(media.camera).to.include({ isOn: true, deviceId: 'desk' });
  });

  it('are only chosen while none is open, and opened then', async () => {
    await switching.choose('camera', 'desk');
    expect(devices.requests).to.have.length(0);
    expect(media.camera.deviceId).to.equal('desk');
    await media.turnOn(['camera']);
    expect(wanted()).to.deep.equal(['desk']);
  });

  it('stay muted when a muted microphone is changed', async () => {
    await media.turnOn(['microphone']);
    media.microphone.turnOff();
    await switching.choose('microphone', 'headset');
    expect(media.microphone).to.include({ isOn: false, deviceId: 'headset' });
    expect(media.microphone.track?.enabled).to.equal(false);
    await media.turnOn(['microphone']);
    expect(media.microphone.track?.enabled).to.equal(true);
    expect(devices.live()).to.have.length(1);
  });

  it('stay as they are when the other one fails, which is told', async () => {
    await switching.choose('camera', 'lid');
    await media.turnOn(['camera']);
    devices.answerBy((request) => request.refuse('OverconstrainedError'));
    await switching.choose('camera', 'gone');
    expect(media.camera).to.include({ isOn: true, deviceId: 'lid', choice: 'lid' });
    expect(told()).to.deep.equal(['device-missing camera']);
  });

  it('make way where the system opens only one at a time', async () => {
    await switching.choose('camera', 'lid');
    await media.turnOn(['camera']);
    devices.answerBy((request) => (devices.live().length > 0 ? request.refuse('NotReadableError') : request.allow()));
    await switching.choose('camera', 'desk');
    expect(media.camera).to.include({ isOn: true, deviceId: 'desk' });
    expect(errors).to.have.length(0);
    devices.answerBy((request) =>
      idOf(request.constraints.video) === 'lid' ? request.refuse('NotReadableError') : request.allow(),
    );
    await switching.choose('camera', 'lid');
    expect(media.camera, 'back to the one that worked').to.include({ isOn: true, deviceId: 'desk', choice: 'desk' });
    expect(told()).to.deep.equal(['device-busy camera']);
    expect(devices.live()).to.have.length(1);
  });

  it('are those chosen last, whatever opens first', async () => {
    await media.turnOn(['camera']);
    devices.answerBy(undefined);
    const first = switching.choose('camera', 'lid');
    const second = switching.choose('camera', 'desk');
    for (const request of devices.requests.slice(1).reverse()) request.allow();
    await Promise.all([first, second]);
    expect(media.camera.deviceId).to.equal('desk');
    expect(devices.live()).to.deep.equal([media.camera.track]);
  });

  it('are closed when they were turned off while another opened', async () => {
    await media.turnOn(['camera']);
    devices.answerBy(undefined);
    const done = switching.choose('camera', 'desk');
    media.camera.turnOff();
    devices.requests[1]?.allow();
    await done;
    expect(media.camera.isOn).to.equal(false);
    expect(devices.live()).to.have.length(0);
  });

  it('are opened again when they return, and that they were lost is told once', async () => {
    await switching.choose('camera', 'desk');
    const camera = await openEnding('desk');
    await camera.end();
    expect(media.camera.isOn).to.equal(false);
    await media.retry([LID]);
    expect(media.camera.isOn, 'another was not chosen').to.equal(false);
    await media.retry([LID, DESK]);
    expect(media.camera).to.include({ isOn: true, deviceId: 'desk' });
    expect(told()).to.deep.equal(['device-lost camera']);
  });

  it('that nobody chose may be replaced by any other', async () => {
    const camera = await openEnding('desk');
    await camera.end();
    await media.retry([HEADSET]);
    expect(media.camera.isOn).to.equal(false);
    await media.retry([LID, HEADSET]);
    expect(media.camera.isOn).to.equal(true);
  });

  it('are not reopened at once where the permission went and the device is still there', async () => {
    const camera = await openEnding('desk');
    await camera.end();
    await media.retry([DESK, LID], true);
    expect(media.camera.isOn).to.equal(false);
    await media.retry([LID], true);
    expect(media.camera.isOn, 'the device went').to.equal(true);
  });

  it('are not asked for by a cable when the person took the permission back', async () => {
    const camera = await openEnding('desk');
    await camera.end();
    const before = devices.requests.length;
    devices.permissions.set('camera', 'denied');
    await media.retry([DESK]);
    expect(devices.requests).to.have.length(before);
    devices.permissions.set('camera', 'granted');
    await media.retry([DESK]);
    expect(media.camera.isOn).to.equal(true);
  });

  it('are no longer awaited once they are turned off', async () => {
    const camera = await openEnding('desk');
    await camera.end();
    media.camera.turnOff();
    await media.retry([DESK]);
    expect(media.camera.isOn).to.equal(false);
  });

  it('that another program has are tried again when devices change, and told once', async () => {
    devices.answerBy((request) => request.refuse('NotReadableError'));
    await media.turnOn(['camera']);
    await media.retry([DESK]);
    await media.retry([DESK]);
    expect(devices.requests).to.have.length(3);
    devices.answerBy((request) => request.allow());
    await media.retry([DESK]);
    expect(media.camera.isOn).to.equal(true);
    expect(told()).to.deep.equal(['device-busy camera']);
  });

  it('that were off are not missed', async () => {
    const microphone = await createEndingTrack('audio');
    ending.push(microphone);
    devices.answerBy((request) => request.allow(ofDevice(microphone.track, 'headset')));
    await media.turnOn(['microphone']);
    media.microphone.turnOff();
    await microphone.end();
    await media.retry([HEADSET]);
    expect(errors).to.have.length(0);
    expect(media.microphone.isOn).to.equal(false);
  });

  it('muted by the system are off, and on again with the system', async () => {
    // Firefox hands made-up events of this name to nobody: the listeners are called as it would call them.
    const listeners = new Map<string, () => void>();
    devices.answerBy((request) => {
      const [track] = request.allow().getTracks();
      const listen = track!.addEventListener.bind(track);
      Object.assign(track!, {
        addEventListener: (type: string, listener: () => void) => {
          listeners.set(type, listener);
          listen(type, listener);
        },
      });
    });
    await media.turnOn(['camera']);
    const { track } = media.camera;
    const mute = (muted: boolean) => {
      Object.defineProperty(track!, 'muted', { configurable: true, value: muted });
      listeners.get(muted ? 'mute' : 'unmute')?.();
    };
    mute(true);
    expect(media.camera).to.include({ isOn: false, sent: null });
    expect(sent.at(-1)).to.equal(undefined);
    mute(false);
    expect(media.camera).to.include({ isOn: true, sent: track });
    mute(true);
    await media.turnOn(['camera']);
    expect(media.camera.isOn, 'asked for, it is opened anew').to.equal(true);
    expect(track?.readyState).to.equal('ended');
    expect(errors).to.have.length(0);
  });
});
