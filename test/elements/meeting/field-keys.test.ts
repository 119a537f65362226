import { expect, fixture, html } from '@open-wc/testing';
import type { PrivateMeetElement } from '../../../src/index.js';
import { until } from '../../helpers/fixtures.js';

type Press = Partial<KeyboardEventInit> & { readonly key: string };
const TYPES = ['keydown', 'keypress', 'keyup'] as const;

describe('the keys of our fields', () => {
  let swallowed: string[];
  /** A page that takes every key for itself, unless a field of its own has the focus. */
  const swallow = (event: Event): void => {
    if (event.target instanceof HTMLInputElement) return;
    swallowed.push(`${event.type} ${(event as KeyboardEvent).key}`);
    event.preventDefault();
  };
  /** Whether the key came through to the field. */
  const press = (target: Element, press: Press): boolean =>
    TYPES.every((type) =>
      target.dispatchEvent(new KeyboardEvent(type, { bubbles: true, composed: true, cancelable: true, ...press })),
    );
  const lobbyOf = async (): Promise<{ meet: PrivateMeetElement; inLobby: (selector: string) => HTMLElement }> => {
    const meet = await fixture<PrivateMeetElement>(html`<private-meet room="standup"></private-meet>`);
    await until(
      () => meet.state === 'lobby' && !!meet.shadowRoot?.querySelector('pm-lobby')?.shadowRoot?.querySelector('input'),
    );
    const { shadowRoot } = meet.shadowRoot!.querySelector('pm-lobby')!;
    return { meet, inLobby: (selector) => shadowRoot!.querySelector<HTMLElement>(selector)! };
  };

  beforeEach(() => {
    swallowed = [];
    for (const type of TYPES) {
      document.addEventListener(type, swallow);
      window.addEventListener(type, swallow);
    }
  });
  afterEach(() => {
    for (const type of TYPES) {
      document.removeEventListener(type, swallow);
      window.removeEventListener(type, swallow);
    }
  });

  it('write, edit and send there, whatever hotkeys the page has', async () => {
    const { inLobby } = await lobbyOf();
    const field = inLobby('input');
    const presses: readonly Press[] = [
      ...['a', 'M', '?', 'é', 'あ', ' ', 'Enter', 'Backspace', 'Delete', 'ArrowLeft', 'Home', 'Process', 'Dead'].map(
        (key) => ({ key }),
      ),
      { key: '@', ctrlKey: true, altKey: true }, // AltGr
      { key: 'å', altKey: true },
      { key: 'a', ctrlKey: true },
      { key: 'v', metaKey: true },
      { key: 'Z', metaKey: true, shiftKey: true },
      { key: 'ArrowLeft', ctrlKey: true },
    ];
    for (const one of presses) expect(press(field, one), JSON.stringify(one)).to.equal(true);
    expect(swallowed).to.deep.equal([]);
  });

  it('are the page’s where they lead out of the field, or are its commands', async () => {
    const { inLobby } = await lobbyOf();
    const field = inLobby('input');
    const presses: readonly Press[] = [
      ...['Escape', 'Tab', 'F2', 'Shift'].map((key) => ({ key })),
      { key: 'k', ctrlKey: true },
      { key: 's', metaKey: true },
    ];
    for (const one of presses) expect(press(field, one), JSON.stringify(one)).to.equal(false);
  });

  it('are the page’s where nobody writes: on a button, and in what it slots', async () => {
    const { meet, inLobby } = await lobbyOf();
    expect(press(inLobby('.join'), { key: 'k' })).to.equal(false);
    const own = document.createElement('textarea');
    meet.append(own);
    expect(press(own, { key: 'k' })).to.equal(false);
  });

  it('are those of a choice too, and are heard on the element itself', async () => {
    const { meet, inLobby } = await lobbyOf();
    inLobby('.line').click();
    await until(() => !!inLobby('select'));
    const heard: string[] = [];
    meet.addEventListener('keydown', ({ key }) => heard.push(key));
    expect(press(inLobby('select'), { key: 'l' })).to.equal(true);
    expect(press(inLobby('select'), { key: 'ArrowDown' })).to.equal(true);
    expect(swallowed).to.deep.equal([]);
    expect(heard).to.deep.equal(['l', 'ArrowDown']);
  });
});
