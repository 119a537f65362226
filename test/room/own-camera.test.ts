import { expect } from '@open-wc/testing';
import { createMeeting, type Meeting } from '../../src/core.js';
import type { MeetError } from '../../src/errors.js';
import type { Facing } from '../../src/media/facing.js';
import { type DeviceStub, idOf, ofDevice, sidedOf, stubDevices } from '../media/device-stub.js';
import { until } from '../helpers/fixtures.js';

const SIDES = { front: 'user', rear: 'environment' } as const;

/** The camera that a phone opens for a wish. */
const cameraFor = (video: MediaTrackConstraints): keyof typeof SIDES => {
  const { exact, ideal } = (typeof video.facingMode === 'object' ? video.facingMode : {}) as { exact?: Facing; ideal?: Facing }; // prettier-ignore
  const id = idOf(video);
  if (id === 'front' || id === 'rear') return id;
  return (exact ?? ideal ?? 'user') === 'user' ? 'front' : 'rear';
};

describe('the cameras of a phone', () => {
  let devices: DeviceStub;
  let meeting: Meeting;
  let errors: MeetError[];
  const chosen = () => meeting.store.$chosenDevices.get().videoinput;
  const lastWish = () => (devices.requests.at(-1)?.constraints.video as MediaTrackConstraints).facingMode;

  beforeEach(async () => {
    devices = stubDevices();
    devices.answerBy(({ constraints, allow }) => {
      const id = cameraFor(constraints.video as MediaTrackConstraints);
      const [track] = allow().getVideoTracks();
      if (track) ofDevice(track, id, SIDES[id]);
    });
    devices.has(sidedOf('front', 'user'), sidedOf('rear', 'environment'));
    errors = [];
    meeting = createMeeting({ room: 'standup' });
    meeting.addEventListener('pm-error', (event) => errors.push((event as unknown as { error: MeetError }).error));
    meeting.openLobby();
    await meeting.toggleCamera(true);
    await until(() => meeting.store.$canFlip.get());
  });
  afterEach(async () => {
    await meeting.leave().catch(() => undefined);
    await devices.restore();
    localStorage.removeItem('private-meet');
  });

  it('are flipped without a gap, there and back, and the one in use is what is chosen', async () => {
    const seen: boolean[] = [];
    meeting.store.$camera.listen((on) => seen.push(on));
    for (const [id, facing] of [
      ['rear', 'environment'],
      ['front', 'user'],
    ] as const) {
      // prettier-ignore
      await meeting.flipCamera();
      expect(lastWish()).to.deep.equal({ exact: facing });
      expect(chosen()).to.equal(id);
      expect(devices.live()).to.have.length(1);
      expect(meeting.store.$selfStream.get()?.getVideoTracks()[0]).to.equal(devices.live()[0]);
    }
    expect(seen).to.deep.equal([]);
    expect(errors).to.deep.equal([]);
  });

  it('are still the one that was flipped to when the camera was off in between', async () => {
    await meeting.flipCamera();
    await meeting.toggleCamera(false);
    expect(meeting.store.$canFlip.get()).to.equal(false);
    await meeting.flipCamera(); // nothing to flip
    await meeting.toggleCamera(true);
    expect(chosen()).to.equal('rear');
    expect(meeting.store.$mirrored.get()).to.equal(false);
  });

  it('are opened one after the other where the system opens only one', async () => {
    devices.answerBy(({ constraints, allow, refuse }) => {
      if (devices.live().length > 0) return refuse('NotReadableError');
      const id = cameraFor(constraints.video as MediaTrackConstraints);
      const [track] = allow().getVideoTracks();
      if (track) ofDevice(track, id, SIDES[id]);
    });
    await meeting.flipCamera();
    expect([meeting.camera, chosen(), errors.length]).to.deep.equal([true, 'rear', 0]);
  });

  it('stay what they are when the other one fails, opened again if need be, and that is said', async () => {
    devices.answerBy(({ constraints, allow, refuse }) => {
      const id = cameraFor(constraints.video as MediaTrackConstraints);
      if (id === 'rear' || devices.live().length > 0) return refuse('NotReadableError');
      const [track] = allow().getVideoTracks();
      if (track) ofDevice(track, id, SIDES[id]);
    });
    await meeting.flipCamera();
    expect([meeting.camera, chosen()]).to.deep.equal([true, 'front']);
    expect(devices.opened, 'it had made way').to.have.length(2);
    expect(errors.map(({ code, device, kept }) => [code, device, kept])).to.deep.equal([
      ['device-busy', 'camera', true],
    ]);
    const notice = meeting.store.$notice.get();
    expect(notice?.kind === 'error' && notice.error).to.equal(errors[0]);
    devices.answerBy((request) => request.refuse('OverconstrainedError'));
    await meeting.flipCamera();
    expect([meeting.camera, chosen(), errors.at(-1)?.kept]).to.deep.equal([true, 'front', true]);
  });

  it('are mirrored at the face and not on the back, unless one wants it otherwise, which is kept', async () => {
    const { $mirrored } = meeting.store;
    meeting.remember = true;
    expect($mirrored.get()).to.equal(true);
    meeting.toggleMirror();
    expect($mirrored.get()).to.equal(false);
    await meeting.flipCamera();
    expect($mirrored.get()).to.equal(false);
    meeting.toggleMirror();
    expect($mirrored.get()).to.equal(true);
    await meeting.flipCamera();
    expect($mirrored.get()).to.equal(false);
    const next = createMeeting({ room: 'standup', remember: true });
    expect(next.store.$mirror.get()).to.deep.equal({ front: false, back: true });
  });
});
