import { expect, fixture, html } from '@open-wc/testing';
import { defineLater } from '../../../src/elements/meeting/later.js';
import type { ChoiceGroup, PmMenuElement } from '../../../src/elements/shared/pm-menu.js';
import { next, until } from '../../helpers/fixtures.js';

defineLater();

interface MenuFixture {
  readonly menu: PmMenuElement;
  readonly anchor: HTMLButtonElement;
  /** What was chosen, in order. */
  readonly chosen: string[];
}

const FRUIT = ['Apple', 'Banana', 'Avocado'];

const menuFixture = async (more: Partial<ChoiceGroup> = {}, sheet = false): Promise<MenuFixture> => {
  const chosen: string[] = [];
  const groups = (): ChoiceGroup[] => [
    {
      label: 'Fruit',
      choices: FRUIT.map((label) => ({
        label,
        isRadio: true,
        checked: label === 'Banana',
        act: () => chosen.push(label),
      })),
      ...more,
    },
    { choices: [{ label: 'Other', icon: 'link', hint: '?', act: () => chosen.push('Other') }] },
  ];
  const box = await fixture<HTMLElement>(html`<div>
    <button popovertarget="menu">Open</button>
    <pm-menu id="menu" popover label="Food" .groups=${groups} ?sheet=${sheet}></pm-menu>
  </div>`);
  const [anchor, menu] = box.children as unknown as [HTMLButtonElement, PmMenuElement];
  return { menu, anchor, chosen };
};

const open = async ({ menu, anchor }: MenuFixture): Promise<void> => {
  anchor.focus();
  anchor.click();
  await until(() => focusOf(menu) !== '');
};
const focusOf = (menu: PmMenuElement): string =>
  menu.shadowRoot?.activeElement?.querySelector('.words')?.textContent ??
  menu.shadowRoot?.activeElement?.ariaLabel ??
  '';
const press = (menu: PmMenuElement, key: string): void => {
  const target = menu.shadowRoot?.activeElement;
  target?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
};

describe('<pm-menu>', () => {
  it('holds nothing while it is closed, and begins with the choice that is on', async () => {
    const it = await menuFixture();
    expect(it.menu.shadowRoot?.querySelector('button')).to.equal(null);
    await open(it);
    expect(focusOf(it.menu)).to.equal('Banana');
    const roles = [...(it.menu.shadowRoot?.querySelectorAll('button') ?? [])].map(
      (choice) => `${choice.role} ${choice.getAttribute('aria-checked')}`,
    );
    expect(roles).to.deep.equal(['menuitemradio false', 'menuitemradio true', 'menuitemradio false', 'menuitem null']);
  });

  it('is walked through by arrows, Home, End and letters', async () => {
    const it = await menuFixture();
    await open(it);
    for (const [key, label] of [
      ['ArrowDown', 'Avocado'],
      ['ArrowDown', 'Other'],
      ['ArrowDown', 'Apple'],
      ['ArrowUp', 'Other'],
      ['Home', 'Apple'],
      ['a', 'Avocado'],
      ['a', 'Apple'],
      ['x', 'Apple'],
      ['End', 'Other'],
    ] as const) {
      press(it.menu, key);
      expect(focusOf(it.menu), key).to.equal(label);
    }
  });

  it('lets no key out: neither an arrow of the bar nor a shortcut', async () => {
    const it = await menuFixture();
    await open(it);
    let heard = 0;
    it.menu.parentElement?.addEventListener('keydown', () => (heard += 1));
    for (const key of ['ArrowDown', 'm', ' ']) press(it.menu, key);
    expect(heard).to.equal(0);
  });

  it('closes with a choice, gives the focus back, and then does it', async () => {
    const it = await menuFixture();
    await open(it);
    (it.menu.shadowRoot?.activeElement as HTMLElement).click();
    expect(it.chosen).to.deep.equal(['Banana']);
    expect(it.menu.matches(':popover-open')).to.equal(false);
    expect(document.activeElement).to.equal(it.anchor);
  });

  it('closes with the Tab key, which goes on from the button', async () => {
    const it = await menuFixture();
    await open(it);
    press(it.menu, 'Tab');
    expect(it.menu.matches(':popover-open')).to.equal(false);
    expect(document.activeElement).to.equal(it.anchor);
  });

  it('gives the focus back when it is closed by the browser, and leaves it to what else took it', async () => {
    const it = await menuFixture();
    await open(it);
    it.menu.hidePopover();
    await until(() => document.activeElement === it.anchor);
    await open(it);
    const other = it.menu.parentElement?.appendChild(document.createElement('input'));
    const closed = next(it.menu, 'toggle');
    other?.focus();
    it.menu.hidePopover();
    await closed;
    expect(document.activeElement?.localName).to.equal('input');
  });

  it('shows other choices in place of the first where one says so', async () => {
    let page = 0;
    const it = await menuFixture();
    it.menu.groups = () => [{ choices: [{ label: `Page ${page}`, keepsOpen: true, act: () => (page += 1) }] }];
    await open(it);
    (it.menu.shadowRoot?.activeElement as HTMLElement).click();
    await until(() => focusOf(it.menu) === 'Page 1');
    expect(it.menu.matches(':popover-open')).to.equal(true);
  });

  it('lies in the window, over its button, wherever that is', async () => {
    const it = await menuFixture();
    it.anchor.style.setProperty('position', 'fixed');
    for (const [left, top] of [
      [0, 0],
      [innerWidth - 40, innerHeight - 40],
      [innerWidth / 2, innerHeight - 40],
    ] as const) {
      it.anchor.style.setProperty('left', `${left}px`);
      it.anchor.style.setProperty('top', `${top}px`);
      await open(it);
      await Promise.all(it.menu.getAnimations().map(({ finished }) => finished));
      const box = it.menu.getBoundingClientRect();
      expect(box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight).to.equal(true);
      press(it.menu, 'Tab');
    }
  });

  it('is a sheet as wide as a narrow meeting', async () => {
    const it = await menuFixture({}, true);
    it.menu.parentElement?.style.setProperty('width', '300px');
    await open(it);
    await Promise.all(it.menu.getAnimations().map(({ finished }) => finished));
    expect(it.menu.getBoundingClientRect().bottom).to.be.at.most(innerHeight);
    expect(it.menu.getBoundingClientRect().width).to.be.at.least(240);
  });

  it('is gone with its removal, and listens to nothing then', async () => {
    const it = await menuFixture();
    await open(it);
    const { parentElement } = it.menu;
    it.menu.remove();
    parentElement?.append(it.menu);
    await it.menu.updateComplete;
    expect(it.menu.matches(':popover-open')).to.equal(false);
    expect(it.menu.shadowRoot?.querySelector('button')).to.equal(null);
  });

  for (const [name, more] of [
    ['of words', {}],
    ['of pictures in a row', { isRow: true }],
    ['with a note', { note: 'Names come later.' }],
  ] as const) {
    for (const theme of ['light', 'dark']) {
      it(`${name} is accessible in the ${theme} theme`, async () => {
        const it = await menuFixture(more);
        it.menu.style.setProperty('color-scheme', theme);
        const opened = next(it.menu, 'toggle');
        await open(it);
        await opened;
        await Promise.all(it.menu.getAnimations().map(({ finished }) => finished));
        await expect(it.menu).to.be.accessible();
      });
    }
  }
});
