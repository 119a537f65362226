import { expect } from '@open-wc/testing';
import { createMeeting, type Meeting } from '../../src/core.js';
import { errorText, pairText } from '../../src/elements/shared/error-text.js';
import type { MeetError } from '../../src/errors.js';
import { en } from '../../src/locales/en.js';
import { deviceOf as listedAs } from '../helpers/devices.js';
import { deviceOf, type DeviceStub, ofDevice, stubDevices } from '../media/device-stub.js';
import { until } from '../helpers/fixtures.js';
import { createToneTrack } from '../helpers/tracks.js';

const KINDS = ['audioinput', 'videoinput', 'audiooutput'] as const;

const microphones = (...ids: readonly string[]) => ids.map((id) => listedAs('audioinput', id, id, id));
/** Chromium's list has an entry for what the system uses, others begin with that. */
const LISTS = {
  Chromium: (id: string) => [listedAs('audioinput', 'default', `Default - ${id}`, id), ...microphones('a', 'b')],
  others: (id: string) => microphones(id, id === 'a' ? 'b' : 'a'),
};

describe('the devices that a page chooses', () => {
  let devices: DeviceStub;
  let meeting: Meeting;
  let errors: MeetError[];
  /** What the line over the stage said, one after the other. */
  let notices: string[];
  const told = () => errors.map(({ code, device, kept }) => `${code} ${device ?? ''} ${String(kept)}`);
  const notice = () => {
    const now = meeting.store.$notice.get();
    if (now?.kind !== 'error') return undefined;
    const { title, hint } = now.and ? pairText(now.error, now.and, en) : errorText(now.error, en);
    return `${title}. ${hint}`;
  };

  beforeEach(() => {
    devices = stubDevices();
    devices.answerBy((request) => request.allow());
    devices.has(...KINDS.map((kind) => deviceOf(kind, `a ${kind}`)));
    [errors, notices] = [[], []];
    meeting = createMeeting({ room: 'standup' });
    meeting.openLobby();
    meeting.store.$notice.listen(() => notices.push(...(notice() ? [notice()!] : [])));
    meeting.addEventListener('pm-error', (event) => errors.push((event as unknown as { error: MeetError }).error));
  });
  afterEach(async () => {
    await meeting.leave().catch(() => undefined);
    await devices.restore();
  });

  it('stay what they are when one is chosen that is gone, on or off, and that is said of the one that is gone', async () => {
    await meeting.toggleMicrophone(true);
    await until(() => meeting.devices.length === 3);
    const { opened } = devices;
    for (const kind of KINDS) await meeting.setDevice(kind, 'gone');
    expect(told()).to.deep.equal([
      'device-missing microphone true',
      'device-missing camera true',
      'device-missing  true',
    ]);
    expect(meeting.microphone).to.equal(true);
    expect(opened).to.have.length(1);
    const words = errors.map((error) => errorText(error, en).title);
    expect(words).to.deep.equal([
      'That microphone is no longer there',
      'That camera is no longer there',
      'Those speakers are no longer there',
    ]);
    expect(notice()).to.equal('Those speakers are no longer there. You’re still using the one you had.');
    for (const kind of KINDS) await meeting.setDevice(kind, '');
    await meeting.setDevice('audiooutput', 'a audiooutput');
    expect(errors).to.have.length(3);
  });

  it('stay what they are when another is taken or went before the browser told of it', async () => {
    const tone = createToneTrack();
    devices.answerBy((request) => request.allow(ofDevice(tone.track, 'a audioinput')));
    await meeting.toggleMicrophone(true);
    devices.answerBy((request) => request.refuse('OverconstrainedError'));
    await meeting.setDevice('audioinput', 'default');
    await until(() => errors.length > 0);
    expect(told()).to.deep.equal(['device-missing microphone true']);
    expect(meeting.microphone).to.equal(true);
    await tone.stop();
  });

  it('are of three kinds', async () => {
    const failure = await meeting.setDevice('toaster' as MediaDeviceKind, 'x').then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(failure).to.be.instanceOf(TypeError);
  });

  for (const [browser, list] of Object.entries(LISTS)) {
    describe(`follow the system's microphone when nobody chose one: ${browser}`, () => {
      const usual = (id: string) => (browser === 'Chromium' ? 'default' : id);
      let system: string;
      const use = (id: string) => {
        system = id;
        devices.plug(...list(id));
      };
      /** Resolves once the list is known, and what follows from it has begun. */
      const settled = () =>
        until(() => {
          const [first, ...rest] = list(system);
          const [listed] = meeting.devices;
          return listed?.label === first?.label && meeting.devices.length === rest.length + 1;
        });

      beforeEach(async () => {
        devices.answerBy(({ constraints, allow }) => {
          const { exact } = ((constraints.audio as MediaTrackConstraints).deviceId ?? {}) as { exact?: string };
          const [track] = allow().getAudioTracks();
          if (track) ofDevice(track, exact ?? usual(system));
        });
        devices.permissions.set('microphone', 'granted');
        use('a');
        await meeting.toggleMicrophone(true);
        await settled();
      });

      it('opens the new one, then lets go of the old one', async () => {
        use('b');
        await until(() => devices.opened.length === 2 && devices.live().length === 1);
        expect(devices.live()).to.deep.equal([devices.opened[1]]);
        expect(meeting.microphone).to.equal(true);
        use('a');
        await until(() => devices.opened.length === 3 && devices.live().length === 1);
        expect(errors).to.deep.equal([]);
      });

      it('keeps it off while it is off', async () => {
        await meeting.toggleMicrophone(false);
        use('b');
        await until(() => devices.opened.length === 2 && devices.live().length === 1);
        expect(devices.live()[0]?.enabled).to.equal(false);
        expect(meeting.microphone).to.equal(false);
      });

      it('tries again what could not be: not asked for, taken just then, changed once more meanwhile', async () => {
        devices.permissions.set('microphone', 'prompt');
        use('b');
        await settled();
        devices.permissions.set('microphone', 'granted');
        use('a');
        await settled();
        use('b'); // the list changes again before the first change was followed
        devices.plug(...list('b'), listedAs('audiooutput', 'ears', 'Ears', 'b'));
        await until(() => devices.opened.length === 2 && devices.live().length === 1);
        expect(devices.live()).to.deep.equal([devices.opened[1]]);
      });

      it('keeps what somebody chose, and what it would have to ask for', async () => {
        devices.permissions.set('microphone', 'prompt');
        use('b');
        await settled();
        devices.permissions.set('microphone', 'granted');
        await meeting.setDevice('audioinput', 'a');
        const { length } = devices.opened;
        use('a');
        await settled();
        use('b');
        await settled();
        await new Promise((resolve) => setTimeout(resolve));
        expect(devices.opened).to.have.length(length);
        expect(devices.live()).to.have.length(1);
      });
    });
  }

  it('fail together with one notice that names both, the microphone first', async () => {
    devices.answerBy((request) => request.refuse('NotAllowedError', 'Permission denied'));
    for (const name of ['microphone', 'camera']) devices.permissions.set(name, 'denied');
    void meeting.join().catch(() => undefined);
    await until(() => errors.some(({ device }) => device === 'camera'));
    expect(notices.at(-1)).to.match(/^Your microphone is blocked\. Your camera is blocked\. .*camera or microphone/u);
  });

  it('fail together for causes of their own with what to do about the sound', async () => {
    devices.answerBy(({ constraints, refuse }) => refuse(constraints.audio ? 'NotReadableError' : 'NotFoundError'));
    void meeting.join().catch(() => undefined);
    await until(() => errors.some(({ device }) => device === 'camera'));
    expect(notices.at(-1)).to.equal(
      'Another app is using your microphone. No camera was found. Close that app, then turn it on here.',
    );
  });
});
