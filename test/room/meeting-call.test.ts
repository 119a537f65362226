import { expect } from '@open-wc/testing';
import { createMeeting, type Meeting } from '../../src/core.js';
import { MeetError } from '../../src/errors.js';
import { relayPage, tokenOf } from '../helpers/relayed.js';
import { createCanvasTrack, createToneTrack } from '../helpers/tracks.js';
import { deviceOf, type DeviceStub, stubDevices } from '../media/device-stub.js';

/** Resolves once `holds`, looked at in every task; Mocha's own ceiling ends a wait in vain. */
const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
};
const codeOf = (act: () => unknown): string => {
  try {
    act();
    return 'nothing';
  } catch (error) {
    return error instanceof MeetError ? error.code : String(error);
  }
};

describe('two in a meeting', () => {
  let ann: Meeting;
  let bo: Meeting;
  let devices: DeviceStub;
  let restore: () => void;
  const tones: ReturnType<typeof createToneTrack>[] = [];
  const peerOf = (meeting: Meeting) => meeting.peers[0];
  const all = () => [ann, bo];

  const begin = (name: string): Meeting =>
    createMeeting({ room: 'standup', token: tokenOf(name), iceServers: [], microphoneOff: true, cameraOff: true });
  const meet = async (): Promise<void> => {
    await Promise.all(all().map((meeting) => meeting.join()));
    await until(() => all().every((meeting) => peerOf(meeting)?.state === 'connected'));
  };

  beforeEach(() => {
    ({ restore } = relayPage());
    devices = stubDevices();
    devices.answerBy((request) => request.allow());
    [ann, bo] = [begin('ann'), begin('bo')];
  });
  afterEach(async () => {
    await Promise.all(all().map((meeting) => meeting.leave()));
    await devices.restore();
    for (const tone of tones.splice(0)) await tone.stop();
    Reflect.deleteProperty(navigator.mediaDevices, 'getDisplayMedia');
    restore();
  });

  it('share a screen, see it as one, and know when it ends', async () => {
    const picture = createCanvasTrack('navy');
    Object.defineProperty(navigator.mediaDevices, 'getDisplayMedia', {
      configurable: true,
      value: () => Promise.resolve(new MediaStream([picture.track])),
    });
    await ann.toggleScreenShare().then(
      () => expect.fail('shared before joining'),
      (error: unknown) => expect(error).to.include({ code: 'not-joined' }),
    );
    await meet();
    const told: boolean[] = [];
    ann.addEventListener('pm-screen-change', (event) => told.push((event as unknown as { enabled: boolean }).enabled));
    await ann.toggleScreenShare();
    expect(ann.screen).to.equal(true);
    expect(ann.store.$selfScreenStream.get()?.getVideoTracks()).to.deep.equal([picture.track]);
    await until(() => peerOf(bo)?.screen === true && peerOf(bo)?.screenStream.getVideoTracks().length === 1);
    expect(peerOf(bo)?.camera).to.equal(false);
    await until(() => (bo.store.$stats.get().get('ann')?.framesPerSecond ?? 0) > 0);
    await ann.toggleScreenShare();
    await until(() => peerOf(bo)?.screen === false && peerOf(bo)?.screenStream.getTracks().length === 0);
    expect(told).to.deep.equal([true, false]);
    expect(picture.track.readyState).to.equal('ended');
    await ann.toggleScreenShare(false);
    expect(told, 'off already').to.have.length(2);
  });

  it('raise hands, in the order of raising, and lower them', async () => {
    expect(codeOf(() => ann.raiseHand())).to.equal('not-joined');
    await meet();
    bo.raiseHand();
    await until(() => peerOf(ann)?.hand === true);
    ann.raiseHand();
    await until(() => peerOf(bo)?.hand === true);
    expect(all().map(({ store }) => store.$hands.get())).to.deep.equal([['bo', 'ann'], ['bo', 'ann']]); // prettier-ignore
    bo.raiseHand();
    await until(() => peerOf(ann)?.hand === false);
    expect(ann.store.$hands.get()).to.deep.equal(['ann']);
    await ann.leave();
    expect(ann.store.$hands.get(), 'a hand stays in its meeting').to.deep.equal([]);
  });

  it('react with an emoji, which is nothing but that', async () => {
    await meet();
    const told: string[] = [];
    bo.addEventListener('pm-reaction', (event) => {
      const { peer, emoji } = event;
      told.push(`${peer.id} ${emoji}`);
    });
    expect(codeOf(() => ann.sendReaction('hello'))).to.equal('message-invalid');
    ann.raiseHand(); // Reactions go the same way, which opens a moment after the connection; before that they are dropped.
    await until(() => peerOf(bo)?.hand === true);
    for (let count = 0; count < 20; count += 1) ann.sendReaction('🎉');
    await until(() => told.length === 5);
    expect(bo.store.$reactions.get().map(({ from, emoji }) => [from, emoji])[0]).to.deep.equal(['ann', '🎉']);
    expect(ann.store.$reactions.get()[0]).to.include({ from: undefined, emoji: '🎉' });
    ann.raiseHand(); // Taken down behind them: what is dropped would be there by now.
    await until(() => peerOf(bo)?.hand === false);
    expect(new Set(told)).to.deep.equal(new Set(['ann 🎉']));
    expect(told).to.have.length(5);
  });

  it('are heard, and known for the one who speaks', async () => {
    await meet();
    const tone = createToneTrack();
    tones.push(tone);
    const told: (string | undefined)[] = [];
    bo.addEventListener('pm-active-speaker-change', (event) =>
      told.push((event as unknown as { peer?: { id: string } }).peer?.id),
    );
    // Browsers measure what is played.
    const audio = new Audio();
    audio.srcObject = peerOf(bo)!.stream;
    ann.microphoneTrack = tone.track;
    await ann.toggleMicrophone(true);
    await until(() => ann.store.$speaking.get() && ann.store.$level.get() > 0.5);
    await until(() => peerOf(bo)?.microphone === true);
    // Chromium holds the promise back; what counts is that it plays.
    audio.play().catch((error: unknown) => expect(error).to.include({ name: 'AbortError' }));
    await until(() => peerOf(bo)?.speaking === true && bo.activeSpeaker?.id === 'ann');
    await ann.toggleMicrophone(false);
    expect(ann.store.$level.get()).to.equal(0);
    expect(ann.store.$speaking.get()).to.equal(false);
    await until(() => peerOf(bo)?.speaking === false && bo.activeSpeaker === undefined);
    expect(told).to.deep.equal(['ann', undefined]);
    audio.srcObject = null;
  });

  it('know since when they are in, how the connection is, and why it ended', async () => {
    await meet();
    expect(Math.abs(performance.now() - (ann.store.$joinedAt.get() ?? 0))).to.be.below(60_000);
    await until(() => ann.store.$stats.get().has('bo'));
    ann.pin('bo');
    expect(ann.store.$pinned.get()).to.equal('bo');
    await bo.leave();
    await until(() => ann.peers.length === 0);
    expect(ann.store.$pinned.get()).to.equal(undefined);
    await ann.leave();
    expect([ann, bo].map(({ store }) => store.$leaveReason.get())).to.deep.equal(['user', 'user']);
    expect(ann.store.$joinedAt.get()).to.equal(undefined);
    expect(ann.store.$stats.get().size).to.equal(0);
  });

  it('change devices in the call, and the list is there to choose from', async () => {
    devices.has(deviceOf('videoinput', 'lid'), deviceOf('videoinput', 'desk'), deviceOf('audiooutput', 'speakers'));
    await meet();
    await ann.toggleCamera(true);
    await until(() => peerOf(bo)?.camera === true);
    await ann.setDevice('videoinput', 'desk');
    expect(ann.store.$chosenDevices.get()).to.include({ videoinput: 'desk' });
    expect(devices.live().map((track) => track.getSettings().deviceId)).to.deep.equal(['desk']);
    await until(() => ann.devices.length >= 2);
    await ann.setDevice('audiooutput', 'speakers');
    const canChoose = 'setSinkId' in HTMLMediaElement.prototype;
    expect(ann.devices.some(({ kind }) => kind === 'audiooutput')).to.equal(canChoose);
    expect(ann.store.$chosenDevices.get().audiooutput).to.equal('speakers');
    const changed = new Promise((resolve) => ann.addEventListener('pm-devices-change', resolve, { once: true }));
    devices.plug(deviceOf('videoinput', 'desk'));
    await changed;
    expect(ann.devices.map(({ deviceId }) => deviceId)).to.deep.equal(['desk']);
  });
});

