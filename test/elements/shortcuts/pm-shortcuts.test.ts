import { elementUpdated, expect, html } from '@open-wc/testing';
import { ContextProvider } from '@lit/context';
import { panelContext } from '../../../src/elements/shared/panels.js';
import type { PmShortcutsElement } from '../../../src/elements/shortcuts/pm-shortcuts.js';
import type { RequestEvent } from '../../../src/elements/shared/request-event.js';
import type { ViewState } from '../../../src/elements/shared/view-state.js';
import type { RoomStore } from '../../../src/room/room-store.js';
import { roomFixture, until, type RoomFixture } from '../../helpers/fixtures.js';
import { viewAround } from '../../helpers/view.js';

interface ShortcutsFixture extends RoomFixture<PmShortcutsElement> {
  readonly view: ViewState;
  /** What was asked for, in order. */
  readonly asked: string[];
}

const shortcutsFixture = async (set?: (store: RoomStore) => void): Promise<ShortcutsFixture> => {
  const room = await roomFixture<PmShortcutsElement>(html`<pm-shortcuts></pm-shortcuts>`, (store) => {
    store.$state.set('joined');
    set?.(store);
  });
  const asked: string[] = [];
  room.box.addEventListener('pm-request', ({ request, detail }: RequestEvent) => {
    asked.push(detail === undefined ? request : `${request} ${JSON.stringify(detail)}`);
  });
  return { ...room, view: viewAround(room.box), asked };
};

const key = (target: EventTarget, type: 'keydown' | 'keyup', init: KeyboardEventInit): KeyboardEvent => {
  const event = new KeyboardEvent(type, { bubbles: true, composed: true, cancelable: true, ...init });
  target.dispatchEvent(event);
  return event;
};

describe('<pm-shortcuts>', () => {
  it('asks for what its keys stand for', async () => {
    const { box, asked } = await shortcutsFixture();
    for (const each of ['m', 'v', 's', 'h', 'p', 'c', 't', '?']) key(box, 'keydown', { key: each });
    expect(asked).to.deep.equal([
      'toggle-microphone',
      'toggle-camera',
      'toggle-screen',
      'raise-hand',
      'show-panel {"panel":"people"}',
      'show-panel {"panel":"chat"}',
      'show-panel {"panel":"trust"}',
      'show-shortcuts {"open":true}',
    ]);
  });

  it('closes the people’s list when it is open', async () => {
    const { box, asked } = await shortcutsFixture();
    new ContextProvider(box, { context: panelContext, initialValue: 'people' });
    box.append(...box.children);
    key(box, 'keydown', { key: 'p' });
    expect(asked).to.deep.equal(['show-panel {"panel":null}']);
  });

  it('does nothing outside a call, nor where the page switched it off, nor after its removal', async () => {
    const { box, element, store, view, asked } = await shortcutsFixture((all) => all.$state.set('lobby'));
    key(box, 'keydown', { key: 'm' });
    store.$state.set('joined');
    view.$hasShortcuts.set(false);
    key(box, 'keydown', { key: 'm' });
    key(box, 'keydown', { key: ' ' });
    view.$hasShortcuts.set(true);
    element.remove();
    key(box, 'keydown', { key: 'm' });
    expect(asked).to.deep.equal([]);
  });

  it('does nothing for a control that does not show', async () => {
    const { box, asked } = await shortcutsFixture((store) => store.$controls.set(new Set(['camera'])));
    for (const each of ['m', 'v', 's', 'h', 'p', ' ']) key(box, 'keydown', { key: each });
    expect(asked).to.deep.equal(['toggle-camera']);
  });

  it('leaves keys to text fields and to what else has taken them', async () => {
    const { box, asked } = await shortcutsFixture();
    const input = box.appendChild(document.createElement('input'));
    key(input, 'keydown', { key: 'm' });
    key(input, 'keydown', { key: ' ' });
    box.firstElementChild?.addEventListener('keydown', (event) => event.preventDefault());
    key(box.firstElementChild ?? box, 'keydown', { key: 'm' });
    expect(asked).to.deep.equal([]);
  });

  it('opens a microphone that is off for as long as space is held', async () => {
    const { box, asked } = await shortcutsFixture();
    const event = key(box, 'keydown', { key: ' ' });
    expect(event.defaultPrevented).to.equal(true);
    key(box, 'keydown', { key: ' ', repeat: true });
    expect(asked).to.deep.equal(['toggle-microphone {"on":true}']);
    key(document.body, 'keyup', { key: 'a' });
    key(document.body, 'keyup', { key: ' ' });
    key(document.body, 'keyup', { key: ' ' });
    expect(asked).to.deep.equal(['toggle-microphone {"on":true}', 'toggle-microphone {"on":false}']);
  });

  it('lets go of the microphone when the window loses the keyboard, or the element goes', async () => {
    const { box, element, asked } = await shortcutsFixture();
    key(box, 'keydown', { key: ' ' });
    window.dispatchEvent(new Event('blur'));
    expect(asked.at(-1)).to.equal('toggle-microphone {"on":false}');
    key(box, 'keydown', { key: ' ' });
    expect(asked.at(-1)).to.equal('toggle-microphone {"on":true}');
    element.remove();
    expect(asked.at(-1)).to.equal('toggle-microphone {"on":false}');
    expect(asked.length).to.equal(4);
  });

  it('leaves space to buttons, and an open microphone open', async () => {
    const { box, store, asked } = await shortcutsFixture();
    const button = box.appendChild(document.createElement('button'));
    expect(key(button, 'keydown', { key: ' ' }).defaultPrevented).to.equal(false);
    store.$microphone.set(true);
    key(box, 'keydown', { key: ' ' });
    key(box, 'keyup', { key: ' ' });
    expect(asked).to.deep.equal([]);
  });

  it('lists the keys that do something here, and says when the list is closed', async () => {
    const { box, element, store, view, asked } = await shortcutsFixture();
    view.$shortcuts.set(true);
    await elementUpdated(element);
    const dialog = element.shadowRoot?.querySelector('dialog');
    expect(dialog?.open).to.equal(true);
    const keys = (): string[] => [...(element.shadowRoot?.querySelectorAll('kbd') ?? [])].map((kbd) => kbd.textContent);
    expect(keys()).to.deep.equal(['M', 'V', 'S', 'H', 'P', 'C', 'T', '?', 'Space']);
    store.$controls.set(new Set(['camera']));
    await elementUpdated(element);
    expect(keys()).to.deep.equal(['V', '?']);
    key(dialog ?? box, 'keydown', { key: 'v' });
    expect(asked).to.deep.equal([]);
    dialog?.querySelector('button')?.click();
    await until(() => asked.includes('show-shortcuts {"open":false}'));
    view.$shortcuts.set(false);
    await elementUpdated(element);
    expect(element.shadowRoot?.querySelector('dialog')).to.equal(null);
  });

  for (const theme of ['light', 'dark']) {
    it(`is accessible in the ${theme} theme`, async () => {
      const { box, element, view } = await shortcutsFixture();
      box.style.setProperty('color-scheme', theme);
      view.$shortcuts.set(true);
      await elementUpdated(element);
      const dialog = element.shadowRoot?.querySelector('dialog');
      await Promise.all((dialog?.getAnimations() ?? []).map(({ finished }) => finished));
      await expect(element).to.be.accessible();
    });
  }
});
