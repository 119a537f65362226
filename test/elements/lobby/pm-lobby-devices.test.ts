import { elementUpdated, expect, html } from '@open-wc/testing';
import { $lobbyParts } from '../../../src/elements/lobby/late-lobby.js';
import type { PmLobbyElement } from '../../../src/elements/lobby/pm-lobby.js';
import type { RequestEvent } from '../../../src/elements/shared/request-event.js';
import { MeetError, type MeetErrorDetails, type MeetErrorCode } from '../../../src/errors.js';
import type { RoomStore } from '../../../src/room/room-store.js';
import { DEVICES, deviceOf } from '../../helpers/devices.js';
import { aTaskLater, buttonOf, next, partOf, roomFixture, until, type RoomFixture } from '../../helpers/fixtures.js';

const lobbyFixture = (set?: (store: RoomStore) => void): Promise<RoomFixture<PmLobbyElement>> =>
  roomFixture(html`<pm-lobby style="height: 700px"></pm-lobby>`, (store) => {
    store.$state.set('lobby');
    store.$room.set('standup');
    set?.(store);
  });
const all = <E extends HTMLElement>(lobby: Element, selector: string): E[] => [
  ...(lobby.shadowRoot?.querySelectorAll<E>(selector) ?? []),
];
const one = (lobby: Element, selector: string): HTMLElement => {
  const [found] = all(lobby, selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
};
const words = (element: Element): string => element.textContent.replace(/\s+/gu, ' ').trim();
const selectOf = (lobby: Element, kind: MediaDeviceKind): HTMLSelectElement =>
  one(lobby, `select[data-kind=${kind}]`) as HTMLSelectElement;
const openDevices = async (lobby: PmLobbyElement): Promise<void> => {
  one(lobby, '.line').click();
  await elementUpdated(lobby);
};
const tell = (store: RoomStore, code: MeetErrorCode, details: MeetErrorDetails): void => {
  store.$notice.set({ kind: 'error', error: new MeetError(code, '', details) });
};

describe('<pm-lobby> and its devices', () => {
  it('names the microphone in one line, and opens the choice of all devices', async () => {
    const { element, store } = await lobbyFixture();
    const line = one(element, '.line');
    expect(words(line)).to.equal('Microphone, speakers, camera');
    store.$devices.set(DEVICES);
    await elementUpdated(element);
    expect(words(line)).to.equal('Microphone, speakers, camera: Built-in Microphone');
    expect(line.getAttribute('aria-expanded')).to.equal('false');
    expect(all(element, 'select').length).to.equal(0);
    await openDevices(element);
    expect(line.getAttribute('aria-expanded')).to.equal('true');
    expect(all(element, 'select').map((select) => select.dataset['kind'])).to.deep.equal(['audioinput', 'videoinput', 'audiooutput']); // prettier-ignore
    expect(words(selectOf(element, 'audioinput').selectedOptions[0]!)).to.equal('System default (Built-in Microphone)');
    await openDevices(element);
    expect(all(element, 'select').length).to.equal(0);
  });

  it('offers the system’s choice alone while names are not known, and says when they will be', async () => {
    const { element, store } = await lobbyFixture((all) =>
      all.$devices.set([deviceOf('audioinput', '', ''), deviceOf('videoinput', '', '')]),
    );
    await openDevices(element);
    const select = selectOf(element, 'videoinput');
    expect([...select.options].map(words)).to.deep.equal(['System default']);
    expect(words(one(element, `#${select.getAttribute('aria-describedby') ?? ''}`))).to.contain('Names appear once');
    store.$devices.set(DEVICES);
    await elementUpdated(element);
    expect(all(element, '#names-later').length).to.equal(0);
    expect(select.hasAttribute('aria-describedby')).to.equal(false);
    store.$devices.set(DEVICES.filter(({ kind }) => kind !== 'videoinput'));
    await elementUpdated(element);
    expect([...select.options].map(words)).to.deep.equal(['None found']);
    expect(select.disabled).to.equal(true);
  });

  it('asks for the device that was chosen, and shows the one really in use', async () => {
    const { element, store } = await lobbyFixture((all) => all.$devices.set(DEVICES));
    await openDevices(element);
    const select = selectOf(element, 'audioinput');
    const asked = next<RequestEvent<'set-device'>>(element, 'pm-request');
    select.value = 'headset';
    select.dispatchEvent(new Event('change'));
    expect((await asked).request).to.equal('set-device');
    expect((await asked).detail).to.deep.equal({ kind: 'audioinput', deviceId: 'headset' });
    store.$chosenDevices.set({ audioinput: 'headset' });
    await elementUpdated(element);
    expect(select.value).to.equal('headset');
    expect(words(one(element, '.line'))).to.contain('Headset');
    select.value = 'mic'; // which then could not be opened
    select.dispatchEvent(new Event('change'));
    tell(store, 'device-busy', { device: 'microphone' });
    await elementUpdated(element);
    expect(select.value).to.equal('headset');
  });

  it('plays a test sound, says so, and stops with the choice closed', async () => {
    const { element } = await lobbyFixture();
    await openDevices(element);
    const button = one(element, '.sound');
    button.click();
    await until(() => words(button) === 'Playing…');
    await until(() => words(button) === 'Play a test sound');
    button.click();
    await until(() => words(button) === 'Playing…');
    await openDevices(element);
    await openDevices(element);
    expect(words(one(element, '.sound'))).to.equal('Play a test sound');
  });

  it('shows the microphone’s level while it is on, without drawing itself again', async () => {
    const { element, store } = await lobbyFixture();
    expect(all(element, '[part=level]').length).to.equal(0);
    store.$microphone.set(true);
    await elementUpdated(element);
    const meter = partOf(element, 'level', HTMLElement);
    expect(meter.getAttribute('role')).to.equal('meter');
    expect(meter.getAttribute('aria-label')).to.equal('Microphone level');
    store.$level.set(0.63);
    expect(element.isUpdatePending).to.equal(false);
    expect(meter.getAttribute('aria-valuenow')).to.equal('60');
    const opacities = (): number[] => [...meter.children].map((bar) => Number(getComputedStyle(bar).opacity));
    await until(() => (opacities()[0] ?? 0) > 0.9);
    expect(opacities().length).to.equal(5);
    expect(opacities()[4]).to.be.below(0.5);
    element.remove();
    await aTaskLater();
    expect(store.$level.lc).to.equal(0);
  });

  it('asks for what comes later once there is a meter to show, and not on the way in', async () => {
    const here = $lobbyParts.get();
    $lobbyParts.set(undefined);
    try {
      const { element, store } = await lobbyFixture();
      const asked: string[] = [];
      element.addEventListener('pm-request', ({ request }) => asked.push(request));
      element.arriving = true;
      store.$state.set('connecting');
      store.$microphone.set(true);
      await elementUpdated(element);
      expect(asked).to.deep.equal([]);
      element.arriving = false;
      store.$state.set('lobby');
      await elementUpdated(element);
      expect(asked).to.deep.equal(['want-parts']);
      expect(all(element, '[part=level]').length).to.equal(0);
      $lobbyParts.set(here);
      await elementUpdated(element);
      expect(getComputedStyle(partOf(element, 'level', HTMLElement)).position, 'its sheet').to.equal('absolute');
    } finally {
      $lobbyParts.set(here);
    }
  });

  it('tells a refusal where the device is, with a way back, and takes it from the line over the stage', async () => {
    const { element, store } = await lobbyFixture();
    const requests: string[] = [];
    element.addEventListener('pm-request', (event) => requests.push(event.request));
    tell(store, 'permission-denied', { device: 'camera', by: 'user' });
    await elementUpdated(element);
    expect(requests).to.deep.equal(['dismiss-notice']);
    const toggle = buttonOf(element, 'button-camera');
    const told = one(element, `#${toggle.getAttribute('aria-describedby') ?? ''}`);
    expect(words(told)).to.contain('Your camera is blocked.');
    expect(told.getAttribute('role')).to.equal('alert');
    expect(buttonOf(element, 'button-microphone').hasAttribute('aria-describedby')).to.equal(false);
    one(element, '.again').click();
    await elementUpdated(element);
    expect(requests).to.deep.equal(['dismiss-notice', 'preview']);
    expect(all(element, '.problem').length).to.equal(0);
    expect(toggle.hasAttribute('aria-describedby')).to.equal(false);
    tell(store, 'permission-denied', { device: 'camera', by: 'policy' });
    await elementUpdated(element);
    expect(words(one(element, '.problem'))).to.contain('Permissions-Policy');
    expect(all(element, '.again').length).to.equal(0);
  });

  it('joins without what failed, and says so on the button', async () => {
    const { element, store } = await lobbyFixture();
    const join = buttonOf(element, 'join');
    tell(store, 'device-missing', { device: 'camera' });
    await elementUpdated(element);
    expect(words(join)).to.equal('Join without camera');
    tell(store, 'permission-denied', { device: 'microphone', by: 'user' });
    await elementUpdated(element);
    expect(words(join)).to.equal('Join without camera and microphone');
    expect(all(element, '.again').length).to.equal(1); // for both
    const asked = next<RequestEvent<'join'>>(element, 'pm-request');
    join.click();
    expect((await asked).detail?.without).to.deep.equal(['microphone', 'camera']);
    store.$microphone.set(true);
    await elementUpdated(element);
    expect(words(join)).to.equal('Join without camera');
    store.$camera.set(true);
    await elementUpdated(element);
    expect(words(join)).to.equal('Join');
  });
});
