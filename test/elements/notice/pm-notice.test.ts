import { elementUpdated, expect, html } from '@open-wc/testing';
import { $deviceWatch } from '../../../src/elements/devices/late-device-watch.js';
import type { PmMessageElement } from '../../../src/elements/notice/pm-message.js';
import type { PmNoticeElement } from '../../../src/elements/notice/pm-notice.js';
import type { RequestEvent } from '../../../src/elements/shared/request-event.js';
import { MeetError } from '../../../src/errors.js';
import { deviceOf } from '../../helpers/devices.js';
import { buttonOf, next, partOf, peerOf, peersOf, roomFixture, until } from '../../helpers/fixtures.js';

const noticeFixture = () => roomFixture<PmNoticeElement>(html`<pm-notice></pm-notice>`);
const bannerOf = (notice: Element): string =>
  partOf(notice, 'banner', HTMLElement).textContent.replace(/\s+/gu, ' ').trim();
const spokenOf = (notice: Element): string => notice.shadowRoot?.querySelector('.visually-hidden')?.textContent ?? '';

describe('<pm-notice>', () => {
  it('is silent until there is something to say, with its live region ready', async () => {
    const { element } = await noticeFixture();
    expect(element.shadowRoot?.querySelector('[part~="banner"]')).to.equal(null);
    expect(element.shadowRoot?.querySelectorAll('[role="status"]').length).to.equal(2);
  });

  it('says an error in words, and goes away when asked to', async () => {
    const { element, store } = await noticeFixture();
    store.$notice.set({ kind: 'error', error: new MeetError('device-busy', '', { device: 'camera' }) });
    await elementUpdated(element);
    expect(bannerOf(element)).to.contain('Another app is using your camera.').and.not.to.contain('device-busy');
    const asked = next<RequestEvent>(element, 'pm-request');
    buttonOf(element, 'button').click();
    expect((await asked).request).to.equal('dismiss-notice');
  });

  it('names the peer that an error is about', async () => {
    const { element, store } = await noticeFixture();
    store.$peers.set(peersOf(peerOf({ id: 'x', name: 'Bo' })));
    store.$notice.set({ kind: 'error', error: new MeetError('peer-unreachable', '', { peer: 'x', relay: true }) });
    await elementUpdated(element);
    expect(bannerOf(element)).to.contain('Bo can’t be reached');
  });

  it('counts down what the server asked to wait, for the eye only', async () => {
    const { element, store } = await noticeFixture();
    store.$notice.set({ kind: 'waiting', until: performance.now() + 30_000 });
    await elementUpdated(element);
    const first = bannerOf(element);
    expect(first).to.match(/Next try in (30|29) seconds/u);
    await until(() => bannerOf(element) !== first);
    expect(bannerOf(element)).to.match(/Next try in \d+ seconds/u);
    expect(element.shadowRoot?.querySelector('.count')?.getAttribute('aria-hidden')).to.equal('true');
  });

  it('says that the server is gone while the call goes on', async () => {
    const { element, store } = await noticeFixture();
    store.$notice.set({ kind: 'reconnecting' });
    await elementUpdated(element);
    expect(bannerOf(element)).to.contain('The call goes on');
  });

  it('reads out what happens in the call', async () => {
    const { element, store } = await noticeFixture();
    store.$state.set('joined');
    store.$peers.set(peersOf(peerOf({ id: 'Ann' })));
    await elementUpdated(element);
    expect(spokenOf(element)).to.equal('');
    store.$hands.set(['Ann']);
    await until(() => spokenOf(element) === 'People in the call: Ann. Ann raised a hand.');
    store.$leaveReason.set('user');
    store.$state.set('left');
    await elementUpdated(element);
    expect(spokenOf(element)).to.equal('You left the call');
  });

  it('says that the screen is shared, and stops it', async () => {
    const { element, store } = await noticeFixture();
    store.$state.set('joined');
    store.$screen.set(true);
    await elementUpdated(element);
    expect(bannerOf(element)).to.contain('You’re sharing your screen.');
    const asked = next<RequestEvent>(element, 'pm-request');
    buttonOf(element, 'button').click();
    expect((await asked).request).to.equal('toggle-screen');
  });

  it('offers a headset that comes: both its ends, or none', async () => {
    const { element, store } = await noticeFixture();
    const builtIn = deviceOf('audioinput', 'a', 'Built-in');
    const headset = [deviceOf('audioinput', 'b', 'Jabra', 'j'), deviceOf('audiooutput', 'c', 'Jabra', 'j')];
    store.$state.set('joined');
    store.$devices.set([builtIn]);
    store.$devices.set([builtIn, ...headset]);
    await elementUpdated(element);
    expect(bannerOf(element)).to.contain('Jabra');
    const asked: unknown[] = [];
    element.addEventListener('pm-request', (event) => asked.push(event.request, event.detail));
    buttonOf(element, 'button').click();
    await elementUpdated(element);
    expect(asked).to.deep.equal([
      'set-device',
      { kind: 'audioinput', deviceId: 'b' },
      'set-device',
      { kind: 'audiooutput', deviceId: 'c' },
    ]);
    expect(element.shadowRoot?.querySelector('[part~="banner"]')).to.equal(null);
  });

  it('takes for no news what was plugged in before it could tell', async () => {
    const here = $deviceWatch.get();
    $deviceWatch.set(undefined);
    try {
      const { element, store } = await noticeFixture();
      store.$state.set('joined');
      store.$devices.set([deviceOf('audioinput', 'a', 'Built-in')]);
      store.$devices.set([deviceOf('audioinput', 'a', 'Built-in'), deviceOf('audioinput', 'b', 'Jabra')]);
      $deviceWatch.set(here);
      await elementUpdated(element);
      expect(element.shadowRoot?.querySelector('[part~="banner"]')).to.equal(null);
      store.$devices.set([...store.$devices.get(), deviceOf('audioinput', 'c', 'Rode')]);
      await elementUpdated(element);
      expect(bannerOf(element)).to.contain('Rode');
    } finally {
      $deviceWatch.set(here);
    }
  });

  it('says at once that one is offline', async () => {
    const { element, store } = await noticeFixture();
    store.$state.set('joined');
    store.$peers.set(peersOf(peerOf({ id: 'Ann' }), peerOf({ id: 'Bo' }), peerOf({ id: 'Cy', state: 'failed' })));
    let isOnline = false;
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => isOnline });
    window.dispatchEvent(new Event('offline'));
    await elementUpdated(element);
    expect(bannerOf(element)).to.equal('You’re offline. The call goes on with 2 of 3 people.');
    isOnline = true;
    window.dispatchEvent(new Event('online'));
    await elementUpdated(element);
    expect(element.shadowRoot?.querySelector('[part~="banner"]')).to.equal(null);
    Reflect.deleteProperty(navigator, 'onLine');
  });

  it('is accessible, and listens to nothing after its removal', async () => {
    const { element, store } = await noticeFixture();
    store.$notice.set({ kind: 'error', error: new MeetError('device-busy', '', { device: 'camera' }) });
    await elementUpdated(element);
    await expect(element).to.be.accessible();
    element.remove();
    expect(store.$notice.lc).to.equal(0);
  });
});

