import { expect } from '@open-wc/testing';
import type { RequestEvent } from '../../../src/elements/shared/request-event.js';
import { $pages } from '../../../src/elements/stage/late-pages.js';
import { partOf } from '../../helpers/fixtures.js';
import { stageFixture, still } from './stage-fixture.js';

describe('the pages of <pm-video-grid> that come later', () => {
  it('have their buttons, in their place, as soon as these have come, and ask for them', async () => {
    const here = $pages.get();
    $pages.set(undefined);
    const asked: string[] = [];
    const listen = ({ request }: RequestEvent): unknown => asked.push(request);
    document.addEventListener('pm-request', listen as unknown as EventListener);
    try {
      const { element } = await stageFixture([360, 300], 'abcdefghijklmnop');
      expect(asked.filter((request) => request === 'want-parts')).to.deep.equal(['want-parts']);
      expect(element.shadowRoot?.querySelector('[part~="pager"]')).to.equal(null);
      $pages.set(here);
      await still(element);
      expect(partOf(element, 'pager', HTMLElement).textContent).to.contain('Page 1 of 2');
      expect(getComputedStyle(partOf(element, 'pager', HTMLElement)).getPropertyValue('--_top')).not.to.equal('');
    } finally {
      document.removeEventListener('pm-request', listen as unknown as EventListener);
      $pages.set(here);
    }
  });
});
