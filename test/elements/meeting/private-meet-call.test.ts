import { elementUpdated, expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../../../src/index.js';
import type { PrivateMeetElement } from '../../../src/elements/meeting/private-meet.js';
import type { LeaveEvent } from '../../../src/room/events.js';
import { aTaskLater, buttonOf, next, until } from '../../helpers/fixtures.js';
import { relayPage, tokenOf } from '../../helpers/relayed.js';

const ROOM = 'standup';
let relay: ReturnType<typeof relayPage>['relay'];
let restore: () => void;

const callOf = async (name: string): Promise<PrivateMeetElement> => {
  const meet = await fixture<PrivateMeetElement>(
    html`<private-meet room=${ROOM} token=${tokenOf(name)} ice-servers="[]" autojoin></private-meet>`,
  );
  await until(() => meet.state === 'joined');
  await elementUpdated(meet);
  return meet;
};
const emptyWords = (meet: Element): string => meet.shadowRoot?.querySelector('pm-empty')?.shadowRoot?.textContent ?? '';
/** None before the call is drawn. */
const videosOf = (meet: Element): HTMLVideoElement[] => {
  const grid = meet.shadowRoot?.querySelector('pm-video-grid');
  return [...(grid?.shadowRoot?.querySelectorAll('pm-video-tile') ?? [])].flatMap(({ video }) => video ?? []);
};
const isPlaying = (video: HTMLVideoElement | undefined): boolean => !!video && !video.paused && video.currentTime > 0;

describe('<private-meet> in a call', () => {
  beforeEach(() => {
    ({ relay, restore } = relayPage());
  });
  afterEach(() => {
    restore();
  });

  it('joins by itself once room and identity are known, even when they come late', async () => {
    const meet = await fixture<PrivateMeetElement>(html`<private-meet autojoin></private-meet>`);
    await until(() => meet.state === 'failed'); // no room yet, and it says so
    meet.room = ROOM;
    await until(() => meet.state === 'lobby'); // nobody knows who we are
    meet.token = tokenOf('ann', 'Ann');
    await until(() => meet.state === 'joined');
    expect(meet.self).to.deep.equal({ id: 'ann', name: 'Ann' });
    await meet.leave();
    expect(meet.state).to.equal('left');
  });

  it('says in the lobby that it is joining, and lets a person call it off', async () => {
    const meet = await fixture<PrivateMeetElement>(html`<private-meet room=${ROOM} token=${tokenOf('ann')}></private-meet>`); // prettier-ignore
    await until(() => meet.state === 'lobby');
    relay.onUplink = () => 'drop';
    const lobby = meet.shadowRoot?.querySelector('pm-lobby');
    if (!lobby) throw new Error('no lobby');
    buttonOf(lobby, 'join').click();
    await until(() => !!lobby.shadowRoot?.textContent.includes('Joining…'));
    await expect(meet).to.be.accessible();
    expect(lobby.shadowRoot?.querySelector('[part~="join"]')).to.equal(null);
    [...(lobby.shadowRoot?.querySelectorAll('button') ?? [])].at(-1)?.click();
    await until(() => meet.state === 'left' && buttonOf(lobby, 'join').textContent.trim() === 'Rejoin');
    expect(meet.shadowRoot?.querySelector('pm-video-grid')).to.equal(null);
  });

  it('takes properties that were set in the task of a method call', async () => {
    const meet = await fixture<PrivateMeetElement>(html`<private-meet></private-meet>`);
    meet.room = ROOM;
    meet.token = tokenOf('ann');
    await meet.join();
    expect(relay.members(ROOM)).to.deep.equal(['ann']);
    expect(meet.matches(':state(joined)')).to.equal(true);
  });

  it('says that one is alone, shows who comes, and that they left', async () => {
    const ann = await callOf('ann');
    await until(() => emptyWords(ann).includes('You’re the first here.'));
    await expect(ann).to.be.accessible();
    const bo = await callOf('bo');
    await until(() => videosOf(ann).length === 2 && videosOf(ann).every(isPlaying));
    await until(() => videosOf(bo).length === 2 && videosOf(bo).every(isPlaying));
    expect(ann.shadowRoot?.querySelector('pm-empty')).to.equal(null);
    await bo.leave();
    await until(() => videosOf(ann).length === 1);
    await until(() => emptyWords(ann).includes('You’re the only one here.'));
  });

  it('lets a person leave by the bar, after asking the page, and come back', async () => {
    const ann = await callOf('ann');
    const controls = ann.shadowRoot?.querySelector('pm-controls');
    if (!controls) throw new Error('no controls');
    await elementUpdated(controls);
    const asked = oneEvent(ann, 'pm-before-leave');
    const left = next<LeaveEvent>(ann, 'pm-leave');
    buttonOf(controls, 'button-leave').click();
    await asked;
    expect((await left).reason).to.equal('user');
    await until(() => relay.members(ROOM).length === 0);
    await elementUpdated(ann);
    const lobby = ann.shadowRoot?.querySelector('pm-lobby');
    if (!lobby) throw new Error('no lobby');
    await elementUpdated(lobby);
    buttonOf(lobby, 'join').click();
    await until(() => ann.state === 'joined');
  });

  it('drops nothing when it is moved in the document, and its videos play on', async () => {
    const ann = await callOf('ann');
    const bo = await callOf('bo');
    await until(() => videosOf(bo).length === 2 && videosOf(bo).every(isPlaying));
    const videos = videosOf(bo);
    let isLeft = false;
    for (const type of ['pm-leave', 'pm-peer-leave', 'pm-state-change'])
      bo.addEventListener(type, () => (isLeft = true));
    const elsewhere = await fixture<HTMLElement>(html`<div></div>`);
    elsewhere.append(bo);
    await aTaskLater();
    expect(videosOf(bo)).to.deep.equal(videos);
    const times = videos.map(({ currentTime }) => currentTime);
    await until(() => videos.every((video, index) => !video.paused && video.currentTime > (times[index] ?? 0)));
    expect(isLeft).to.equal(false);
    expect(relay.members(ROOM)).to.deep.equal(['ann', 'bo']);
    expect(ann.peers.map(({ state }) => state)).to.deep.equal(['connected']);
  });

  it('leaves and lets go of everything after its removal, and works when it is put back', async () => {
    const ann = await callOf('ann');
    await until(() => ann.microphone && ann.camera && videosOf(ann).length === 1 && videosOf(ann).every(isPlaying));
    const videos = videosOf(ann);
    const stream = videos[0]?.srcObject as MediaStream;
    const parent = ann.parentElement;
    const left = next<LeaveEvent>(ann, 'pm-leave');
    ann.remove();
    expect((await left).reason).to.equal('removed');
    await aTaskLater();
    expect(videos.map(({ srcObject }) => srcObject)).to.deep.equal([null]);
    expect(stream.getTracks().map(({ readyState }) => readyState)).to.deep.equal(['ended', 'ended']);
    await until(() => relay.members(ROOM).length === 0);
    parent?.append(ann);
    await until(() => ann.state === 'joined' && relay.members(ROOM).length === 1);
    await until(() => videosOf(ann).every(isPlaying));
  });

  it('shows only the controls it is told to', async () => {
    const ann = await callOf('ann');
    const shown = () => ann.shadowRoot?.querySelector('pm-controls')?.shadowRoot?.querySelectorAll('button').length;
    await until(() => (shown() ?? 0) >= 3);
    ann.controls = 'leave nonsense';
    await until(() => shown() === 1);
    ann.controls = 'none';
    await until(() => ann.shadowRoot?.querySelector('pm-controls') === null);
  });

  it('offers to turn the sound on when the browser blocked it', async () => {
    const ann = await callOf('ann');
    const blocked = oneEvent(ann, 'pm-audio-blocked');
    const { RequestEvent } = await import('../../../src/elements/shared/request-event.js');
    ann.shadowRoot?.querySelector('pm-video-grid')?.dispatchEvent(new RequestEvent('audio-blocked'));
    await blocked;
    await elementUpdated(ann);
    const button = ann.shadowRoot?.querySelector<HTMLButtonElement>('.sound');
    expect(button?.textContent.trim()).to.equal('Turn sound on');
    button?.click();
    await until(() => ann.shadowRoot?.querySelector('.sound') === null);
  });
});
