import { expect, fixture, html } from '@open-wc/testing';
import type { PrivateMeetElement } from '../../../src/index.js';
import { until } from '../../helpers/fixtures.js';

/** What the browser itself makes of the colours here: `light` or `dark`, whatever the machine is set to. */
const schemeOf = (element: Element): string => {
  const probe = document.createElement('p');
  probe.style.setProperty('color', 'light-dark(rgb(1, 1, 1), rgb(2, 2, 2))');
  element.append(probe);
  const isDark = getComputedStyle(probe).color === 'rgb(2, 2, 2)';
  probe.remove();
  return isDark ? 'dark' : 'light';
};

/** Whether the background is a dark one. */
const groundOf = (element: Element): string => {
  const [lightness = ''] = /[\d.]+/u.exec(getComputedStyle(element).backgroundColor) ?? [];
  return Number(lightness) < 0.5 ? 'dark' : 'light';
};

/** A meeting in a section of the page with that `color-scheme`. */
const meetingIn = async (scheme: string): Promise<{ section: HTMLElement; meet: PrivateMeetElement }> => {
  const section = await fixture<HTMLElement>(html`<section></section>`);
  section.style.setProperty('color-scheme', scheme);
  const meet = await fixture<PrivateMeetElement>(html`<private-meet room="standup"></private-meet>`, {
    parentNode: section,
  });
  await until(() => meet.state === 'lobby');
  return { section, meet };
};

describe('the theme of <private-meet>', () => {
  for (const scheme of ['dark', 'light', 'light dark', 'normal', 'only light']) {
    it(`follows a page with color-scheme: ${scheme}, as a field does`, async () => {
      const { section, meet } = await meetingIn(scheme);
      expect(groundOf(meet)).to.equal(schemeOf(section));
      meet.theme = 'auto';
      meet.setAttribute('theme', 'auto');
      expect(groundOf(meet), 'said in words').to.equal(schemeOf(section));
      for (const theme of ['light', 'dark'] as const) {
        meet.theme = theme;
        await meet.updateComplete;
        expect(groundOf(meet)).to.equal(theme);
      }
    });
  }

  it('follows the page’s <meta name="color-scheme">, and the page when it changes', async () => {
    const meta = Object.assign(document.createElement('meta'), { name: 'color-scheme', content: 'dark' });
    document.head.append(meta);
    try {
      const { section, meet } = await meetingIn('');
      expect([schemeOf(section), groundOf(meet)]).to.deep.equal(['dark', 'dark']);
      section.style.setProperty('color-scheme', 'light');
      expect(groundOf(meet)).to.equal('light');
    } finally {
      meta.remove();
    }
  });

  it('is that of its menus and fields too', async () => {
    const { meet } = await meetingIn('dark');
    const field = meet.shadowRoot?.querySelector('pm-lobby')?.shadowRoot?.querySelector('input');
    expect(field && getComputedStyle(field).colorScheme).to.equal('dark');
  });
});
