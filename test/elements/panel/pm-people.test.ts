import { elementUpdated, expect, html } from '@open-wc/testing';
import type { PmPeopleElement } from '../../../src/elements/panel/pm-people.js';
import type { RequestEvent } from '../../../src/elements/shared/request-event.js';
import { en } from '../../../src/locales/en.js';
import type { RoomStore } from '../../../src/room/room-store.js';
import type { PeerStats } from '../../../src/room/types.js';
import { next, peerOf, peersOf, roomFixture } from '../../helpers/fixtures.js';

const statsOf = (id: string, over: Partial<PeerStats> = {}): PeerStats => ({
  id,
  roundTripTime: 0.024,
  fractionLost: 0,
  bitrateIn: 0,
  bitrateOut: 0,
  path: 'direct',
  candidateTypes: ['host', 'host'],
  framesPerSecond: undefined,
  frameWidth: undefined,
  frameHeight: undefined,
  qualityLimitationReason: undefined,
  ...over,
});

const peopleFixture = (set?: (store: RoomStore) => void) =>
  roomFixture<PmPeopleElement>(html`<pm-people></pm-people>`, (store) => {
    store.$self.set({ id: 'me', name: 'Ann' });
    store.$microphone.set(true);
    store.$peers.set(peersOf(peerOf({ id: 'b', name: 'Bo' }), peerOf({ id: 'c', name: 'Cy', microphone: false })));
    set?.(store);
  });

const entriesOf = (people: Element): HTMLElement[] => [...(people.shadowRoot?.querySelectorAll<HTMLElement>('[part~="person"]') ?? [])]; // prettier-ignore
const textOf = (element: Element | undefined): string => (element?.textContent ?? '').replace(/\s+/gu, ' ').trim();
/** The entry of somebody, opened. */
const openEntry = async (people: PmPeopleElement, name: string): Promise<HTMLElement> => {
  const entry = entriesOf(people).find((each) => textOf(each).includes(name));
  entry?.querySelector<HTMLButtonElement>('button.name')?.click();
  await elementUpdated(people);
  if (!entry) throw new Error(`no ${name}`);
  return entry;
};
const press = async (people: PmPeopleElement, entry: HTMLElement, words: string): Promise<RequestEvent> => {
  const asked = next<RequestEvent>(people, 'pm-request');
  [...entry.querySelectorAll('button')].find((button) => textOf(button) === words)?.click();
  return asked;
};

