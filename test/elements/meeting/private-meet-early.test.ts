import { expect } from '@open-wc/testing';
import { MeetError, PrivateMeetElement } from '../../../src/index.js';
import { until } from '../../helpers/fixtures.js';
import { relayPage, tokenOf } from '../../helpers/relayed.js';

const ROOM = 'standup';
let count = 0;

/** A tag that nobody has defined yet, its element in the page with what the page set on it, and its definition. */
const undefinedYet = (set: object) => {
  const tag = `private-meet-undefined-${String(count++)}`;
  const element = Object.assign(document.createElement(tag), set);
  document.body.append(element);
  const define = (): PrivateMeetElement => {
    customElements.define(tag, class extends PrivateMeetElement {});
    return element as unknown as PrivateMeetElement;
  };
  return { tag, element, define };
};

/** Every property that a page may set before the definition. */
const GIVEN = {
  room: ROOM,
  server: '/meet',
  displayName: 'Ann',
  autojoin: false,
  microphoneOff: true,
  cameraOff: true,
  maxPeers: 3,
  iceServers: [],
  iceTransportPolicy: 'relay',
  roomPrefix: 'a-',
  fileChannelLabel: 'f:',
  controls: 'none',
  layout: 'grid',
  inviteUrl: 'https://a.example/',
  shortcutsOff: true,
  theme: 'dark',
  lang: 'de',
  tokenProvider: () => 'x',
  iceServersProvider: () => [],
  volume: 0.5,
} as const;

describe('<private-meet> before it is drawn first', () => {
  let relay: ReturnType<typeof relayPage>['relay'];
  let restore: () => void;
  let meet: PrivateMeetElement | undefined;
  beforeEach(() => {
    ({ relay, restore } = relayPage());
  });
  afterEach(() => {
    meet?.remove();
    restore();
  });

  it('joins when told to as soon as it is defined, with what was set before that', async () => {
    const { tag, element, define } = undefinedYet({ room: ROOM, token: tokenOf('ann'), iceServers: [] });
    const left: string[] = [];
    element.addEventListener('pm-leave', ({ reason }) => left.push(reason));
    const joining = customElements.whenDefined(tag).then(() => meet!.join());
    meet = define();
    await joining;
    expect(meet.state).to.equal('joined');
    expect(relay.members(ROOM)).to.deep.equal(['ann']);
    expect(left).to.deep.equal([]);
  });

  it('has every property that was set before it was defined', () => {
    const { define } = undefinedYet(GIVEN);
    meet = define();
    for (const [name, value] of Object.entries(GIVEN)) {
      expect(meet[name as keyof typeof GIVEN], name).to.equal(value);
    }
  });

  it('keeps the last word: what is set after the definition, not what was set before it', async () => {
    const { define } = undefinedYet({ room: 'first', displayName: 'Ann', volume: 1, microphone: true });
    meet = define();
    Object.assign(meet, { room: 'last', displayName: 'Bo', volume: 0.25 });
    await meet.updateComplete;
    expect(meet).to.include({ room: 'last', displayName: 'Bo', volume: 0.25 });
  });

  it('takes what is set and called in the task in which it is made', async () => {
    meet = document.createElement('private-meet');
    document.body.append(meet);
    Object.assign(meet, { room: ROOM, token: tokenOf('ann'), iceServers: [] });
    await meet.join();
    expect(relay.members(ROOM)).to.deep.equal(['ann']);
  });

  it('takes every call in that task, and tells what it can not do yet as a MeetError', async () => {
    meet = document.createElement('private-meet');
    meet.room = ROOM;
    document.body.append(meet);
    meet.pin('bo');
    meet.pin(null);
    meet.setPeerVolume('bo', 0.5);
    for (const call of [() => meet?.raiseHand(), () => meet?.sendReaction('👍')]) {
      expect(call).to.throw(MeetError).with.property('code', 'not-joined');
    }
    await meet.startAudio();
    await meet.setDevice('audiooutput', '');
    expect(await meet.getStats()).to.deep.equal([]);
    await meet.toggleMicrophone(false);
    await meet.toggleCamera(false);
    await meet.leave();
    expect(meet).to.include({ state: 'idle', error: undefined, self: undefined, microphone: false, screen: false });
    expect(meet.peers).to.deep.equal([]);
    await until(() => meet?.state === 'lobby');
  });

  it('is set, read and told to leave without ever being in a page', async () => {
    const alone = document.createElement('private-meet');
    Object.assign(alone, GIVEN, { microphone: false, camera: false });
    expect(alone).to.include({ room: ROOM, state: 'idle', microphone: false, camera: false });
    await alone.leave();
    const refused = await alone.join().catch((error: unknown) => error);
    expect(refused).to.be.instanceOf(MeetError).with.property('code', 'aborted');
  });
});
