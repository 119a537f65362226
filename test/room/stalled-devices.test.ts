import { expect } from '@open-wc/testing';
import { createMeeting, type Meeting } from '../../src/core.js';
import { errorText } from '../../src/elements/shared/error-text.js';
import type { MeetError } from '../../src/errors.js';
import { en } from '../../src/locales/en.js';
import { deviceOf, type DeviceStub, idOf, ofDevice, stubDevices } from '../media/device-stub.js';
import { createQuietCamera, createQuietMicrophone, type QuietTrack } from '../media/quiet-track.js';
import { until } from '../helpers/fixtures.js';

describe('devices that are on and give nothing', () => {
  let devices: DeviceStub;
  let meeting: Meeting;
  let errors: MeetError[];
  let story: string[];
  let quiet: QuietTrack[];
  const title = () => {
    const notice = meeting.store.$notice.get();
    return notice?.kind === 'error' ? errorText(notice.error, en).title : undefined;
  };
  const wanted = (kind: 'audio' | 'video') => devices.requests.map(({ constraints }) => idOf(constraints[kind]));

  /** Every device that is opened from now on gives nothing. */
  const openQuiet = () => {
    devices.answerBy(({ constraints, allow }) => {
      const device = constraints.video ? createQuietCamera() : createQuietMicrophone();
      quiet.push(device);
      allow(ofDevice(device.track, 'desk'));
    });
  };

  beforeEach(() => {
    devices = stubDevices();
    [errors, story, quiet] = [[], [], []];
    meeting = createMeeting({ room: 'standup' });
    meeting.openLobby();
    meeting.addEventListener('pm-error', (event) => errors.push((event as unknown as { error: MeetError }).error));
    for (const kind of ['camera', 'microphone']) {
      meeting.addEventListener(`pm-${kind}-change`, (event) =>
        story.push(`${kind} ${String((event as unknown as { enabled: boolean }).enabled)}`),
      );
    }
    openQuiet();
  });
  afterEach(async () => {
    await meeting.leave();
    await devices.restore();
    await Promise.all(quiet.map((each) => each.stop()));
  });

  it('a camera is opened anew once, then off and told; on again when its picture comes', async () => {
    await meeting.toggleCamera(true);
    await until(() => errors.length > 0);
    expect(wanted('video')).to.deep.equal([undefined, 'desk']);
    expect(quiet[0]?.track.readyState, 'closed, so that it can let go').to.equal('ended');
    expect(errors[0]).to.include({ code: 'device-lost', device: 'camera', kept: true });
    expect(title()).to.equal('No picture comes from the camera');
    expect(meeting.store.$stalled.get()).to.equal('camera');
    expect(meeting.camera).to.equal(false);
    quiet[1]?.give(true);
    await until(() => meeting.camera);
    expect(title()).to.equal(undefined);
    expect(story).to.deep.equal(['camera true', 'camera false', 'camera true']);
    expect(errors).to.have.length(1);
  });

  it('a camera that fell quiet is opened anew, and nobody is bothered when that helps', async () => {
    await meeting.toggleCamera(true);
    quiet[0]?.give(true);
    await until(() => meeting.camera);
    devices.answerBy(({ allow }) => allow());
    quiet[0]?.give(false);
    await until(() => devices.requests.length > 1);
    await until(() => devices.live().length > 0);
    expect(errors).to.have.length(0);
    expect(story).to.deep.equal(['camera true']);
  });

  it('a camera that can’t be opened anew is off, which is told, and opened when devices change', async () => {
    await meeting.toggleCamera(true);
    devices.answerBy(({ refuse }) => refuse('NotReadableError'));
    await until(() => errors.length > 0);
    expect(errors.map(({ code, device }) => [code, device])).to.deep.equal([['device-busy', 'camera']]);
    expect(meeting.camera).to.equal(false);
    devices.answerBy(({ allow }) => allow());
    devices.plug(deviceOf('videoinput', 'desk'));
    await until(() => meeting.camera);
  });

  it('a camera that is chosen while the old one is opened anew is the one that is used', async () => {
    await meeting.toggleCamera(true);
    let late: (() => void) | undefined;
    devices.answerBy(({ constraints, allow }) => {
      if (idOf(constraints.video) === 'desk') late = () => allow();
      else allow();
    });
    await until(() => late !== undefined);
    await meeting.setDevice('videoinput', 'lid');
    late?.();
    await until(() => meeting.camera && devices.live().length === 1);
    expect(wanted('video')).to.deep.equal([undefined, 'desk', 'lid']);
    expect(errors).to.have.length(0);
  });

  it('a camera that hangs while it is opened anew is told as taken', async () => {
    await meeting.toggleCamera(true);
    let late: (() => void) | undefined;
    devices.answerBy(({ allow }) => {
      late = () => allow();
    });
    await until(() => errors.length > 0);
    expect(errors[0]).to.include({ code: 'device-busy', device: 'camera' });
    expect(meeting.camera).to.equal(false);
    late?.();
    await until(() => devices.live().length === 0);
  });

  it('a microphone is opened anew once, then told and still on; when it is heard, that goes', async () => {
    await meeting.toggleMicrophone(true);
    await until(() => errors.length > 0);
    expect(wanted('audio')).to.deep.equal([undefined, 'desk']);
    expect(errors[0]).to.include({ code: 'device-lost', device: 'microphone', kept: true });
    expect(title()).to.equal('No sound comes from the microphone');
    expect(meeting.store.$stalled.get()).to.equal('microphone');
    expect(meeting.microphone, 'it may be heard at any time').to.equal(true);
    quiet[1]?.give(true);
    await until(() => meeting.store.$stalled.get() === undefined);
    expect(title()).to.equal(undefined);
    expect(story).to.deep.equal(['microphone true']);
  });

  it('a microphone that is turned off is nobody’s trouble any more', async () => {
    await meeting.toggleMicrophone(true);
    await until(() => errors.length > 0);
    await meeting.toggleMicrophone(false);
    expect(title()).to.equal(undefined);
    expect(meeting.store.$stalled.get()).to.equal(undefined);
  });
});