describe('<pm-people>', () => {
  it('lists everybody, raised hands first and numbered in the order of raising', async () => {
    const { element, store } = await peopleFixture();
    const names = () => entriesOf(element).map((entry) => textOf(entry.querySelector('.name') ?? undefined));
    expect(names()).to.deep.equal(['Ann (You)', 'Bo', 'Cy']);
    store.$hands.set(['c', 'me', 'gone']);
    await elementUpdated(element);
    expect(names()).to.deep.equal(['Cy', 'Ann (You)', 'Bo']);
    expect(entriesOf(element).map(textOf)[0]).to.contain('hand raised, number 1').and.to.contain('microphone off');
    expect(entriesOf(element).map(textOf)[1]).to.contain('hand raised, number 2').and.not.to.contain('microphone off');
    expect(entriesOf(element).map(textOf)[2]).not.to.contain('hand');
  });

  it('says how a connection is, and why when it is not good', async () => {
    const { element, store } = await peopleFixture();
    const line = () => textOf(entriesOf(element)[1]?.querySelector('.quality') ?? undefined);
    store.$stats.set(new Map([['b', statsOf('b')]]));
    await elementUpdated(element);
    expect(line()).to.equal('Good connection');
    store.$peers.set(peersOf(peerOf({ id: 'b', name: 'Bo', quality: 'poor', path: 'relay' })));
    store.$stats.set(new Map([['b', statsOf('b', { fractionLost: 0.08, roundTripTime: 0.24 })]]));
    await elementUpdated(element);
    expect(line()).to.equal('Poor connection: packet loss 8%, through a relay, 240 ms');
    store.$peers.set(peersOf(peerOf({ id: 'b', name: 'Bo', state: 'failed' })));
    await elementUpdated(element);
    expect(line()).to.contain('can’t be reached').and.not.to.contain('TURN');
  });

  it('asks for a volume, mutes for oneself and brings the old volume back', async () => {
    const { element, store } = await peopleFixture();
    const entry = await openEntry(element, 'Bo');
    const slider = entry.querySelector<HTMLInputElement>('input[type="range"]');
    if (!slider) throw new Error('no slider');
    const asked = next<RequestEvent<'set-volume'>>(element, 'pm-request');
    slider.value = '40';
    slider.dispatchEvent(new InputEvent('input', { bubbles: true }));
    expect((await asked).detail).to.deep.equal({ id: 'b', volume: 0.4 });
    store.$peerVolumes.set(new Map([['b', 0.4]]));
    await elementUpdated(element);
    expect(slider.getAttribute('aria-valuetext')).to.equal('40%');
    expect((await press(element, entry, 'Mute for me')).detail).to.deep.equal({ id: 'b', volume: 0 });
    store.$peerVolumes.set(new Map([['b', 0]]));
    await elementUpdated(element);
    expect(entry.querySelector('[aria-pressed]')?.getAttribute('aria-pressed')).to.equal('true');
    expect(textOf(entry)).to.contain('Muted for you');
    expect((await press(element, entry, 'Mute for me')).detail).to.deep.equal({ id: 'b', volume: 0.4 });
  });

  it('pins somebody to the stage and takes them off again', async () => {
    const { element, store } = await peopleFixture();
    const entry = await openEntry(element, 'Cy');
    expect((await press(element, entry, 'Pin')).detail).to.deep.equal({ id: 'c' });
    store.$pinned.set('c');
    await elementUpdated(element);
    expect((await press(element, entry, 'Unpin')).detail).to.deep.equal({ id: null });
  });

  it('keeps an open entry and the focus when hands and figures change', async () => {
    const { element, store } = await peopleFixture();
    const entry = await openEntry(element, 'Cy');
    const slider = entry.querySelector('input');
    slider?.focus();
    store.$stats.set(new Map([['c', statsOf('c')]]));
    store.$peers.set(peersOf(...store.$peers.get().values(), peerOf({ id: 'd' })));
    await elementUpdated(element);
    expect(element.shadowRoot?.activeElement).to.equal(slider);
    expect(entry.querySelector('button.name')?.getAttribute('aria-expanded')).to.equal('true');
  });

  it('shows names as text, without control characters', async () => {
    const { element } = await peopleFixture((store) =>
      store.$peers.set(peersOf(peerOf({ id: 'x', name: '<b>Bo</b>\u202e' }))),
    );
    expect(textOf(entriesOf(element)[1]?.querySelector('.name') ?? undefined)).to.equal('<b>Bo</b>');
    expect(element.shadowRoot?.querySelector('b')).to.equal(null);
  });

  it('leaves out who was lost', async () => {
    const { element } = await peopleFixture((store) => store.$peers.set(peersOf(peerOf({ id: 'x', state: 'lost' }))));
    expect(entriesOf(element).length).to.equal(1);
  });

  for (const theme of ['light', 'dark']) {
    it(`is accessible in the ${theme} theme, open and closed, and listens to nothing after its removal`, async () => {
      const { element, box, store } = await peopleFixture((store) => {
        store.$hands.set(['c']);
        store.$peers.set(peersOf(...store.$peers.get().values(), peerOf({ id: 'd', quality: 'poor' })));
        store.$stats.set(new Map([['d', statsOf('d', { fractionLost: 0.1 })]]));
      });
      box.style.setProperty('color-scheme', theme);
      box.style.setProperty('background', theme === 'light' ? '#fbfcfd' : '#151a1d');
      await expect(element).to.be.accessible();
      await openEntry(element, 'Bo');
      await expect(element).to.be.accessible();
      element.remove();
      expect([store.$peers.lc, store.$stats.lc, store.$hands.lc]).to.deep.equal([0, 0, 0]);
    });
  }

  it('marks who is verified, and of who is refused says why in place of the connection', async () => {
    const { element, store } = await peopleFixture();
    store.$peers.set(
      peersOf(
        peerOf({ id: 'b', name: 'Bo', trust: 'code', verified: true }),
        peerOf({ id: 'c', name: 'Cy', trust: 'refused', refusal: 'no-passphrase' }),
      ),
    );
    await elementUpdated(element);
    const [, first, second] = entriesOf(element).map(textOf);
    expect(first).to.contain('Bo').and.to.contain('Verified');
    expect(second)
      .to.contain('Cy has not entered the passphrase. Nothing goes to Cy.')
      .and.not.to.contain('connection');
  });

  it('says of who has not proved the passphrase that is required only that, for nothing of them is known', async () => {
    const { element } = await peopleFixture((store) => {
      store.$requiresTrust.set(true);
      const quiet = { microphone: false, trust: 'pending', verified: false } as const;
      store.$peers.set(peersOf(peerOf({ id: 'b', name: 'Bo', ...quiet })));
    });
    expect(entriesOf(element).map(textOf)[1]).to.contain(en.trustLevels.pending).and.not.to.contain('microphone off');
  });
});
