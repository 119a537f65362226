import { ContextEvent } from '@lit/context';
import { elementUpdated, expect, fixture, html } from '@open-wc/testing';
import '../../../src/index.js';
import type { PrivateMeetElement } from '../../../src/elements/meeting/private-meet.js';
import { RequestEvent } from '../../../src/elements/shared/request-event.js';
import { roomContext } from '../../../src/elements/shared/room-context.js';
import { MeetError } from '../../../src/errors.js';
import type { RoomStore } from '../../../src/room/room-store.js';
import { deepQuery } from '../../helpers/deep-query.js';
import { DEVICES } from '../../helpers/devices.js';
import { peerOf, peersOf, until } from '../../helpers/fixtures.js';
import { messageOf, ownOf } from '../chat/messages.js';

type Face = (meet: PrivateMeetElement, store: RoomStore) => void;

/** A call with that many others, whatever happens to its store. */
const call =
  (others: number, and: Face = () => undefined): Face =>
  (meet, store) => {
    store.$self.set({ id: 'me', name: 'Me' });
    store.$inviteUrl.set('https://example.com/standup');
    store.$peers.set(peersOf(...['Ann', 'Bo', 'Cy'].slice(0, others).map((id) => peerOf({ id, camera: false }))));
    store.$state.set('joined');
    and(meet, store);
  };
const ask = (meet: Element, event: RequestEvent): boolean | undefined =>
  meet.shadowRoot?.querySelector('pm-notice')?.dispatchEvent(event);
const panel = (
  name: 'people' | 'details' | 'chat' | 'trust',
  and: (store: RoomStore) => void = () => undefined,
): Face =>
  call(2, (meet, store) => {
    and(store);
    ask(meet, new RequestEvent('show-panel', { panel: name }));
  });
/** A question, and messages of each kind. */
const written = (store: RoomStore): void => {
  store.$olderApps.set('ask');
  store.$messages.set([
    messageOf('1', { text: 'See https://example.com/a/very/long/address/that/goes/on/and/on' }),
    messageOf('2', { text: '', state: 'protected', why: 'other-passphrase' }),
    ownOf('3', { state: 'failed', waitingFor: ['Ann', 'Bo'] }),
  ]);
};
const failure = (): MeetError => new MeetError('permission-denied', '', { device: 'camera', by: 'user' });

const FACES: Readonly<Record<string, Face>> = {
  'the lobby': (_, store) => store.$devices.set(DEVICES),
  'the lobby with a passphrase to enter': (_, store) => store.$requiresTrust.set(true),
  'a call alone': call(0),
  'a call of two': call(1),
  'a call of four': call(3),
  'a notice': call(1, (_, store) => store.$notice.set({ kind: 'error', error: failure() })),
  people: panel('people'),
  details: panel('details'),
  'an empty chat': panel('chat'),
  chat: panel('chat', written),
  'a code to compare': panel('trust', (store) => {
    const covers = [...store.$peers.get().keys()];
    store.$safety.set({ state: 'ready', code: '482917305', covers, missing: [] });
    store.$wantsPassphrase.set(true);
  }),
  'a failure': (_, store) => {
    store.$error.set(new MeetError('server-unreachable', ''));
    store.$state.set('failed');
  },
};
const BOXES = {
  '200×150': 'width: 200px; height: 150px; min-height: 0',
  '280×200': 'width: 280px; height: 200px; min-height: 0',
  '360×640 with letters of 64 px': 'width: 360px; height: 640px; --pm-font-size: 64px',
};

/** What lies at a point, in whichever root. */
const hit = (x: number, y: number): Element | null => {
  let found = document.elementFromPoint(x, y);
  while (found?.shadowRoot) {
    const inner = found.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === found) break;
    found = inner;
  }
  return found;
};
const holds = (outer: Element, inner: Element | null): boolean => {
  for (let at: Node | null = inner; at; at = at instanceof ShadowRoot ? at.host : at.parentNode) if (at === outer) return true; // prettier-ignore
  return false;
};

const READ = 'button, input, textarea, h2, p, dt, dd, .where';

