import { ContextProvider } from '@lit/context';
import { elementUpdated, expect, html } from '@open-wc/testing';
import { createViewState, viewContext } from '../../../src/elements/shared/view-state.js';
import { focused } from '../../../src/elements/shared/focus.js';
import { $openTileMenu } from '../../../src/elements/stage/late-tile-menu.js';
import type { PmVideoTileElement } from '../../../src/elements/stage/pm-video-tile.js';
import { aTaskLater, peerOf, roomFixture, until } from '../../helpers/fixtures.js';

const press = (target: Element | null | undefined, key: string): KeyboardEvent => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true });
  target?.dispatchEvent(event);
  return event;
};

/** A tile whose menu is open, with the focus on its first item. */
const opened = async () => {
  const room = await roomFixture<PmVideoTileElement>(
    html`<pm-video-tile .peer=${peerOf({ id: 'Bo' })} style="width: 400px; height: 300px"></pm-video-tile>`,
  );
  const tile = room.element;
  const find = (selector: string) => tile.shadowRoot?.querySelector<HTMLElement>(selector);
  find('.more')?.focus();
  find('.more')?.click();
  await until(() => focused()?.matches('[role^="menuitem"]') ?? false);
  return { tile, find };
};

describe('the menu of a <pm-video-tile>', () => {
  it('gives the focus back to its button when it is dismissed', async () => {
    const { find } = await opened();
    find('.menu')?.hidePopover(); // as the browser does for Escape
    await until(() => !find('.menu'));
    expect(focused() === find('.more')).to.equal(true);
  });

  it('is closed for good once an item is chosen, whatever is drawn meanwhile', async () => {
    const { tile, find } = await opened();
    find('[role="menuitem"]')?.click();
    tile.peer = peerOf({ id: 'Bo', hand: true });
    await elementUpdated(tile);
    expect(!find('.menu')).to.equal(true);
    await aTaskLater(); // the popover’s own event
    await elementUpdated(tile);
    expect(!find('.menu')).to.equal(true);
    expect(focused() === find('.more')).to.equal(true);
  });

  it('goes from the items to the volume by Tab, and from there on and shut', async () => {
    const { find } = await opened();
    expect(press(focused(), 'Tab').defaultPrevented).to.equal(true);
    expect(focused() === find('input[type="range"]')).to.equal(true);
    expect(find('input[type="range"]')?.getAttribute('aria-valuetext')).to.equal('100%');
    expect(press(focused(), 'ArrowRight').defaultPrevented, 'the slider’s own').to.equal(false);
    expect(press(focused(), 'Tab').defaultPrevented).to.equal(false);
    await until(() => !find('.menu'));
    expect(focused() === find('.more')).to.equal(true);
  });

  it('leaves a shortcut pressed on its button to the meeting, and keeps the arrows', async () => {
    const { find } = await opened();
    const heard: string[] = [];
    const listen = ({ key }: KeyboardEvent): unknown => heard.push(key);
    document.addEventListener('keydown', listen);
    for (const key of ['m', '?', 'ArrowLeft', 'ArrowDown']) press(find('.more'), key);
    document.removeEventListener('keydown', listen);
    expect(heard).to.deep.equal(['m', '?']);
  });

  it('has no stop on the picture', async () => {
    const { find } = await opened();
    expect(find('video')?.tabIndex).to.equal(-1);
  });
});

describe('the menu of a <pm-video-tile> that has not come yet', () => {
  const here = $openTileMenu.get();
  beforeEach(() => {
    $openTileMenu.set(undefined);
  });
  afterEach(() => {
    $openTileMenu.set(here);
  });

  it('is asked for by a press, and opens once it is there', async () => {
    const { element, box } = await roomFixture<PmVideoTileElement>(
      html`<pm-video-tile .peer=${peerOf({ id: 'Bo' })} style="width: 400px; height: 300px"></pm-video-tile>`,
    );
    const asked: string[] = [];
    box.addEventListener('pm-request', ({ request }) => asked.push(request));
    const button = element.shadowRoot?.querySelector<HTMLElement>('.more');
    button?.click();
    await elementUpdated(element);
    expect(asked).to.deep.equal(['want-parts']);
    expect(button?.getAttribute('aria-expanded')).to.equal('true');
    $openTileMenu.set(here);
    await until(() => focused()?.matches('[role^="menuitem"]') ?? false);
    const menu = element.shadowRoot?.querySelector('.menu');
    expect(menu && getComputedStyle(menu).position, 'its sheet').to.equal('fixed');
  });

  for (const [what, happen] of [
    ['a second press', (button: HTMLElement) => button.click()],
    [
      'a key',
      () => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true, composed: true })),
    ],
    [
      'a press elsewhere',
      () => document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true })),
    ],
  ] as const) {
    it(`is not wanted any more after ${what}, and does not take the focus when it comes`, async () => {
      const { element } = await roomFixture<PmVideoTileElement>(
        html`<pm-video-tile .peer=${peerOf({ id: 'Bo' })} style="width: 400px; height: 300px"></pm-video-tile>`,
      );
      const button = element.shadowRoot?.querySelector<HTMLElement>('.more');
      if (!button) throw new Error('no button');
      button.click();
      await elementUpdated(element);
      happen(button);
      $openTileMenu.set(here);
      await elementUpdated(element);
      expect(button.getAttribute('aria-expanded')).to.equal('false');
      expect(element.shadowRoot?.querySelector('.menu')).to.equal(null);
    });
  }

  it('leaves its button as it was where it could not be loaded, and the next press asks again', async () => {
    const { element, box } = await roomFixture<PmVideoTileElement>(
      html`<pm-video-tile .peer=${peerOf({ id: 'Bo' })} style="width: 400px; height: 300px"></pm-video-tile>`,
    );
    const view = createViewState();
    new ContextProvider(box, { context: viewContext, initialValue: view });
    box.append(element); // finds the view that is around it now
    const asked: string[] = [];
    box.addEventListener('pm-request', ({ request }) => asked.push(request));
    const button = element.shadowRoot?.querySelector<HTMLElement>('.more');
    button?.click();
    await elementUpdated(element);
    view.$laterMissing.set(true);
    await until(() => button?.getAttribute('aria-expanded') === 'false');
    view.$laterMissing.set(false);
    button?.click();
    await elementUpdated(element);
    expect(asked).to.deep.equal(['want-parts', 'want-parts']);
    expect(button?.getAttribute('aria-expanded')).to.equal('true');
  });
});

describe('the button of a <pm-video-tile> that unpins', () => {
  it('is no drag of the tile that it is on: a press goes no further, and asks for nobody on the stage', async () => {
    const { element, box } = await roomFixture<PmVideoTileElement>(
      html`<pm-video-tile self pinned movable style="width: 400px; height: 300px"></pm-video-tile>`,
    );
    const heard: string[] = [];
    for (const type of ['pointerdown', 'click']) box.addEventListener(type, () => heard.push(type));
    box.addEventListener('pm-request', ({ request, detail }) => heard.push(`${request} ${JSON.stringify(detail)}`));
    const pin = element.shadowRoot?.querySelector<HTMLElement>('.pin');
    pin?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    pin?.click();
    expect(heard).to.deep.equal(['pin {"id":null}']);
  });
});
