import { elementUpdated, expect, html } from '@open-wc/testing';
import type { PmPeopleElement } from '../../../src/elements/panel/pm-people.js';
import type { RequestEvent } from '../../../src/elements/shared/request-event.js';
import type { House } from '../../../src/room/types.js';
import { next, peerOf, peersOf, roomFixture } from '../../helpers/fixtures.js';

const HOUSE: House = { locked: false, waiting: true, role: 'host' };
const KNOCKS = [
  { id: 'd', name: 'Di', guest: true },
  { id: 'e', name: 'Ed', guest: false },
];

const hostFixture = (house: House | null = HOUSE) =>
  roomFixture<PmPeopleElement>(html`<pm-people></pm-people>`, (store) => {
    store.$self.set({ id: 'me', name: 'Ann' });
    store.$peers.set(peersOf(peerOf({ id: 'b', name: 'Bo' }), peerOf({ id: 'c', name: 'Cy', role: 'host' })));
    store.$house.set(house ?? undefined);
    store.$knocks.set(KNOCKS);
  });
const buttonsOf = (people: Element): HTMLButtonElement[] => [...(people.shadowRoot?.querySelectorAll('button') ?? [])];
const namesOf = (people: Element): string[] =>
  buttonsOf(people).map((button) => button.ariaLabel ?? button.textContent.replace(/\s+/gu, ' ').trim());
const press = async (people: PmPeopleElement, name: string): Promise<void> => {
  const button = buttonsOf(people).at(namesOf(people).indexOf(name));
  if (!button || !namesOf(people).includes(name)) throw new Error(`no ${name} among ${namesOf(people).join(', ')}`);
  button.click();
  await elementUpdated(people);
};
const asks = async (people: PmPeopleElement, name: string): Promise<readonly unknown[]> => {
  const asked = next<RequestEvent>(people, 'pm-request');
  await press(people, name);
  const { request, detail } = await asked;
  return [request, detail];
};

describe('the people of a host', () => {
  it('have those who wait above them, each to be let in or turned away by name', async () => {
    const { element } = await hostFixture();
    expect(element.shadowRoot?.querySelector('h3')?.textContent).to.equal('Waiting to join (2)');
    expect(await asks(element, 'Admit Di')).to.deep.equal(['admit', { id: 'd' }]);
    expect(await asks(element, 'Deny Ed')).to.deep.equal(['deny', { id: 'e' }]);
    await expect(element).to.be.accessible();
  });

  it('let everybody in at once', async () => {
    const { element } = await hostFixture();
    const all: unknown[] = [];
    element.addEventListener('pm-request', ({ request, detail }) => all.push([request, detail]));
    await press(element, 'Admit all');
    expect(all).to.deep.equal([
      ['admit', { id: 'd' }],
      ['admit', { id: 'e' }],
    ]);
  });

  it('lock the meeting, which shows', async () => {
    const { element, store } = await hostFixture();
    expect(await asks(element, 'Lock the meeting')).to.deep.equal(['lock', { on: true }]);
    store.$house.set({ ...HOUSE, locked: true });
    await elementUpdated(element);
    expect(element.shadowRoot?.querySelector('.lock')?.getAttribute('aria-pressed')).to.equal('true');
    expect(await asks(element, 'Lock the meeting')).to.deep.equal(['lock', { on: false }]);
  });

  it('are muted, asked to unmute, and put out only when it is said twice', async () => {
    const { element } = await hostFixture();
    await press(element, 'Bo');
    expect(await asks(element, 'Mute for everyone')).to.deep.equal(['ask-to-mute', { id: 'b' }]);
    expect(await asks(element, 'Ask to unmute')).to.deep.equal(['ask-to-unmute', { id: 'b' }]);
    let asked = 0;
    element.addEventListener('pm-request', () => (asked += 1));
    await press(element, 'Remove from the call');
    await elementUpdated(element);
    expect(asked, 'nothing yet').to.equal(0);
    expect(element.shadowRoot?.querySelector('#sure')?.textContent).to.contain('Remove Bo?');
    expect(element.shadowRoot?.activeElement?.matches('.cancel'), 'what a second press would hit').to.equal(true);
    await expect(element).to.be.accessible();
    await press(element, 'Cancel');
    await press(element, 'Remove from the call');
    expect(await asks(element, 'Remove')).to.deep.equal(['remove-peer', { id: 'b' }]);
  });

  it('have a sign by the names of hosts', async () => {
    const { element } = await hostFixture();
    const entries = [...(element.shadowRoot?.querySelectorAll('[part~="person"]') ?? [])];
    expect(entries.map(({ textContent }) => textContent.includes('Host'))).to.deep.equal([true, false, true]);
  });

  it('are as ever for who is no host, and where there are none', async () => {
    for (const house of [{ locked: true, waiting: true }, null]) {
      const { element } = await hostFixture(house);
      await press(element, 'Bo');
      expect(!element.shadowRoot?.querySelector('.house')).to.equal(true);
      for (const name of ['Mute for everyone', 'Ask to unmute', 'Remove from the call']) {
        expect(namesOf(element)).not.to.include(name);
      }
    }
  });
});
