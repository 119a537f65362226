import { elementUpdated, expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { BarRest } from '../../../src/elements/bar/bar-rest.js';
import { until } from '../../helpers/fixtures.js';

class Resting extends LitElement {
  isBusy = false;
  readonly rest = new BarRest(this, () => this.isBusy, 20);
}
customElements.define('test-resting', Resting);

describe('BarRest', () => {
  it('goes after a while without a movement, and comes back with one', async () => {
    const bar = await fixture<Resting>(html`<test-resting></test-resting>`);
    expect(bar.rest.isAway).to.equal(false);
    bar.rest.follow(true);
    await until(() => bar.rest.isAway);
    document.dispatchEvent(new PointerEvent('pointermove'));
    expect(bar.rest.isAway).to.equal(false);
    await until(() => bar.rest.isAway);
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift' }));
    expect(bar.rest.isAway).to.equal(false);
  });

  it('stays while it is in use', async () => {
    const bar = await fixture<Resting>(html`<test-resting></test-resting>`);
    let looks = 0;
    Object.defineProperty(bar, 'isBusy', { get: () => (looks += 1) < 4 });
    bar.rest.follow(true);
    await until(() => bar.rest.isAway);
    expect(looks).to.equal(4);
  });

  it('is back, and stays, when there is no full screen, and listens to nothing after its removal', async () => {
    const bar = await fixture<Resting>(html`<test-resting></test-resting>`);
    bar.rest.follow(true);
    await until(() => bar.rest.isAway);
    bar.rest.follow(false);
    expect(bar.rest.isAway).to.equal(false);
    bar.rest.follow(true);
    await until(() => bar.rest.isAway);
    bar.remove();
    expect(bar.rest.isAway).to.equal(false);
    await elementUpdated(bar);
  });
});
