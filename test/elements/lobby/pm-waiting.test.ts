import { elementUpdated, expect, html } from '@open-wc/testing';
import type { PmWaitingElement } from '../../../src/elements/lobby/pm-waiting.js';
import type { RequestEvent } from '../../../src/elements/shared/request-event.js';
import { load } from '../../../src/locales/load.js';
import { buttonOf, next, roomFixture } from '../../helpers/fixtures.js';

const waitingFixture = (host = true) =>
  roomFixture<PmWaitingElement>(html`<pm-waiting style="width: 700px; height: 420px"></pm-waiting>`, (store) => {
    store.$room.set('Standup');
    store.$microphoneOff.set(true);
    store.$cameraOff.set(true);
    store.$waiting.set(host);
    store.$state.set('waiting');
  });
const statusOf = (element: Element): string =>
  (element.shadowRoot?.querySelector('[role="status"]')?.textContent ?? '').replace(/\s+/gu, ' ').trim();

describe('<pm-waiting>', () => {
  it('says for whom one waits, in a live region, and in which room', async () => {
    const { element, store } = await waitingFixture();
    expect(statusOf(element)).to.match(/^Waiting for the host to let you in/u);
    expect(element.shadowRoot?.querySelector('.eyebrow')?.textContent).to.equal('Standup');
    store.$waiting.set(false);
    await elementUpdated(element);
    expect(statusOf(element)).to.match(/^Waiting for a host to come/u);
    await expect(element).to.be.accessible();
  });

  it('has the devices’ toggles, which show the truth, and a way out', async () => {
    const { element, store } = await waitingFixture();
    expect(buttonOf(element, 'button-microphone').getAttribute('aria-pressed')).to.equal('true');
    store.$microphone.set(true);
    await elementUpdated(element);
    expect(buttonOf(element, 'button-microphone').getAttribute('aria-pressed')).to.equal('false');
    const asked = next<RequestEvent>(element, 'pm-request');
    buttonOf(element, 'button-leave').click();
    expect((await asked).request).to.equal('leave');
  });

  it('speaks Arabic from right to left', async () => {
    const { element, speak } = await waitingFixture();
    speak(await load('ar'));
    await elementUpdated(element);
    expect(statusOf(element)).to.contain('في انتظار');
    await expect(element).to.be.accessible();
  });
});
