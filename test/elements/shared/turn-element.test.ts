import { expect, fixture, html } from '@open-wc/testing';
import { TurnElement } from '../../../src/elements/shared/turn-element.js';

/** What happened, in order: an element was drawn, and what it led to in the same task was over. */
let order: string[] = [];

class DrawnElement extends TurnElement {
  protected override updated(): void {
    order.push('drawn');
    let hops = 0;
    const hop = (): unknown => (++hops < 100 ? queueMicrotask(hop) : order.push('over'));
    hop();
  }
}
customElements.define('drawn-element', DrawnElement);

const allDrawn = async (elements: readonly DrawnElement[]): Promise<string> => {
  await Promise.all(elements.map(({ updateComplete }) => updateComplete));
  await new Promise((resolve) => setTimeout(resolve));
  const seen = order.join(' ');
  order = [];
  return seen;
};

describe('elements of a call, which come together,', () => {
  it('are drawn the first time each in a task of its own, and from then on together', async () => {
    const three = [new DrawnElement(), new DrawnElement(), new DrawnElement()];
    const box = await fixture(html`<div></div>`);
    box.append(...three);
    expect(await allDrawn(three)).to.equal('drawn over drawn over drawn over');
    for (const each of three) each.requestUpdate();
    expect(await allDrawn(three)).to.equal('drawn drawn drawn over over over');
  });
});
