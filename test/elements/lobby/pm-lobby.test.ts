import { elementUpdated, expect, html } from '@open-wc/testing';
import type { PmLobbyElement } from '../../../src/elements/lobby/pm-lobby.js';
import type { RequestEvent } from '../../../src/elements/shared/request-event.js';
import { MeetError } from '../../../src/errors.js';
import type { RoomStore } from '../../../src/room/room-store.js';
import { aTaskLater, buttonOf, next, partOf, roomFixture, until, type RoomFixture } from '../../helpers/fixtures.js';
import { createCanvasTrack } from '../../helpers/tracks.js';

const lobbyFixture = (set?: (store: RoomStore) => void): Promise<RoomFixture<PmLobbyElement>> =>
  roomFixture(html`<pm-lobby style="height: 480px"></pm-lobby>`, (store) => {
    store.$state.set('lobby');
    store.$room.set('standup');
    set?.(store);
  });
const textOf = (lobby: Element): string =>
  lobby.shadowRoot?.querySelector('.root')?.textContent.replace(/\s+/gu, ' ') ?? '';
const checkOf = (lobby: Element): HTMLButtonElement | null =>
  lobby.shadowRoot?.querySelector<HTMLButtonElement>('.before button') ?? null;

describe('<pm-lobby>', () => {
  it('names the room and says what will happen before anyone is asked for permission', async () => {
    const query = () => Promise.resolve({ state: 'prompt' }); // the tests' browsers have granted all
    Object.defineProperty(navigator.permissions, 'query', { configurable: true, value: query });
    const { element, store } = await lobbyFixture().finally(() => {
      Reflect.deleteProperty(navigator.permissions, 'query');
    });
    expect(textOf(element)).to.contain('standup');
    expect(textOf(element)).to.contain('your browser will ask for your camera and microphone');
    store.$cameraOff.set(true);
    await elementUpdated(element);
    expect(textOf(element)).to.contain('ask for your microphone. Your camera stays off');
    store.$microphoneOff.set(true);
    await elementUpdated(element);
    expect(textOf(element)).to.contain('camera and microphone off');
    expect(checkOf(element)).to.equal(null);
  });

  it('joins under the name that was typed, by the button and by Enter', async () => {
    const { element } = await lobbyFixture((store) => store.$displayName.set('Ann'));
    const name = partOf(element, 'name', HTMLInputElement);
    expect(name.value).to.equal('Ann');
    name.value = ' Bo\u202e ';
    const asked = next<RequestEvent<'join'>>(element, 'pm-request');
    buttonOf(element, 'join').click();
    expect(await asked).to.include({ request: 'join' });
    expect((await asked).detail).to.deep.equal({ name: 'Bo' });

    const again = next<RequestEvent<'join'>>(element, 'pm-request');
    name.form?.requestSubmit(); // what Enter in a field does
    expect((await again).request).to.equal('join');
  });

  it('takes 32 characters and no more, whole ones', async () => {
    const { element } = await lobbyFixture();
    const name = partOf(element, 'name', HTMLInputElement);
    name.value = '😀'.repeat(40);
    name.dispatchEvent(new InputEvent('input'));
    expect(name.value).to.equal('😀'.repeat(32));
  });

  it('asks for no name of someone who has one', async () => {
    const { element } = await lobbyFixture((store) => store.$asksName.set(false));
    expect(element.shadowRoot?.querySelector('input')).to.equal(null);
    buttonOf(element, 'join');
  });

  it('shows how one has chosen to begin, and the truth once the devices were checked', async () => {
    const { element, store } = await lobbyFixture();
    const isOff = (part: string): string | null => buttonOf(element, part).getAttribute('aria-pressed');
    expect([isOff('button-microphone'), isOff('button-camera')]).to.deep.equal(['false', 'false']);
    const toggled = next<RequestEvent>(element, 'pm-request');
    buttonOf(element, 'button-camera').click();
    expect((await toggled).request).to.equal('toggle-camera');
    const asked = next<RequestEvent>(element, 'pm-request');
    checkOf(element)?.click();
    expect((await asked).request).to.equal('preview');
    await elementUpdated(element);
    expect(textOf(element)).to.contain('If your browser asks, choose Allow');
    store.$microphone.set(true); // and the camera was denied
    store.$notice.set({
      kind: 'error',
      error: new MeetError('permission-denied', '', { device: 'camera', by: 'user' }),
    });
    await elementUpdated(element);
    expect([isOff('button-microphone'), isOff('button-camera')]).to.deep.equal(['false', 'true']);
    expect(textOf(element)).to.contain('Your camera is off');
  });

  it('shows one’s own picture mirrored, plays it after a move, and lets go of it in the end', async () => {
    const source = createCanvasTrack('teal');
    const stream = new MediaStream([source.track]);
    const { element, box, store } = await lobbyFixture();
    const video = partOf(element, 'video', HTMLVideoElement);
    store.$camera.set(true);
    store.$selfStream.set(stream);
    await until(() => video.currentTime > 0 && getComputedStyle(video).opacity === '1');
    expect(new DOMMatrix(getComputedStyle(video).transform).a).to.equal(-1);
    expect(video.muted).to.equal(true);
    const other = document.createElement('div');
    box.append(other);
    other.append(element);
    await aTaskLater();
    await until(() => !video.paused && video.srcObject === stream);
    element.remove();
    await aTaskLater();
    expect(video.srcObject).to.equal(null);
    expect(store.$selfStream.lc).to.equal(0);
    source.stop();
  });

  it('says how the call ended, and offers to come back', async () => {
    const { element, store } = await lobbyFixture((all) => {
      all.$state.set('left');
      all.$leaveReason.set('user');
    });
    expect(textOf(element)).to.contain('You left the call');
    expect(buttonOf(element, 'join').textContent.trim()).to.equal('Rejoin');
    store.$leaveReason.set('page-closed');
    await elementUpdated(element);
    expect(textOf(element)).to.contain('when you left the page');
    store.$leaveReason.set(undefined); // nobody had taken us in
    await elementUpdated(element);
    expect(textOf(element)).to.contain('You cancelled joining');
  });

  it('says what failed, and lets one try again only where that can help', async () => {
    const { element, store } = await lobbyFixture((all) => {
      all.$state.set('failed');
      all.$error.set(new MeetError('server-unreachable', ''));
    });
    expect(textOf(element)).to.contain('The meeting server can’t be reached');
    expect(buttonOf(element, 'join').textContent.trim()).to.equal('Try again');
    expect(buttonOf(element, 'join').disabled).to.equal(false);
    store.$error.set(new MeetError('unsupported-browser', ''));
    await elementUpdated(element);
    expect(buttonOf(element, 'join').disabled).to.equal(true);
  });

  it('is nothing in a call', async () => {
    const { element, store } = await lobbyFixture();
    store.$state.set('connecting');
    await elementUpdated(element);
    expect(element.shadowRoot?.querySelector('form')).to.equal(null);
  });

  it('is accessible', async () => {
    const { element, store } = await lobbyFixture();
    await expect(element).to.be.accessible();
    store.$state.set('failed');
    store.$error.set(new MeetError('server-unreachable', ''));
    await elementUpdated(element);
    await expect(element).to.be.accessible();
  });
});