describe('<pm-message>', () => {
  const messageFixture = (error: MeetError) =>
    roomFixture<PmMessageElement>(html`<pm-message .error=${error}></pm-message>`, (store) => {
      store.$room.set('standup');
      store.$displayName.set('Ann');
    });

  it('says what failed and joins again under the same name', async () => {
    const { element } = await messageFixture(new MeetError('server-unreachable', 'closed before open'));
    const heading = element.shadowRoot?.querySelector('h2');
    expect(heading?.textContent).to.equal('The meeting server can’t be reached');
    const asked = next<RequestEvent<'join'>>(element, 'pm-request');
    buttonOf(element, 'button').click();
    expect((await asked).detail).to.deep.equal({ name: 'Ann' });
  });

  it('says that a call has ended when there was one, and offers to rejoin', async () => {
    const { element, store } = await messageFixture(new MeetError('server-closed', '1008'));
    expect(buttonOf(element, 'button').textContent.trim()).to.equal('Try again');
    store.$leaveReason.set('failed');
    await elementUpdated(element);
    expect(buttonOf(element, 'button').textContent.trim()).to.equal('Rejoin');
    expect(element.shadowRoot?.textContent).to.contain('The call has ended');
  });

  it('keeps the code for the details, where whoever must fix it finds it', async () => {
    const { element } = await messageFixture(new MeetError('server-invalid', 'server: no URL'));
    const details = element.shadowRoot?.querySelector('details');
    expect(details?.open).to.equal(false);
    expect(details?.textContent).to.contain('server-invalid').and.to.contain('server: no URL');
    expect(element.shadowRoot?.querySelector('button')).to.equal(null);
  });

  it('is accessible', async () => {
    const { element } = await messageFixture(new MeetError('server-unreachable', 'closed before open'));
    await expect(element).to.be.accessible();
  });
});