/** What can't be read or pressed, even when it is scrolled to. */
const faults = (meet: Element): string[] => {
  const found: string[] = [];
  for (const each of deepQuery(meet, READ)) {
    if (!each.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    if (each.closest('.visually-hidden') || each.matches('.move')) continue;
    if (each.textContent.trim() === '' && !each.matches('button, input, textarea')) continue;
    each.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
    const box = meet.getBoundingClientRect();
    const { left, right, top, bottom, width, height } = each.getBoundingClientRect();
    const name = `${each.localName}.${each.className} “${each.textContent.trim().slice(0, 20)}”`;
    if (left < box.left - 0.5 || right > box.right + 0.5) found.push(`${name} sticks out sideways`);
    if (each.scrollWidth > each.clientWidth + 1 && !each.matches('input, button, textarea')) found.push(`${name} is wider than its place`); // prettier-ignore
    if (!each.matches('button, input, textarea')) continue;
    if (top < box.top - 0.5 || bottom > box.bottom + 0.5) found.push(`${name} can't be scrolled to`);
    const over = hit(left + width / 2, top + height / 2);
    if (!holds(each, over)) found.push(`${name} lies below ${over?.localName} .${over?.className.toString()}`);
  }
  return found;
};

const settled = async (meet: Element): Promise<void> => {
  for (const each of deepQuery(meet, '*')) await elementUpdated(each);
  await new Promise((resolve) => requestAnimationFrame(resolve));
  await new Promise((resolve) => requestAnimationFrame(resolve));
  await until(() => deepQuery(meet, '*').every((each) => each.getAnimations().every(({ playState }) => playState !== 'running'))); // prettier-ignore
};

describe('<private-meet> in a box that is too small, or has letters that are too large', () => {
  for (const [box, style] of Object.entries(BOXES)) {
    for (const [name, face] of Object.entries(FACES)) {
      it(`cuts nothing off and covers no button: ${name} in ${box}`, async () => {
        const meet = await fixture<PrivateMeetElement>(html`<private-meet room="standup" style=${style}></private-meet>`); // prettier-ignore
        await until(() => meet.state === 'lobby');
        const notice = meet.shadowRoot?.querySelector('pm-notice');
        notice?.dispatchEvent(new ContextEvent(roomContext, notice, (store) => face(meet, store)));
        await settled(meet);
        await settled(meet);
        expect(faults(meet)).to.deep.equal([]);
      });
    }
  }
});

describe('<private-meet> in a parent that is as large as what is in it', () => {
  const PARENTS = {
    'a flex item': 'display: flex',
    'a centred flex item': 'display: flex; flex-direction: column; align-items: center',
    'in an inline-flex': 'display: inline-flex',
    'a grid item': 'display: grid; place-items: center',
    'in an auto track': 'display: grid; grid-template-columns: auto auto',
    'in an inline-block': 'display: inline-block',
    'in a table cell': 'display: table-cell',
    'in a float': 'float: left',
    'in an absolute box': 'position: absolute',
    'in one of its least width': 'width: min-content',
  };
  const HOSTS = ['', 'display: inline-block', 'display: inline', 'width: auto', 'width: fit-content', 'height: 100%'];

  for (const [name, parent] of Object.entries(PARENTS)) {
    it(`has a size of its own, ${name}`, async () => {
      for (const style of HOSTS) {
        const box = await fixture<HTMLElement>(html`<div style=${parent}><private-meet style=${style}></private-meet></div>`); // prettier-ignore
        const { width, height } = box.firstElementChild?.getBoundingClientRect() ?? new DOMRect();
        expect(width, style).to.be.at.least(320);
        expect(height, style).to.be.at.least(320 * 0.5625);
        expect(width, style).to.be.at.most(innerWidth);
      }
    });
  }

  it('has one in a dialog', async () => {
    const dialog = await fixture<HTMLDialogElement>(html`<dialog><private-meet></private-meet></dialog>`);
    dialog.showModal();
    const { width, height } = dialog.firstElementChild?.getBoundingClientRect() ?? new DOMRect();
    expect(width).to.be.at.least(320);
    expect(height).to.be.at.least(320);
    dialog.close();
  });
});
