import { elementUpdated, expect, html } from '@open-wc/testing';
import type { PmLobbyElement } from '../../../src/elements/lobby/pm-lobby.js';
import { MeetError } from '../../../src/errors.js';
import type { RoomStore } from '../../../src/room/room-store.js';
import { DEVICES } from '../../helpers/devices.js';
import { buttonOf, partOf, roomFixture, until, type RoomFixture } from '../../helpers/fixtures.js';

const LONG = 'Quarterly-planning-of-everything-that-was-ever-planned in the house of the rising sun';

const lobbyFixture = async (width: number, height: number, set?: (store: RoomStore) => void) => {
  const it: RoomFixture<PmLobbyElement> = await roomFixture(html`<pm-lobby></pm-lobby>`, (store) => {
    store.$state.set('lobby');
    store.$room.set(LONG);
    store.$displayName.set('Ann');
    set?.(store);
  });
  it.element.style.setProperty('width', `${width}px`);
  it.element.style.setProperty('height', `${height}px`);
  return it;
};
const rootOf = (lobby: Element): HTMLElement => {
  const root = lobby.shadowRoot?.querySelector<HTMLElement>('.root');
  if (!root) throw new Error('no root');
  return root;
};
const seen = (lobby: Element): HTMLElement[] =>
  [...rootOf(lobby).querySelectorAll<HTMLElement>('button, input, select, h2, p, [part=level]')].filter((each) =>
    each.checkVisibility(),
  );
/** Names of what is cut off at a side, or lies under something else when it is scrolled to. */
const faults = (lobby: Element): string[] => {
  const root = rootOf(lobby);
  const found = root.scrollWidth > root.clientWidth ? ['scrolls sideways'] : [];
  for (const each of seen(lobby)) {
    const box = root.getBoundingClientRect(); // each time: to scroll to something may move the page as well
    const { left, right, width, height } = each.getBoundingClientRect();
    const name = `${each.localName}.${each.className}`;
    if (left < box.left - 0.5 || right > box.right + 0.5) found.push(`${name} is cut off`);
    if (each.matches('button, input, select') && (width < 24 || height < 24)) found.push(`${name} is too small`);
    if (!each.matches('button, input, select')) continue;
    each.scrollIntoView({ block: 'center' });
    const at = each.getBoundingClientRect();
    const hit = root.getRootNode() as ShadowRoot;
    const top = hit.elementFromPoint(at.left + at.width / 2, at.top + at.height / 2);
    if (!top || !(each === top || each.contains(top) || top.contains(each))) found.push(`${name} lies below ${String(top?.className)}`); // prettier-ignore
  }
  root.scrollTop = 0;
  return found;
};

const FACES: Readonly<Record<string, (store: RoomStore) => void>> = {
  'before anything': () => undefined,
  'with a refusal of both': (store) => {
    const error = (device: 'microphone' | 'camera') => new MeetError('permission-denied', '', { device, by: 'user' });
    store.$notice.set({ kind: 'error', error: error('microphone') });
    store.$notice.set({ kind: 'error', error: error('camera') });
  },
  'with the microphone on': (store) => {
    store.$devices.set(DEVICES);
    store.$microphone.set(true);
  },
};
const SIZES = [
  [280, 240],
  [280, 500],
  [320, 240],
  [320, 320],
  [320, 568],
  [360, 640],
  [599, 300],
  [640, 360],
  [800, 240],
  [1024, 500],
  [1600, 900],
] as const;

