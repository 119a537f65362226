import { expect, html } from '@open-wc/testing';
import { clockText, type PmTimerElement } from '../../../src/elements/bar/pm-timer.js';
import { roomFixture, until } from '../../helpers/fixtures.js';

const timeOf = (timer: Element): string => timer.shadowRoot?.querySelector('[role="timer"]')?.textContent ?? '';

describe('<pm-timer>', () => {
  it('counts the seconds since the join, without being drawn again for each', async () => {
    const { element, store } = await roomFixture<PmTimerElement>(html`<pm-timer></pm-timer>`);
    expect(timeOf(element)).to.equal('');
    store.$joinedAt.set(performance.now() - 75_000);
    await element.updateComplete;
    const begun = timeOf(element);
    expect(begun).to.match(/^1:1[56]$/u);
    let updates = 0;
    element.addController({ hostUpdated: () => (updates += 1) });
    await until(() => timeOf(element) !== begun);
    expect(updates).to.equal(0);
    store.$joinedAt.set(undefined);
    await element.updateComplete;
    expect(timeOf(element)).to.equal('');
  });

  it('goes on in another place', async () => {
    const { element, box, store } = await roomFixture<PmTimerElement>(html`<pm-timer></pm-timer>`);
    store.$joinedAt.set(performance.now());
    await element.updateComplete;
    element.remove();
    box.append(element);
    await element.updateComplete;
    const begun = timeOf(element);
    await until(() => timeOf(element) !== begun);
  });

  it('writes hours where there are any', () => {
    expect(clockText(9_000)).to.equal('0:09');
    expect(clockText(3_675_000)).to.equal('1:01:15');
  });
});
