import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/index.js';
import type { PrivateMeetElement } from '../../../src/index.js';
import { until } from '../../helpers/fixtures.js';

const RESETS = {
  'unsets everything': '* { all: unset }',
  'unsets everything firmly': '* { all: unset !important }',
  'takes positions away': '* { position: static !important; overflow: visible !important }',
  'writes downwards in large letters':
    '* { writing-mode: vertical-rl; font-size: 40px; letter-spacing: 1em; text-align: end }',
  'writes from the right, in capitals':
    '* { direction: rtl; text-transform: uppercase; line-height: 5; text-indent: 9em }',
} as const;

describe('a page that resets all its elements', () => {
  for (const [what, css] of Object.entries(RESETS)) {
    it(`and ${what} leaves the meeting in its place, to be read and used`, async () => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets.push(sheet);
      try {
        const place = await fixture<HTMLElement>(
          html`<div style="display: block !important; width: 600px !important">
            <private-meet room="standup" lang="en"></private-meet>
          </div>`,
        );
        const meet = place.querySelector<PrivateMeetElement>('private-meet')!;
        await until(() => meet.state === 'lobby');
        await meet.updateComplete;
        const root = meet.shadowRoot!.querySelector('.root')!;
        const around = place.getBoundingClientRect();
        await until(() => root.getBoundingClientRect().width <= around.width);
        const inside = root.getBoundingClientRect();
        expect(inside.left, 'left').to.be.at.least(around.left - 1);
        expect(inside.right, 'right').to.be.at.most(around.right + 1);
        expect(inside.top, 'top').to.be.at.least(around.top - 1);
        expect(inside.width, 'width').to.be.above(300);
        expect(inside.height, 'height').to.be.within(200, 700);
        const style = getComputedStyle(root);
        expect(Number.parseFloat(style.fontSize), 'font size').to.be.within(14, 18);
        expect(style.writingMode).to.equal('horizontal-tb');
        expect(style.direction).to.equal('ltr');
        expect(style.textTransform).to.equal('none');
      } finally {
        document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
      }
    });
  }

  it('finds its words marked as translated already, in every tree of ours', async () => {
    const meet = await fixture<PrivateMeetElement>(html`<private-meet room="standup" lang="en"></private-meet>`);
    await until(() => meet.state === 'lobby');
    const lobby = meet.shadowRoot!.querySelector('pm-lobby')!;
    for (const tree of [meet, lobby]) {
      expect(tree.shadowRoot!.querySelector<HTMLElement>('.root')!.translate, tree.localName).to.equal(false);
    }
  });
});
