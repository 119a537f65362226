import { ContextEvent } from '@lit/context';
import { elementUpdated, expect, fixture, html } from '@open-wc/testing';
import { MeetError } from '../../../src/errors.js';
import type { PrivateMeetElement } from '../../../src/elements/meeting/private-meet.js';
import { roomContext } from '../../../src/elements/shared/room-context.js';
import '../../../src/index.js';
import type { RoomStore } from '../../../src/room/room-store.js';
import { peerOf, peersOf, until } from '../../helpers/fixtures.js';

/** A meeting, and its store. */
const meeting = async () => {
  const meet = await fixture<PrivateMeetElement>(html`<private-meet room="standup"></private-meet>`);
  await until(() => meet.state === 'lobby');
  let store: RoomStore | undefined;
  const stage = meet.shadowRoot?.querySelector('[part~="stage"]');
  stage?.dispatchEvent(new ContextEvent(roomContext, stage, (given) => (store = given)));
  if (!store) throw new Error('no store');
  return { meet, store, find: (selector: string) => meet.shadowRoot?.querySelector(selector) };
};

describe('Who is at the other end, in <private-meet>', () => {
  it('stands in a panel that the chip on the stage opens and closes', async () => {
    const { store, find } = await meeting();
    store.$self.set({ id: 'me', name: 'Ann' });
    store.$peers.set(peersOf(peerOf({ id: 'b', name: 'Bo' })));
    store.$state.set('joined');
    await until(() => !!find('pm-safety')?.shadowRoot?.querySelector('button'));
    const chip = find('pm-safety')?.shadowRoot?.querySelector('button');
    const inside = (): Element | null | undefined => find('pm-panel')?.shadowRoot?.querySelector('pm-trust');
    chip?.click();
    await until(() => !!inside());
    expect(find('pm-panel')?.shadowRoot?.querySelector('h2')?.textContent).to.equal('Safety');
    await until(() => chip?.ariaExpanded === 'true');
    chip?.click();
    await until(() => !inside());
  });

  it('leads back to the lobby, with its field, who has no passphrase where one is required', async () => {
    const { meet, store, find } = await meeting();
    store.$requiresTrust.set(true);
    store.$error.set(new MeetError('passphrase-missing', ''));
    store.$state.set('failed');
    await elementUpdated(meet);
    await until(() => !!find('pm-lobby')?.shadowRoot?.querySelector('#secret'));
    expect(find('pm-message')).to.equal(null);
  });
});