describe('a meeting that remembers', () => {
  let devices: DeviceStub;
  let restore: () => void;
  beforeEach(() => {
    ({ restore } = relayPage());
    devices = stubDevices();
    devices.answerBy((request) => request.allow());
  });
  afterEach(async () => {
    localStorage.removeItem('private-meet');
    await devices.restore();
    restore();
  });

  it('begins as one began last time, and keeps no secret', async () => {
    const first = createMeeting({
      room: 'r',
      token: tokenOf('ann'),
      iceServers: [],
      remember: true,
      displayName: 'Ann',
    });
    first.openLobby();
    first.cameraOff = true;
    await first.setDevice('audioinput', 'headset');
    await first.join();
    await first.leave();
    expect(localStorage.getItem('private-meet')).to.not.contain(tokenOf('ann'));
    const next = createMeeting({ room: 'r', remember: true });
    expect(next.displayName).to.equal('Ann');
    expect(next.store.$cameraOff.get()).to.equal(true);
    expect(next.store.$microphoneOff.get()).to.equal(false);
    expect(next.store.$chosenDevices.get()).to.deep.equal({ audioinput: 'headset' });
    const named = createMeeting({ room: 'r', displayName: 'Annika', remember: true });
    expect(named.displayName, 'what the page says goes first').to.equal('Annika');
    next.remember = false;
    expect(localStorage.getItem('private-meet')).to.equal(null);
  });

  it('does so only where it is asked to', async () => {
    const meeting = createMeeting({ room: 'r', token: tokenOf('ann'), iceServers: [], displayName: 'Ann' });
    await meeting.setDevice('audioinput', 'headset');
    expect(localStorage.getItem('private-meet')).to.equal(null);
  });

  it('invites to where the page says, or to the page', () => {
    const meeting = createMeeting({ inviteUrl: '/room?a=1' });
    expect(meeting.store.$inviteUrl.get()).to.equal(`${location.origin}/room?a=1`);
    meeting.inviteUrl = 'https://meet.example/x';
    expect(meeting.store.$inviteUrl.get()).to.equal('https://meet.example/x');
    for (const none of ['', 'javascript:alert(1)', 'http://[']) {
      meeting.inviteUrl = none;
      expect(meeting.store.$inviteUrl.get(), none).to.equal(location.href);
    }
  });
});
