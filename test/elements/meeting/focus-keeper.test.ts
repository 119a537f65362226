import { expect } from '@open-wc/testing';
import { LitElement, html, type TemplateResult } from 'lit';
import { FocusKeeper } from '../../../src/elements/meeting/focus-keeper.js';
import { focused } from '../../../src/elements/shared/focus.js';
import { until } from '../../helpers/fixtures.js';

/** Something with a shadow tree of its own inside, as the bar is. */
class Inner extends LitElement {
  override render(): TemplateResult {
    return html`<div tabindex="-1"><button id="first">1</button><button id="second">2</button></div>`;
  }
}
class Outer extends LitElement {
  constructor() {
    super();
    new FocusKeeper(this, () => this.renderRoot.querySelector('.stage'));
  }
  override render(): TemplateResult {
    return html`<section class="stage" tabindex="-1"></section><focus-inner></focus-inner><button class="own">own</button>`;
  }
}
customElements.define('focus-inner', Inner);
customElements.define('focus-outer', Outer);

const at = (root: Element, selector: string): HTMLElement => {
  const found = root.shadowRoot?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
};

describe('the keeper of the focus', () => {
  let outer: Outer;
  let inner: Inner;
  beforeEach(async () => {
    outer = new Outer();
    document.body.append(outer);
    await outer.updateComplete;
    inner = outer.renderRoot.querySelector<Inner>('focus-inner') ?? new Inner();
    await inner.updateComplete;
  });
  afterEach(() => {
    outer.remove();
  });

  it('moves it to what is around what went, though the focus moved within one shadow tree before', async () => {
    at(inner, '#first').focus();
    at(inner, '#second').focus();
    at(inner, '#second').remove();
    await until(() => focused() === at(inner, 'div'));
  });

  it('moves it to the fallback when all that was around went too', async () => {
    at(inner, '#first').focus();
    inner.remove();
    await until(() => focused() === at(outer, '.stage'));
  });

  it('leaves it alone when another one has it, or the person took it elsewhere', async () => {
    at(inner, '#first').focus();
    at(outer, '.own').focus();
    at(inner, '#first').remove();
    const input = document.createElement('input');
    document.body.append(input);
    input.focus();
    at(outer, '.own').remove();
    // A resize observer has looked by then.
    for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(focused()).to.equal(input);
    input.remove();
  });
});
