import { expect, fixture, html } from '@open-wc/testing';
import { keyOf } from '../../../src/elements/shared/shortcut-keys.js';
import { isControl, isTaken, shortcutOf } from '../../../src/elements/shortcuts/shortcuts.js';

const press = (key: string, init: KeyboardEventInit = {}): string | undefined =>
  shortcutOf(new KeyboardEvent('keydown', { key, ...init }));

/** What is around an element, innermost first. */
const pathOf = (element: Element): EventTarget[] => {
  const path: EventTarget[] = [];
  for (let node: Node | null = element; node; node = node.parentNode) path.push(node);
  return path;
};

describe('shortcutOf', () => {
  it('goes by the letter, with caps lock too', () => {
    expect([press('m'), press('M'), press('?', { shiftKey: true })]).to.deep.equal(['m', 'm', '?']);
    expect(press('q', { code: 'KeyM' })).to.equal(undefined);
  });

  it('goes by the place where letters are not Latin', () => {
    expect(press('ь', { code: 'KeyM' })).to.equal('m');
    expect(press('ج', { code: 'KeyP' })).to.equal('p');
  });

  it('leaves alone what has a modifier, is repeated, or is being composed', () => {
    for (const init of [
      { ctrlKey: true },
      { altKey: true },
      { metaKey: true },
      { shiftKey: true },
      { repeat: true },
      { isComposing: true },
    ]) {
      expect(press('m', init), JSON.stringify(init)).to.equal(undefined);
    }
  });

  it('knows no other key', () => {
    expect([press('x'), press('Enter'), press('Dead', { code: 'KeyM' })]).to.deep.equal([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('tells a control’s key as it stands on the keyboard', () => {
    expect([keyOf('microphone'), keyOf('leave')]).to.deep.equal(['M', undefined]);
  });
});

describe('isTaken and isControl', () => {
  it('take a key that writes, or that is for a menu or a dialog', async () => {
    const taken = await fixture(html`<div>
      <input type="text" /><input type="email" /><textarea></textarea><select></select>
      <p contenteditable="true"></p>
      <a-field></a-field>
      <dialog><button>x</button></dialog>
      <div role="menu"><button role="menuitem">x</button></div>
    </div>`);
    for (const element of taken.querySelectorAll('input, textarea, select, p, a-field, button')) {
      expect(isTaken(pathOf(element)), element.outerHTML).to.equal(true);
    }
  });

  it('leave keys that nothing else wants', async () => {
    const free = await fixture(html`<div><button>x</button><input type="checkbox" /><p>x</p></div>`);
    for (const element of free.querySelectorAll('button, input, p')) {
      expect(isTaken(pathOf(element)), element.outerHTML).to.equal(false);
    }
  });

  it('tell what is pressed by space from what is not', async () => {
    const host = await fixture(html`<div tabindex="0">
      <button></button><a href="#x"></a><input type="checkbox" /><i tabindex="0"></i><b tabindex="-1"></b><u></u>
    </div>`);
    const are = [...host.children, host].map((element) => isControl(pathOf(element), host));
    expect(are).to.deep.equal([true, true, true, true, false, false, false]);
  });
});
