import { elementUpdated, expect, html } from '@open-wc/testing';
import type { PmControlsElement } from '../../../src/elements/bar/pm-controls.js';
import { $tooltip } from '../../../src/elements/shared/late-tooltip.js';
import { buttonOf, peerOf, roomFixture, until, type RoomFixture } from '../../helpers/fixtures.js';
import { viewAround } from '../../helpers/view.js';

const controlsFixture = (): Promise<RoomFixture<PmControlsElement>> =>
  roomFixture(html`<pm-controls></pm-controls>`, (store) => {
    store.$state.set('joined');
    store.$microphone.set(true);
  });
const tipOf = (element: Element): string | undefined => {
  const tip = element.shadowRoot?.querySelector('.tip');
  return tip?.matches(':popover-open')
    ? [...tip.children]
        .map(({ textContent }) => textContent)
        .join(' ')
        .trim()
    : undefined;
};
const point = (target: Element, type: string, pointerType = 'mouse'): void => {
  target.dispatchEvent(new PointerEvent(type, { bubbles: type !== 'pointerleave', composed: true, pointerType }));
};

describe('The tooltips of <pm-controls>', () => {
  it('show what a button does and its key while the pointer is on it, or on them', async () => {
    const { element } = await controlsFixture();
    expect(tipOf(element)).to.equal(undefined);
    point(buttonOf(element, 'button-microphone'), 'pointerover');
    expect(tipOf(element)).to.equal('Mute microphone M');
    point(buttonOf(element, 'button-more'), 'pointerover');
    expect(tipOf(element)).to.equal('More');
    point(element, 'pointerleave');
    await until(() => tipOf(element) === undefined);
  });

  it('stay under the pointer, and go with Escape', async () => {
    const { element } = await controlsFixture();
    const button = buttonOf(element, 'button-microphone');
    point(button, 'pointerover');
    const tip = element.shadowRoot?.querySelector('.tip');
    if (tip) point(tip, 'pointerover');
    expect(tipOf(element)).to.equal('Mute microphone M');
    button.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    expect(tipOf(element)).to.equal(undefined);
  });

  it('follow what the button does now', async () => {
    const { element, store } = await controlsFixture();
    point(buttonOf(element, 'button-microphone'), 'pointerover');
    store.$microphone.set(false);
    await until(() => tipOf(element) === 'Unmute microphone M');
  });

  it('name no key where keys do nothing', async () => {
    const { element, box } = await controlsFixture();
    viewAround(box, ({ $hasShortcuts }) => $hasShortcuts.set(false));
    await element.updateComplete;
    point(buttonOf(element, 'button-microphone'), 'pointerover');
    expect(tipOf(element)).to.equal('Mute microphone');
    expect(buttonOf(element, 'button-microphone').hasAttribute('aria-keyshortcuts')).to.equal(false);
  });

  it('are not for fingers, and go with the focus', async () => {
    const { element } = await controlsFixture();
    point(buttonOf(element, 'button-microphone'), 'pointerover', 'touch');
    expect(tipOf(element)).to.equal(undefined);
    point(buttonOf(element, 'button-microphone'), 'pointerover');
    buttonOf(element, 'button-camera').focus();
    buttonOf(element, 'button-camera').blur();
    expect(tipOf(element)).to.equal(undefined);
  });

  it('lie whole in the window at the edge of a small box', async () => {
    const { element, box } = await controlsFixture();
    box.style.setProperty('width', '180px');
    await until(() => (element.shadowRoot?.querySelectorAll('.root button').length ?? 0) === 3);
    point(buttonOf(element, 'button-leave'), 'pointerover');
    const { left, right, top, bottom } =
      element.shadowRoot?.querySelector('.tip')?.getBoundingClientRect() ?? new DOMRect(-1);
    expect([left >= 0, right <= innerWidth, top >= 0, bottom <= innerHeight]).to.deep.equal([true, true, true, true]);
  });
});

describe('The tooltip of a tile, and of what is a picture alone in a menu', () => {
  it('says what the button does, but while its menu is open', async () => {
    const { element } = await roomFixture(html`<pm-video-tile .peer=${peerOf({ id: 'Bo' })}></pm-video-tile>`);
    const more = element.shadowRoot?.querySelector<HTMLElement>('.more');
    if (!more) throw new Error('no button');
    point(more, 'pointerover');
    expect(tipOf(element)).to.equal('Options for Bo');
    more.click();
    await until(() => tipOf(element) === undefined);
    expect(more.getAttribute('aria-expanded')).to.equal('true');
  });

  it('names the reaction', async () => {
    const { element } = await controlsFixture();
    buttonOf(element, 'button-reactions').click();
    const menu = element.shadowRoot?.querySelector('#reactions');
    await until(() => (menu?.shadowRoot?.querySelectorAll('button').length ?? 0) > 0);
    const [, heart] = menu?.shadowRoot?.querySelectorAll('button') ?? [];
    if (!menu || !heart) throw new Error('no reaction');
    point(heart, 'pointerover');
    expect(tipOf(menu)).to.equal('Heart');
    heart.click();
    await until(() => tipOf(menu) === undefined);
  });
});

describe('The tooltips of <pm-controls> that have not come yet', () => {
  const here = $tooltip.get();
  beforeEach(() => {
    $tooltip.set(undefined);
  });
  afterEach(() => {
    $tooltip.set(here);
  });

  it('show once they have, to who points at a button then', async () => {
    const { element } = await controlsFixture();
    point(buttonOf(element, 'button-microphone'), 'pointerover');
    expect(tipOf(element)).to.equal(undefined);
    $tooltip.set(here);
    await elementUpdated(element);
    point(buttonOf(element, 'button-microphone'), 'pointerover');
    expect(tipOf(element)).to.equal('Mute microphone M');
    const tip = element.shadowRoot?.querySelector('.tip');
    expect(tip && getComputedStyle(tip).position, 'its sheet').to.equal('fixed');
  });
});
