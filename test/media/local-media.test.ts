import { expect } from '@open-wc/testing';
import type { MeetError } from '../../src/errors.js';
import { LocalMedia } from '../../src/media/local-media.js';
import { createCanvasTrack, createToneTrack } from '../helpers/tracks.js';
import { createEndingTrack } from './ending-track.js';
import { type DeviceStub, stubDevices } from './device-stub.js';

describe('our microphone and camera', () => {
  let devices: DeviceStub;
  let media: LocalMedia;
  let errors: MeetError[];
  let changes: string[];
  const pageTracks: { stop(): unknown }[] = [];

  const pageTrack = (kind: 'microphone' | 'camera'): MediaStreamTrack => {
    const source = kind === 'camera' ? createCanvasTrack('navy') : createToneTrack();
    pageTracks.push(source);
    return source.track;
  };

  beforeEach(() => {
    devices = stubDevices();
    devices.answerBy((request) => request.allow());
    [errors, changes] = [[], []];
    media = new LocalMedia({ onChange: (kind) => changes.push(kind), onError: (error) => errors.push(error) });
  });
  afterEach(async () => {
    media.release();
    await devices.restore();
    await Promise.all(pageTracks.splice(0).map((track) => track.stop()));
  });

  it('go on, and are sent', async () => {
    await media.turnOn(['microphone', 'camera']);
    for (const device of [media.microphone, media.camera]) {
      expect(device.isOn).to.equal(true);
      expect(device.sent).to.equal(device.track);
    }
    expect(devices.requests).to.have.length(1);
    expect(changes.sort()).to.deep.equal(['camera', 'microphone']);
  });

  it('a microphone that is off is silence, at hand to be turned on again', async () => {
    await media.turnOn(['microphone']);
    const { track } = media.microphone;
    media.microphone.turnOff();
    expect(media.microphone.isOn).to.equal(false);
    expect(track).to.include({ enabled: false, readyState: 'live' });
    expect(media.microphone.sent).to.equal(track);
    await media.turnOn(['microphone']);
    expect(track?.enabled).to.equal(true);
    expect(devices.requests, 'nothing was opened for it').to.have.length(1);
  });

  it('a camera that is off is closed, its light too, and opened again', async () => {
    await media.turnOn(['camera']);
    media.camera.turnOff();
    expect(media.camera).to.include({ isOn: false, sent: null, track: undefined });
    expect(devices.live()).to.have.length(0);
    await media.turnOn(['camera']);
    expect(media.camera.isOn).to.equal(true);
    expect(devices.live()).to.deep.equal([media.camera.track]);
  });

  it('turned off while it opens stays off, and what opens late is closed', async () => {
    devices.answerBy(undefined);
    const done = media.turnOn(['camera']);
    media.camera.turnOff();
    devices.requests[0]?.allow();
    await done;
    expect(media.camera.isOn).to.equal(false);
    expect(devices.opened).to.have.length(1);
    expect(devices.live()).to.have.length(0);
  });

  it('turned off and on again while it opens is open once', async () => {
    devices.answerBy(undefined);
    const first = media.turnOn(['camera']);
    media.camera.turnOff();
    const second = media.turnOn(['camera']);
    for (const request of [...devices.requests].reverse()) request.allow();
    await Promise.all([first, second]);
    expect(media.camera.isOn).to.equal(true);
    expect(devices.live()).to.deep.equal([media.camera.track]);
  });

  it('released while they open leave nothing behind, and complain of nothing', async () => {
    devices.answerBy(undefined);
    const done = media.turnOn(['microphone', 'camera']);
    media.release();
    devices.requests[0]?.allow();
    await done;
    const failing = media.turnOn(['camera']);
    media.release();
    devices.requests[1]?.refuse('NotAllowedError');
    await failing;
    expect(devices.live()).to.have.length(0);
    expect(errors).to.have.length(0);
  });

  it('one that fails leaves the other, and says why', async () => {
    devices.permissions.set('microphone', 'granted');
    devices.answerBy((request) => (request.constraints.video ? request.refuse('NotAllowedError') : request.allow()));
    await media.turnOn(['microphone', 'camera']);
    expect(media.microphone.isOn).to.equal(true);
    expect(media.camera.isOn).to.equal(false);
    expect(errors.map(({ code, device }) => [code, device])).to.deep.equal([['permission-denied', 'camera']]);
  });

  it('unplugged is off, and said', async () => {
    const unplugged = await createEndingTrack('video');
    pageTracks.push(unplugged);
    devices.answerBy((request) => request.allow(unplugged.track));
    await media.turnOn(['camera']);
    expect(media.camera).to.include({ isOn: true, track: unplugged.track });
    await unplugged.end();
    expect(media.camera).to.include({ isOn: false, sent: null, track: undefined });
    expect(errors.map(({ code, device }) => [code, device])).to.deep.equal([['device-lost', 'camera']]);
    devices.answerBy((request) => request.allow());
    await media.turnOn(['camera']);
    expect(media.camera.isOn, 'and can be turned on again').to.equal(true);
  });

  it('never stops or disables the page’s own tracks', async () => {
    for (const kind of ['microphone', 'camera'] as const) {
      const track = pageTrack(kind);
      media[kind].usePageTrack(track);
      expect(media[kind].isOn, 'it is off until it is turned on').to.equal(false);
      await media.turnOn([kind]);
      expect(media[kind].sent).to.equal(track);
      media[kind].turnOff();
      expect(media[kind].sent, 'off it is just not sent').to.equal(null);
      await media.turnOn([kind]);
      expect(media[kind].sent).to.equal(track);
      media.release();
      expect(media[kind].sent).to.equal(null);
      media[kind].usePageTrack(null);
      expect(track).to.include({ enabled: true, readyState: 'live' });
    }
    expect(devices.requests).to.have.length(0);
  });

  it('a page’s track takes the place of the device, which is closed', async () => {
    await media.turnOn(['camera']);
    const track = pageTrack('camera');
    media.camera.usePageTrack(track);
    expect(media.camera).to.include({ isOn: true, sent: track });
    expect(devices.live()).to.have.length(0);
    media.camera.usePageTrack(null);
    expect(media.camera).to.include({ isOn: false, sent: null });
    expect(track.readyState).to.equal('live');
  });

  it('a page’s track that comes while the device opens is what goes on, and the device is closed', async () => {
    for (const how of ['allow', 'refuse'] as const) {
      devices.answerBy(undefined);
      const done = media.turnOn(['camera']);
      const track = pageTrack('camera');
      media.camera.usePageTrack(track);
      if (how === 'allow') devices.requests.at(-1)?.allow();
      else devices.requests.at(-1)?.refuse('NotAllowedError');
      await done;
      expect(media.camera, how).to.include({ isOn: true, sent: track });
      expect(devices.live(), how).to.have.length(0);
      media.camera.usePageTrack(null);
    }
    expect(errors).to.have.length(0);
  });

  it('a page’s track that ends is a lost device', async () => {
    const ending = await createEndingTrack('video');
    pageTracks.push(ending);
    media.camera.usePageTrack(ending.track);
    await media.turnOn(['camera']);
    await ending.end();
    expect(media.camera).to.include({ isOn: false, sent: null });
    expect(errors.map(({ code, device }) => [code, device])).to.deep.equal([['device-lost', 'camera']]);
  });

  it('is off as soon as the page stops its track, which no event tells', async () => {
    const track = pageTrack('camera');
    media.camera.usePageTrack(track);
    await media.turnOn(['camera']);
    track.stop();
    expect(media.camera.isOn).to.equal(false);
  });

  it('hears no more of a track that it gave up', async () => {
    const [replaced, released] = [await createEndingTrack('video'), await createEndingTrack('audio')];
    pageTracks.push(replaced, released);
    media.camera.usePageTrack(replaced.track);
    media.camera.usePageTrack(pageTrack('camera'));
    media.microphone.usePageTrack(released.track);
    await media.turnOn(['camera', 'microphone']);
    media.microphone.usePageTrack(null);
    await replaced.end();
    await released.end();
    expect(errors).to.have.length(0);
    expect(media.camera.isOn).to.equal(true);
  });

  it('released, leave not one live track', async () => {
    await media.turnOn(['microphone', 'camera']);
    media.microphone.turnOff();
    media.release();
    expect(devices.opened).to.have.length(2);
    expect(devices.live()).to.have.length(0);
    expect(media.microphone.sent).to.equal(null);
  });
});
