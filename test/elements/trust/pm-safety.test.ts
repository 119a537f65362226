import { expect, html } from '@open-wc/testing';
import type { PmSafetyElement } from '../../../src/elements/trust/pm-safety.js';
import { CONTROLS } from '../../../src/room/types.js';
import { buttonOf, peersOf } from '../../helpers/fixtures.js';
import { detailsOf } from '../chat/messages.js';
import { BO, CEM, provedOf, refusedOf, trustFixture, type TrustFixture } from './trust-fixture.js';

const chip = (): Promise<TrustFixture<PmSafetyElement>> => trustFixture(html`<pm-safety></pm-safety>`);

describe('<pm-safety>', () => {
  it('says how many of the others are verified, and loudly only that somebody is refused', async () => {
    const { element, turn } = await chip();
    const said = async (...peers: Parameters<typeof peersOf>): Promise<string[]> => {
      await turn((store) => store.$peers.set(peersOf(...peers)));
      const button = buttonOf(element, 'chip');
      return [button.ariaLabel ?? '', button.className];
    };
    expect(await said(BO, CEM)).to.deep.equal(['Safety: Not verified', 'usual']);
    expect(await said(BO, provedOf(CEM))).to.deep.equal(['Safety: 1 of 2 verified', 'usual']);
    expect(await said(provedOf(BO), provedOf(CEM, 'code'))).to.deep.equal(['Safety: Verified', 'verified']);
    expect(await said(provedOf(BO), refusedOf(CEM, 'passphrase'))).to.deep.equal(['Safety: 1 not let in', 'refused']);
  });

  it('is not there while one is alone, nor where the page does not want it', async () => {
    const { element, turn } = await chip();
    const isThere = (): boolean => element.shadowRoot?.querySelector('button') !== null;
    expect(isThere()).to.equal(true);
    await turn((store) => store.$peers.set(peersOf({ ...BO, state: 'lost' })));
    expect(isThere()).to.equal(false);
    await turn((store) => store.$peers.set(peersOf(BO)));
    expect(isThere()).to.equal(true);
    await turn((store) => store.$controls.set(new Set(CONTROLS.filter((name) => name !== 'safety'))));
    expect(isThere()).to.equal(false);
  });

  it('opens what there is to know, and points to a passphrase that somebody has', async () => {
    const { element, turn, asked } = await chip();
    await turn((store) => store.$wantsPassphrase.set(true));
    const button = buttonOf(element, 'chip');
    expect(button.ariaLabel).to.equal('Safety: Enter passphrase');
    expect(button.ariaExpanded).to.equal('false');
    button.click();
    expect(detailsOf(asked, 'show-panel')).to.deep.equal([{ panel: 'trust' }]);
    await expect(element).to.be.accessible();
  });
});
