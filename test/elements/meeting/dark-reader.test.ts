import { ContextEvent } from '@lit/context';
import { elementUpdated, expect, fixture, html } from '@open-wc/testing';
import * as DarkReader from 'darkreader';
import '../../../src/index.js';
import type { PrivateMeetElement } from '../../../src/elements/meeting/private-meet.js';
import { roomContext } from '../../../src/elements/shared/room-context.js';
import { MeetError } from '../../../src/errors.js';
import { deepElements } from '../../e2e/words.js';
import { contrasts } from '../../helpers/contrast.js';
import { buttonOf, until } from '../../helpers/fixtures.js';
import { relayPage, tokenOf } from '../../helpers/relayed.js';

customElements.define(
  'black-on-white',
  class extends HTMLElement {
    constructor() {
      super();
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(':host { --ink: black; background-color: white; color: var(--ink) }');
      const root = this.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [sheet];
      root.textContent = 'Words';
    }
  },
);

/** An element as anyone's, for which Dark Reader does what it does. */
const witnessFixture = async (): Promise<{ readonly isDarkened: () => boolean }> => {
  const witness = await fixture(html`<black-on-white></black-on-white>`);
  return { isDarkened: () => getComputedStyle(witness).backgroundColor !== 'rgb(255, 255, 255)' };
};

const treesOf = (element: Element): ShadowRoot[] =>
  deepElements(element).flatMap(({ shadowRoot }) => (shadowRoot ? [shadowRoot] : []));

/** It has been at every tree of the meeting: each has its style element. */
const hasVisited = (meet: Element): boolean => treesOf(meet).every((tree) => tree.querySelector('.darkreader--inline'));

const meetingOf = async (theme: string, call: boolean): Promise<PrivateMeetElement> => {
  const name = `${theme} guest`;
  const meet = await fixture<PrivateMeetElement>(
    html`<private-meet
      style="width: 1200px; height: 640px"
      lang="en"
      theme=${theme}
      room="standup"
      token=${tokenOf(name)}
      ice-servers="[]"
      ?autojoin=${call}
    ></private-meet>`,
  );
  await until(() => meet.state === (call ? 'joined' : 'lobby'));
  await elementUpdated(meet);
  return meet;
};

/** The call of two, with the people beside it and a notice above it. */
const callOf = async (theme: string): Promise<PrivateMeetElement> => {
  const meet = await meetingOf(theme, true);
  const controls = meet.shadowRoot!.querySelector('pm-controls')!;
  controls.dispatchEvent(
    new ContextEvent(roomContext, controls, (store) => {
      store.$notice.set({ kind: 'error', error: new MeetError('screen-share-failed', '') }); // of no device: one that goes on takes its notice away
    }),
  );
  await elementUpdated(controls);
  buttonOf(controls, 'button-people').click();
  const has = (tag: string): boolean => deepElements(meet).some(({ localName }) => localName === tag);
  await until(() => ['pm-people', 'pm-video-tile', 'pm-notice'].every(has));
  await until(() => !!meet.shadowRoot!.querySelector('pm-notice')!.shadowRoot!.querySelector('[part~="banner"]'));
  return meet;
};

const look = (meet: Element): ReturnType<typeof contrasts> => {
  const glides = treesOf(meet).flatMap((tree) => tree.getAnimations().filter((one) => one instanceof CSSTransition));
  for (const glide of glides) glide.finish();
  return contrasts(meet);
};

const poor = (meet: Element): string[] =>
  look(meet)
    .filter(({ is, needs }) => is < needs)
    .map(({ what, is }) => `${what}: ${is}`);

const coloursOf = (meet: Element): string[] =>
  treesOf(meet).map(({ host }) => {
    const { backgroundColor, color, colorScheme } = getComputedStyle(host.shadowRoot!.querySelector('.root') ?? host);
    return [host.localName, getComputedStyle(host).backgroundColor, backgroundColor, color, colorScheme].join(' ');
  });

const enable = (): void => DarkReader.enable({ brightness: 100, contrast: 90, sepia: 10 });

describe('<private-meet> in a page that Dark Reader darkens', () => {
  let restore: () => void;
  beforeEach(() => {
    ({ restore } = relayPage());
  });
  afterEach(() => {
    DarkReader.disable();
    restore();
  });

  for (const theme of ['light', 'dark', 'auto']) {
    for (const [what, meetingIn] of [
      ['lobby', (): Promise<PrivateMeetElement> => meetingOf(theme, false)],
      ['call', (): Promise<PrivateMeetElement> => callOf(theme)],
    ] as const) {
      it(`can be read in its ${what} with the theme ${theme}, whichever came first, and is as it was afterwards`, async () => {
        const { isDarkened } = await witnessFixture();
        const early = await meetingIn();
        const before = coloursOf(early);
        expect(look(early).length).to.be.above(8);
        expect(poor(early), 'without it').to.deep.equal([]);
        enable();
        await until(() => isDarkened() && hasVisited(early));
        await elementUpdated(early);
        expect(poor(early), 'there before it').to.deep.equal([]);
        expect(getComputedStyle(early).colorScheme).to.contain('dark');
        DarkReader.disable();
        await until(() => !isDarkened());
        expect(coloursOf(early)).to.deep.equal(before);
        early.remove();

        enable();
        const late = await meetingIn();
        await until(() => isDarkened() && hasVisited(late));
        await elementUpdated(late);
        expect(look(late).length).to.be.above(8);
        expect(poor(late), 'there after it').to.deep.equal([]);
      });
    }
  }
});
