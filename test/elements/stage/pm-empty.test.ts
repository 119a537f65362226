import { elementUpdated, expect, html } from '@open-wc/testing';
import { invite } from '../../../src/elements/shared/invite.js';
import type { PmEmptyElement } from '../../../src/elements/stage/pm-empty.js';
import type { PmReactionsElement } from '../../../src/elements/stage/pm-reactions.js';
import { buttonOf, peerOf, peersOf, roomFixture, until } from '../../helpers/fixtures.js';

const URL_OF_ROOM = 'https://meet.example/standup';
/** Puts another `name` into the navigator for a test; `undefined`: it is not there. */
const stub = (name: 'clipboard' | 'share', value: unknown): void => {
  Object.defineProperty(navigator, name, { configurable: true, value });
};
const textOf = (element: Element): string => (element.shadowRoot?.textContent ?? '').replace(/\s+/gu, ' ').trim();

const emptyFixture = (left = false) =>
  roomFixture<PmEmptyElement>(html`<pm-empty .left=${left}></pm-empty>`, (store) => {
    store.$room.set('standup');
    store.$inviteUrl.set(URL_OF_ROOM);
  });

describe('<pm-empty>', () => {
  afterEach(() => {
    Reflect.deleteProperty(navigator, 'clipboard');
    Reflect.deleteProperty(navigator, 'share');
  });

  it('says that one is the first, or that the others left', async () => {
    expect(textOf((await emptyFixture()).element)).to.contain('You’re the first here.');
    expect(textOf((await emptyFixture(true)).element)).to.contain('You’re the only one here.');
  });

  it('copies the link and says so', async () => {
    const copied: string[] = [];
    stub('share', undefined);
    stub('clipboard', { writeText: (text: string) => Promise.resolve(void copied.push(text)) });
    const { element } = await emptyFixture();
    const button = buttonOf(element, 'button');
    expect(button.textContent.trim()).to.equal('Copy link');
    button.click();
    await until(() => button.textContent.trim() === 'Link copied');
    expect(copied).to.deep.equal([URL_OF_ROOM]);
    expect(element.shadowRoot?.querySelector('[role="status"]')?.textContent).to.equal('Link copied');
    await expect(element).to.be.accessible();
  });

  it('shows the link to copy by hand where the browser does not let it copy', async () => {
    stub('share', undefined);
    stub('clipboard', { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) });
    const { element } = await emptyFixture();
    buttonOf(element, 'button').click();
    await until(() => element.shadowRoot?.querySelector('input') instanceof HTMLInputElement);
    const input = element.shadowRoot?.querySelector('input');
    expect(input?.value).to.equal(URL_OF_ROOM);
    input?.focus();
    expect([input?.selectionStart, input?.selectionEnd]).to.deep.equal([0, URL_OF_ROOM.length]);
    await expect(element).to.be.accessible();
  });

  it('offers no link where the page wants none', async () => {
    const { element, store } = await emptyFixture();
    store.$controls.set(new Set(['microphone']));
    await elementUpdated(element);
    expect(element.shadowRoot?.querySelector('button')).to.equal(null);
  });
});

describe('invite', () => {
  afterEach(() => {
    Reflect.deleteProperty(navigator, 'clipboard');
    Reflect.deleteProperty(navigator, 'share');
  });

  it('shares by the system’s sheet, and does nothing more when that is closed', async () => {
    let shared: unknown;
    stub('share', (data: unknown) => Promise.resolve((shared = data)));
    expect(await invite(URL_OF_ROOM, 'standup')).to.equal('shared');
    expect(shared).to.deep.equal({ url: URL_OF_ROOM, title: 'standup' });
    stub('share', () => Promise.reject(new DOMException('closed', 'AbortError')));
    expect(await invite(URL_OF_ROOM, 'standup')).to.equal('kept');
  });

  it('copies where the sheet fails', async () => {
    stub('share', () => Promise.reject(new DOMException('not in this frame', 'NotAllowedError')));
    stub('clipboard', { writeText: () => Promise.resolve() });
    expect(await invite(URL_OF_ROOM, 'standup')).to.equal('copied');
    stub('clipboard', undefined); // an insecure page
    expect(await invite(URL_OF_ROOM, 'standup')).to.equal('refused');
  });
});

describe('<pm-reactions>', () => {
  it('shows the last of them with who sent them, to the eye alone', async () => {
    const { element, store } = await roomFixture<PmReactionsElement>(html`<pm-reactions></pm-reactions>`);
    store.$peers.set(peersOf(peerOf({ id: 'b', name: 'Bo' })));
    store.$reactions.set([
      { key: 1, from: 'b', emoji: '🎉' },
      { key: 2, from: undefined, emoji: '👏' },
    ]);
    await elementUpdated(element);
    expect(textOf(element)).to.match(/🎉Bo.*👏You/u);
    expect(element.shadowRoot?.querySelector('.root')?.getAttribute('aria-hidden')).to.equal('true');
    const flood = Array.from({ length: 40 }, (_, key) => ({ key, from: 'b', emoji: '👍' }));
    store.$reactions.set(flood);
    await elementUpdated(element);
    expect(element.shadowRoot?.querySelectorAll('.reaction').length).to.equal(6);
    store.$reactions.set([]);
    await elementUpdated(element);
    expect(textOf(element)).to.equal('');
  });
});
