import { elementUpdated, expect, html } from '@open-wc/testing';
import type { PmControlsElement } from '../../src/elements/pm-controls.js';
import type { RequestEvent } from '../../src/elements/request-event.js';
import type { RoomStore } from '../../src/room/room-store.js';
import { buttonOf, next, partOf, roomFixture, type RoomFixture } from '../helpers/fixtures.js';

const controlsFixture = (set?: (store: RoomStore) => void): Promise<RoomFixture<PmControlsElement>> =>
  roomFixture(html`<pm-controls></pm-controls>`, (store) => {
    store.$state.set('joined');
    store.$microphone.set(true);
    store.$camera.set(true);
    set?.(store);
  });

describe('<pm-controls>', () => {
  it('looks muted only once the microphone really is', async () => {
    const { element, store } = await controlsFixture();
    const button = buttonOf(element, 'button-microphone');
    const asked = next<RequestEvent>(button, 'pm-request');
    button.click();
    expect((await asked).request).to.equal('toggle-microphone');
    expect(button.getAttribute('aria-pressed')).to.equal('false');
    store.$microphone.set(false);
    await elementUpdated(element);
    expect(button.getAttribute('aria-pressed')).to.equal('true');
    expect(button.getAttribute('aria-label')).to.equal('Mute microphone');
  });

  it('asks for the camera and for leaving by event', async () => {
    const { element, box } = await controlsFixture();
    for (const [part, request] of [
      ['button-camera', 'toggle-camera'],
      ['button-leave', 'leave'],
    ] as const) {
      const asked = next<RequestEvent>(box, 'pm-request');
      buttonOf(element, part).click();
      expect((await asked).request).to.equal(request);
    }
  });

  it('shows only what it is told to', async () => {
    const { element, store } = await controlsFixture((all) => all.$controls.set(new Set(['leave'])));
    expect(element.shadowRoot?.querySelectorAll('button').length).to.equal(1);
    buttonOf(element, 'button-leave');
    store.$controls.set(new Set(['camera', 'leave']));
    await elementUpdated(element);
    buttonOf(element, 'button-camera');
  });

  it('shows before a call how one has chosen to begin, and cannot leave', async () => {
    const { element } = await controlsFixture((store) => {
      store.$state.set('lobby');
      store.$microphone.set(false);
      store.$camera.set(false);
      store.$cameraOff.set(true);
    });
    expect(buttonOf(element, 'button-microphone').getAttribute('aria-pressed')).to.equal('false');
    expect(buttonOf(element, 'button-camera').getAttribute('aria-pressed')).to.equal('true');
    expect(buttonOf(element, 'button-leave').disabled).to.equal(true);
  });

  it('is a toolbar that arrow keys walk through', async () => {
    const { element } = await controlsFixture();
    partOf(element, 'controls', HTMLElement);
    buttonOf(element, 'button-microphone').focus();
    for (const [key, part] of [
      ['ArrowRight', 'button-camera'],
      ['ArrowRight', 'button-leave'],
      ['ArrowRight', 'button-microphone'],
      ['ArrowLeft', 'button-leave'],
    ] as const) {
      element.shadowRoot?.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      expect(element.shadowRoot?.activeElement).to.equal(buttonOf(element, part));
    }
  });

  it('is accessible', async () => {
    const { element, store } = await controlsFixture();
    await expect(element).to.be.accessible();
    store.$microphone.set(false);
    await elementUpdated(element);
    await expect(element).to.be.accessible();
  });

  it('follows the room it was moved to, and no other', async () => {
    const first = await controlsFixture();
    const second = await controlsFixture((store) => store.$microphone.set(false));
    second.box.append(first.element);
    await elementUpdated(first.element);
    const button = buttonOf(first.element, 'button-microphone');
    expect(button.getAttribute('aria-pressed')).to.equal('true');
    first.store.$state.set('left');
    await elementUpdated(first.element);
    expect(buttonOf(first.element, 'button-leave').disabled).to.equal(false);
  });

  it('listens to nothing after its removal', async () => {
    const { element, store } = await controlsFixture();
    const atoms = [store.$state, store.$controls, store.$microphone, store.$camera];
    expect(atoms.map(({ lc }) => lc)).to.deep.equal([1, 1, 1, 1]);
    element.remove();
    expect(atoms.map(({ lc }) => lc)).to.deep.equal([0, 0, 0, 0]);
  });
});
