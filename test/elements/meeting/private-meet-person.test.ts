import { ContextEvent } from '@lit/context';
import { expect, fixture, html } from '@open-wc/testing';
import { PrivateMeetElement } from '../../../src/index.js';
import { roomContext } from '../../../src/elements/shared/room-context.js';
import type { RoomStore } from '../../../src/room/room-store.js';
import { RequestEvent, type RoomRequest, type RoomRequests } from '../../../src/elements/shared/request-event.js';
import { next, until } from '../../helpers/fixtures.js';
import { relayPage, tokenOf } from '../../helpers/relayed.js';
import { createCanvasTrack, type CanvasTrack } from '../../helpers/tracks.js';

const ROOM = 'standup';

/** What a person may ask for in a call, beside microphone and camera, and what a page may set before there is one. */
describe('<private-meet> and a person’s wishes', () => {
  let restore: () => void;
  let picture: CanvasTrack;
  let picks: number;

  const callOf = async (name: string): Promise<PrivateMeetElement> => {
    const meet = await fixture<PrivateMeetElement>(
      html`<private-meet
        room=${ROOM}
        token=${tokenOf(name)}
        ice-servers="[]"
        microphone-off
        camera-off
        autojoin
      ></private-meet>`,
    );
    await until(() => meet.state === 'joined');
    return meet;
  };
  const ask = <R extends RoomRequest>(meet: Element, request: R, detail?: RoomRequests[R]) =>
    meet.shadowRoot?.firstElementChild?.dispatchEvent(new RequestEvent(request, detail));
  const storeOf = (meet: Element): RoomStore => {
    const inner = meet.shadowRoot!.firstElementChild!;
    let store: RoomStore | undefined;
    inner.dispatchEvent(new ContextEvent(roomContext, inner, (given) => (store = given)));
    return store!;
  };
  const command = (meet: Element, name: string) =>
    meet.dispatchEvent(Object.assign(new Event('command'), { command: name }));

  beforeEach(() => {
    ({ restore } = relayPage());
    picture = createCanvasTrack('navy');
    picks = 0;
    Object.defineProperty(navigator.mediaDevices, 'getDisplayMedia', {
      configurable: true,
      value: () => {
        picks += 1;
        return Promise.resolve(new MediaStream([picture.track]));
      },
    });
  });
  afterEach(() => {
    Reflect.deleteProperty(navigator.mediaDevices, 'getDisplayMedia');
    localStorage.removeItem('private-meet');
    picture.stop();
    restore();
  });

  it('shares the screen in the task of the click, unless the page refuses', async () => {
    const meet = await callOf('ann');
    meet.addEventListener('pm-before-screen-share', (event) => event.preventDefault(), { once: true });
    ask(meet, 'toggle-screen');
    expect(picks).to.equal(0);
    const on = next(meet, 'pm-screen-change');
    ask(meet, 'toggle-screen');
    expect(picks, 'at once').to.equal(1);
    await on;
    expect(meet.screen).to.equal(true);
    expect(meet.matches(':state(screen)')).to.equal(true);
    let asked = 0;
    meet.addEventListener('pm-before-screen-share', () => asked++);
    command(meet, '--toggle-screen-share');
    expect(meet.screen, 'stopping is nobody’s to refuse').to.equal(false);
    expect(asked).to.equal(0);
    expect(meet.matches(':state(screen)')).to.equal(false);
  });

  it('does what is asked by its own elements: hand, reaction, stage, volume, layout, device', async () => {
    const ann = await callOf('ann');
    const bo = await callOf('bo');
    await until(() => ann.peers[0]?.state === 'connected' && bo.peers[0]?.state === 'connected');
    command(bo, '--raise-hand');
    await until(() => ann.peers[0]?.hand === true);
    ask(bo, 'raise-hand');
    await until(() => ann.peers[0]?.hand === false);
    const reaction = next<Event & { emoji: string }>(ann, 'pm-reaction');
    ask(bo, 'reaction', { emoji: '🎉' });
    expect((await reaction).emoji).to.equal('🎉');
    const { $pinned, $peerVolumes, $layout, $chosenDevices } = storeOf(ann);
    ask(ann, 'pin', { id: 'bo' });
    expect($pinned.get()).to.equal('bo');
    ask(ann, 'pin', { id: null });
    expect($pinned.get()).to.equal(undefined);
    ann.pin('bo');
    expect($pinned.get()).to.equal('bo');
    ask(ann, 'set-volume', { id: 'bo', volume: 0 });
    expect($peerVolumes.get().get('bo')).to.equal(0);
    ann.setPeerVolume('bo', 0.5);
    expect($peerVolumes.get().get('bo')).to.equal(0.5);
    ask(ann, 'set-layout', { layout: 'speaker' });
    expect($layout.get()).to.equal('speaker');
    ask(ann, 'set-saving', { saving: 'video-off' });
    expect([...storeOf(ann).$saved.get()]).to.deep.equal(['bo']);
    ask(ann, 'set-saving', { saving: 'auto' });
    expect(storeOf(ann).$saved.get().size).to.equal(0);
    // A browser that tells its devices' ids before a permission finds that there is no such one.
    let isMissing = false;
    ann.addEventListener('pm-error', ({ error }) => (isMissing ||= error.code === 'device-missing'));
    ask(ann, 'set-device', { kind: 'videoinput', deviceId: 'desk' });
    await until(() => isMissing || $chosenDevices.get().videoinput === 'desk');
    await ann.setDevice('videoinput', '');
    expect($chosenDevices.get().videoinput).to.equal(undefined);
    expect(ann.activeSpeaker).to.equal(undefined);
    expect(ann.devices).to.be.an('array');
  });

  it('refuses in words what needs a meeting', async () => {
    const meet = await fixture<PrivateMeetElement>(html`<private-meet room=${ROOM}></private-meet>`);
    await until(() => meet.state === 'lobby');
    expect(() => meet.raiseHand())
      .to.throw()
      .with.property('code', 'not-joined');
    expect(() => meet.sendReaction('👍'))
      .to.throw()
      .with.property('code', 'not-joined');
    for (const name of ['--toggle-screen-share', '--raise-hand']) command(meet, name);
    ask(meet, 'toggle-screen');
    ask(meet, 'reaction', { emoji: '👍' });
    meet.screen = true;
    expect(picks).to.equal(0);
  });

  it('keeps what was set before it was defined', async () => {
    const plain = document.createElement('private-meet-person-early');
    const given = {
      room: ROOM,
      layout: 'speaker',
      inviteUrl: '/x',
      volume: 0.5,
      remember: true,
      fileChannelLabel: 'f:',
      screen: false,
    };
    Object.assign(plain, given);
    document.body.append(plain);
    class Early extends PrivateMeetElement {}
    customElements.define('private-meet-person-early', Early);
    if (!(plain instanceof Early)) throw new Error('not upgraded');
    const early: PrivateMeetElement = plain;
    await until(() => early.state === 'lobby');
    expect(early).to.include(given);
    expect(Object.hasOwn(early, 'screen'), 'the truth is the class’s').to.equal(false);
    early.remove();
  });

  it('takes its attributes for what they are, and their absence for the default', async () => {
    const meet = await fixture<PrivateMeetElement>(
      html`<private-meet room="x" layout="nonsense" invite-url="/y" remember file-channel-label="f:"></private-meet>`,
    );
    expect(meet).to.include({ layout: 'auto', inviteUrl: '/y', remember: true, fileChannelLabel: 'f:' });
    meet.setAttribute('layout', 'grid');
    for (const name of ['invite-url', 'remember', 'file-channel-label']) meet.removeAttribute(name);
    expect(meet).to.include({ layout: 'grid', inviteUrl: '', remember: false, fileChannelLabel: 'pmfile:' });
  });
});
