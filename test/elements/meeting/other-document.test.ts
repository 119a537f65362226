import { elementUpdated, expect, fixture, html } from '@open-wc/testing';
import '../../../src/index.js';
import type { PrivateMeetElement } from '../../../src/elements/meeting/private-meet.js';
import { relayPage, tokenOf } from '../../helpers/relayed.js';

const ROOM = 'standup';

/** By timers: what is in a frame may draw no frames. Mocha's own ceiling ends a wait in vain. */
const until = async (is: () => boolean): Promise<void> => {
  while (!is()) await new Promise((resolve) => setTimeout(resolve, 16));
};

/** The element's shadow root and all below it. */
const rootsOf = (element: Element): ShadowRoot[] => {
  const root = element.shadowRoot;
  const below = [...(root ?? element).querySelectorAll('*')].flatMap(rootsOf);
  return root ? [root, ...below] : below;
};

/** Each shadow tree has its sheets, and they apply. */
const isDressed = (meet: Element): void => {
  const roots = rootsOf(meet);
  expect(roots.length).to.be.above(2);
  for (const root of roots) expect(root.adoptedStyleSheets.length, root.host.localName).to.be.above(0);
  const view = meet.ownerDocument.defaultView!;
  expect(view.getComputedStyle(meet.shadowRoot!.querySelector('.root')!).position).to.equal('absolute');
};

const openFrame = (): { readonly body: HTMLElement; readonly close: () => void } => {
  const frame = document.body.appendChild(document.createElement('iframe'));
  frame.style.cssText = 'width: 800px; height: 600px';
  return { body: frame.contentDocument!.body, close: () => frame.remove() };
};

describe('<private-meet> in another document', () => {
  let restore: () => void;
  beforeEach(() => {
    ({ restore } = relayPage());
  });
  afterEach(() => restore());

  for (const [what, attributes, state] of [
    ['lobby', { token: '', autojoin: false }, 'lobby'],
    ['call', { token: tokenOf('ann'), autojoin: true }, 'joined'],
  ] as const) {
    it(`keeps its styles and its ${what} in a frame, and back again`, async () => {
      const meet = await fixture<PrivateMeetElement>(
        html`<private-meet room=${ROOM} .token=${attributes.token} ice-servers="[]" ?autojoin=${attributes.autojoin}></private-meet>`, // prettier-ignore
      );
      await until(() => meet.state === state);
      const told: string[] = [];
      for (const type of ['pm-leave', 'pm-state-change', 'pm-error'])
        meet.addEventListener(type, () => told.push(type));
      const home = meet.parentElement!;
      const { body, close } = openFrame();
      body.append(meet);
      await elementUpdated(meet);
      isDressed(meet);
      meet.lang = 'de'; // what is drawn anew there
      await until(() => meet.shadowRoot!.querySelector('.root')!.getAttribute('lang') === 'de');
      isDressed(meet);
      home.append(meet);
      close();
      await elementUpdated(meet);
      isDressed(meet);
      expect(meet.state).to.equal(state);
      expect(told).to.deep.equal([]);
    });
  }
});
