import { expect } from '@open-wc/testing';
import { MeetError } from '../../src/errors.js';
import { capture, captureExactly } from '../../src/media/capture.js';
import { type DeviceStub, stubDevices } from './device-stub.js';

const asked = (devices: DeviceStub) =>
  devices.requests.map(({ constraints }) => Object.keys(constraints).sort().join(' and '));
const outcome = (result: MediaStreamTrack | MeetError | undefined) =>
  result instanceof MeetError ? `${result.code} ${result.device ?? ''}` : result?.kind;

describe('opening the devices', () => {
  let devices: DeviceStub;
  beforeEach(() => {
    devices = stubDevices();
  });
  afterEach(() => devices.restore());

  it('asks the person once for both', async () => {
    devices.answerBy((request) => request.allow());
    const captured = await capture(['microphone', 'camera']);
    expect(asked(devices)).to.deep.equal(['audio and video']);
    expect(outcome(captured.get('microphone'))).to.equal('audio');
    expect(outcome(captured.get('camera'))).to.equal('video');
  });

  it('asks for what is wanted and nothing else', async () => {
    devices.answerBy((request) => request.allow());
    await capture(['camera']);
    await capture(['microphone']);
    await capture([]);
    expect(asked(devices)).to.deep.equal(['video', 'audio']);
  });

  it('gets the microphone where there is no camera, and says what is missing', async () => {
    devices.answerBy((request) => (request.constraints.video ? request.refuse('NotFoundError') : request.allow()));
    const captured = await capture(['microphone', 'camera']);
    expect(asked(devices)).to.deep.equal(['audio and video', 'audio', 'video']);
    expect(outcome(captured.get('microphone'))).to.equal('audio');
    expect(outcome(captured.get('camera'))).to.equal('device-missing camera');
  });

  it('gets the camera where the microphone is taken', async () => {
    devices.answerBy((request) => (request.constraints.audio ? request.refuse('NotReadableError') : request.allow()));
    const captured = await capture(['microphone', 'camera']);
    expect(outcome(captured.get('microphone'))).to.equal('device-busy microphone');
    expect(outcome(captured.get('camera'))).to.equal('video');
  });

  it('asks nothing more of a person who refused both', async () => {
    devices.answerBy((request) => request.refuse('NotAllowedError'));
    const captured = await capture(['microphone', 'camera']);
    expect(asked(devices)).to.deep.equal(['audio and video']);
    expect(outcome(captured.get('microphone'))).to.equal('permission-denied microphone');
    expect(outcome(captured.get('camera'))).to.equal('permission-denied camera');
  });

  it('opens what is granted after a refusal, and asks for nothing else', async () => {
    devices.permissions.set('microphone', 'granted');
    devices.answerBy((request) => (request.constraints.video ? request.refuse('NotAllowedError') : request.allow()));
    const captured = await capture(['microphone', 'camera']);
    expect(asked(devices)).to.deep.equal(['audio and video', 'audio']);
    expect(outcome(captured.get('microphone'))).to.equal('audio');
    expect(outcome(captured.get('camera'))).to.equal('permission-denied camera');
  });

  it('asks for the one that nobody was asked about, where the other was refused for good before', async () => {
    devices.permissions.set('microphone', 'denied');
    devices.answerBy((request) => (request.constraints.audio ? request.refuse('NotAllowedError') : request.allow()));
    const captured = await capture(['microphone', 'camera']);
    expect(asked(devices)).to.deep.equal(['audio and video', 'video']);
    expect(captured.get('microphone')).to.include({ code: 'permission-denied', device: 'microphone', by: 'user' });
    expect(outcome(captured.get('camera'))).to.equal('video');
  });

  it('wishes for the chosen devices, and takes another where they are gone', async () => {
    devices.answerBy((request) => request.allow());
    await capture(['microphone', 'camera'], { microphone: 'headset', camera: 'desk' });
    const { constraints } = devices.requests[0]!;
    expect(constraints.audio).to.deep.include({ deviceId: { ideal: 'headset' }, echoCancellation: true });
    expect(constraints.video).to.deep.include({ deviceId: { ideal: 'desk' } });
    expect(constraints.video, 'the one at the face is only a default').to.not.have.property('facingMode');
    await captureExactly('camera', 'desk');
    expect(devices.requests[1]?.constraints.video).to.deep.include({ deviceId: { exact: 'desk' } });
    expect(devices.requests[1]?.constraints).to.not.have.property('audio');
  });

  it('says of each why it failed', async () => {
    devices.permissions.set('microphone', 'granted');
    devices.answerBy((request) => request.refuse(request.constraints.video ? 'NotAllowedError' : 'NotFoundError'));
    const captured = await capture(['microphone', 'camera']);
    expect(outcome(captured.get('microphone'))).to.equal('device-missing microphone');
    expect(outcome(captured.get('camera'))).to.equal('permission-denied camera');
  });

  it('leaves no track of a half answer open', async () => {
    devices.answerBy((request) => {
      const stream = request.allow();
      if (devices.requests.length === 1) for (const track of stream.getVideoTracks()) stream.removeTrack(track);
      // The track that was taken out belongs to nobody: the stub closes it.
      if (devices.requests.length === 1)
        devices.opened.filter(({ kind }) => kind === 'video').forEach((track) => track.stop());
    });
    const captured = await capture(['microphone', 'camera']);
    expect(new Set(devices.live())).to.deep.equal(new Set(captured.values()));
    expect(devices.live()).to.have.length(2);
  });

  it('takes a stream without a track for a device that is missing', async () => {
    devices.answerBy((request) => {
      const stream = request.allow();
      for (const track of stream.getTracks()) stream.removeTrack(track);
    });
    expect(outcome((await capture(['camera'])).get('camera'))).to.equal('device-missing camera');
  });
});