describe('<pm-lobby> in any box', () => {
  for (const direction of ['ltr', 'rtl']) {
    for (const [name, set] of Object.entries(FACES)) {
      it(`cuts nothing off and covers nothing ${name}, ${direction}, with the choice of devices closed and open`, async () => {
        const found: string[] = [];
        const { element, store } = await lobbyFixture(800, 600);
        set(store);
        element.dir = direction;
        for (const fontSize of ['16px', '32px']) {
          element.style.setProperty('font-size', fontSize);
          for (const isOpen of [false, true]) {
            element.shadowRoot?.querySelector<HTMLElement>(`.line[aria-expanded='${String(!isOpen)}']`)?.click();
            for (const [width, height] of SIZES) {
              element.style.setProperty('width', `${width}px`);
              element.style.setProperty('height', `${height}px`);
              await elementUpdated(element);
              const where = `${width}×${height} ${fontSize} ${isOpen ? 'open' : 'closed'}`;
              found.push(...faults(element).map((fault) => `${where}: ${fault}`));
            }
          }
        }
        expect(found).to.deep.equal([]);
      });
    }
  }

  it('shows the button without scrolling in the boxes of phones and small embeds', async () => {
    const { element } = await lobbyFixture(800, 600);
    for (const [width, height] of SIZES) {
      element.style.setProperty('width', `${width}px`);
      element.style.setProperty('height', `${height}px`);
      const { bottom } = buttonOf(element, 'join').getBoundingClientRect();
      expect(bottom, `${width}×${height}`).to.be.at.most(element.getBoundingClientRect().bottom);
    }
  });

  it('has the field for a passphrase and the button in sight together on a short phone', async () => {
    const { element } = await lobbyFixture(800, 600, (store) => {
      store.$room.set('standup');
      store.$asksName.set(true);
      store.$requiresTrust.set(true);
    });
    for (const [width, height] of [
      [320, 480],
      [360, 480],
      [400, 480],
      [360, 640],
    ] as const) {
      element.style.setProperty('width', `${width}px`);
      element.style.setProperty('height', `${height}px`);
      await elementUpdated(element);
      const [field, join] = [rootOf(element).querySelector('#secret'), buttonOf(element, 'join')].map((each) =>
        each?.getBoundingClientRect(),
      );
      expect(field?.bottom, `${width}×${height}`).to.be.at.most(join?.top ?? 0);
      expect(join?.bottom, `${width}×${height}`).to.be.at.most(element.getBoundingClientRect().bottom);
    }
    expect(faults(element)).to.deep.equal([]);
  });

  it('keeps the button in sight while the choice of devices is longer than a phone', async () => {
    const { element } = await lobbyFixture(360, 640);
    element.shadowRoot?.querySelector<HTMLElement>('.line')?.click();
    await elementUpdated(element);
    expect(rootOf(element).scrollHeight).to.be.above(640);
    const { bottom } = buttonOf(element, 'join').getBoundingClientRect();
    expect(bottom).to.be.at.most(element.getBoundingClientRect().bottom);
  });

  it('gives the preview what a phone has left', async () => {
    const { element } = await lobbyFixture(360, 640);
    expect(partOf(element, 'preview', HTMLElement).offsetHeight).to.be.above(300);
  });

  it('draws the toggles for its own theme where there is no dark picture below them', async () => {
    const { element } = await lobbyFixture(480, 240);
    for (const scheme of ['light', 'dark']) {
      element.style.setProperty('color-scheme', scheme);
      expect(getComputedStyle(partOf(element, 'preview', HTMLElement)).colorScheme).to.equal(scheme);
    }
  });

  it('has no picture where there is no room for one', async () => {
    const { element } = await lobbyFixture(400, 240);
    const video = partOf(element, 'video', HTMLVideoElement);
    expect(video.checkVisibility()).to.equal(false);
    element.style.setProperty('height', '400px');
    expect(video.checkVisibility()).to.equal(true);
  });
});

describe('<pm-lobby> in a page with rules for everything', () => {
  const HOSTILE = `
    * { all: revert; }
    * { letter-spacing: 9px !important; text-transform: uppercase; line-height: 3; font-style: italic; }
    button, input, select, label, p, h2, form, svg, i { display: none !important; border: 5px solid red; }
    body, div { text-indent: 4em; word-spacing: 2em; text-align: right; cursor: wait; }
    body, div { -webkit-text-fill-color: transparent; -webkit-text-stroke: 3px red; text-align-last: right; }
    body, div { word-break: break-all; hyphens: auto; }
    pm-lobby { display: inline !important; float: right; }
  `;
  let sheet: CSSStyleSheet;
  before(() => {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(HOSTILE);
  });
  afterEach(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
  });

  it('looks inside as it does without them', async () => {
    const { element, store } = await lobbyFixture(800, 600);
    store.$notice.set({ kind: 'error', error: new MeetError('device-missing', '', { device: 'camera' }) });
    element.shadowRoot?.querySelector<HTMLElement>('.line')?.click();
    await elementUpdated(element);
    const look = (): string[] =>
      seen(element).map((each) => {
        const style = getComputedStyle(each);
        const names = ['display', 'letter-spacing', 'text-transform', 'font-style', 'line-height', 'text-indent', 'border-top-width', 'text-align', 'text-align-last', '-webkit-text-fill-color', '-webkit-text-stroke-width', 'word-break', 'hyphens']; // prettier-ignore
        return `${each.localName}.${each.className} ${names.map((name) => style.getPropertyValue(name)).join(' ')}`;
      });
    const before = look();
    expect(before.length).to.be.above(12);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    await until(() => getComputedStyle(document.body).textIndent !== '0px');
    expect(look()).to.deep.equal(before);
  });

  it('is hidden by the page that hides what is around it', async () => {
    const { element, box } = await lobbyFixture(800, 600);
    const join = element.shadowRoot?.querySelector('.join');
    expect(join?.checkVisibility({ visibilityProperty: true })).to.equal(true);
    box.style.setProperty('visibility', 'hidden');
    expect(join?.checkVisibility({ visibilityProperty: true })).to.equal(false);
  });
});
