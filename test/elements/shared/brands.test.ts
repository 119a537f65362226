import { expect, fixture, html } from '@open-wc/testing';
import { css, LitElement } from 'lit';
import { onStage, tokens } from '../../../src/elements/shared/tokens.styles.js';
import { contrastBetween } from '../../helpers/contrast.js';

/** What stands on what, and the least contrast it needs (WCAG 2.2, 1.4.3 and 1.4.11). */
const PAIRS = [
  ...['surface', 'raised', 'floating'].flatMap((ground) => [
    ['on-surface', ground, 4.5] as const,
    ['muted', ground, 4.5] as const,
  ]),
  ['warning', 'surface', 4.5],
  ['warning', 'raised', 4.5],
  ['edge', 'surface', 3],
  ['lit', 'surface', 3],
  ['on-lit', 'lit', 4.5],
  ['on-accent', 'accent', 4.5],
  ['on-danger', 'danger', 4.5],
] as const;
const ON_STAGE = [
  ['on-surface', 'surface', 4.5],
  ['muted', 'floating', 4.5],
  ['warning', 'surface', 4.5],
  ['lit', 'surface', 3],
  ['lit', 'stage', 3],
] as const;

/** Colours of every hue and lightness, and those that brands and tests like. */
const COLOURS = [
  ...[
    'rebeccapurple',
    '#1b1b2f',
    '#808080',
    '#777',
    'black',
    'white',
    'red',
    'lime',
    'blue',
    'yellow',
    'cyan',
    'magenta',
  ],
  ...['#ff6a00', '#c0ffee', '#663300', 'navy', 'teal', 'salmon', 'hotpink', 'gold'],
  ...[0.2, 0.35, 0.5, 0.54, 0.57, 0.6, 0.7, 0.8, 0.95].flatMap((l) =>
    [20, 90, 150, 210, 270, 330].map((h) => `oklch(${String(l)} 0.12 ${String(h)})`),
  ),
];
const ACCENTS = [...COLOURS.slice(0, 21), ''];

class GroundElement extends LitElement {
  static override styles = tokens;
}
class StageElement extends LitElement {
  static override styles = [
    tokens,
    css`
      :host {
        color: inherit;
      }
    `,
    onStage,
  ];
}
customElements.define('test-ground', GroundElement);
customElements.define('test-stage', StageElement);

/** Each pair that has too little, in words. */
const failures = (host: Element, pairs: readonly (readonly [string, string, number])[], brand: string): string[] =>
  pairs.flatMap(([ink, ground, needs]) => {
    const is = contrastBetween(colourOf(host, ink), colourOf(host, ground));
    return is >= needs ? [] : [`${brand}: ${ink} on ${ground} ${is.toFixed(2)}, needs ${String(needs)}`];
  });

const colourOf = (host: Element, token: string): string => {
  const probe = document.createElement('i');
  probe.style.setProperty('color', `var(--_${token})`);
  host.shadowRoot!.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
};

describe('a brand', () => {
  for (const scheme of ['light', 'dark']) {
    it(`keeps every contrast, whatever its surface and its accent are: ${scheme}`, async () => {
      const page = await fixture<HTMLElement>(html`<main><test-ground></test-ground><test-stage></test-stage></main>`);
      page.style.setProperty('color-scheme', scheme);
      const [ground, stage] = [page.querySelector('test-ground')!, page.querySelector('test-stage')!];
      const found: string[] = [];
      const look = (surface: string, accent: string, warning = '', words = '') => {
        page.style.setProperty('--pm-surface', surface || 'initial');
        page.style.setProperty('--pm-accent', accent || 'initial');
        page.style.setProperty('--pm-warning', warning || 'initial');
        page.style.setProperty('--pm-danger', warning || 'initial');
        page.style.setProperty('--pm-on-surface', words || 'initial');
        const brand = `surface ${surface || 'ours'}, accent ${accent || 'ours'}${warning && `, warning ${warning}`}`;
        // Words that a page chooses for its surface are its own affair there; on the stage they would be none.
        if (!words) found.push(...failures(ground, PAIRS, brand));
        found.push(...failures(stage, ON_STAGE, `${brand}, on the stage`));
      };
      for (const surface of ['', ...COLOURS]) look(surface, '');
      for (const surface of ['', 'white', '#1b1b2f', '#808080', 'gold'])
        for (const accent of ACCENTS) look(surface, accent, accent);
      for (const words of ['#1b1b1b', '#fff']) look('', '', '', words);
      expect(found).to.deep.equal([]);
    });
  }
});
