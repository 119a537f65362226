import { elementUpdated, expect, html } from '@open-wc/testing';
import type { PmVideoTileElement } from '../../../src/elements/stage/pm-video-tile.js';
import { partOf, peerOf, roomFixture, until, type RoomFixture } from '../../helpers/fixtures.js';

const peer = peerOf({ id: 'a', name: 'Maximiliane von und zu Hohenstein', state: 'failed', camera: false });
const tileFixture = async (width: number, height: number): Promise<RoomFixture<PmVideoTileElement>> => {
  const room = await roomFixture<PmVideoTileElement>(
    html`<pm-video-tile .peer=${peer} style=${`width: ${width}px; height: ${height}px`}></pm-video-tile>`,
  );
  await elementUpdated(room.element);
  return room;
};
const find = (tile: Element, selector: string): HTMLElement => {
  const found = tile.shadowRoot?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
};

describe('the room in a <pm-video-tile>', () => {
  for (const [width, height] of [
    [154, 134],
    [157, 136],
    [240, 180],
    [247, 186],
    [368, 176],
    [640, 360],
  ] as const) {
    it(`says what is wrong clear of the name, ${String(width)} × ${String(height)}`, async () => {
      const { element } = await tileFixture(width, height);
      const words = find(element, '.words').getBoundingClientRect();
      expect(words.height).to.be.above(0);
      expect(words.top).to.be.at.least(element.getBoundingClientRect().top);
      expect(words.bottom).to.be.at.most(partOf(element, 'chip', HTMLElement).getBoundingClientRect().top);
    });
  }

  it('shows a sign of what is wrong where the words have no room', async () => {
    const { element } = await tileFixture(120, 88);
    expect(find(element, '.words').checkVisibility()).to.equal(false);
    expect(find(element, '.trouble-sign').checkVisibility()).to.equal(true);
  });

  it('opens its menu beside its button, whole in the window, in a page that enlarges it', async () => {
    const { element, box } = await tileFixture(160, 90);
    box.style.setProperty('zoom', '1.5');
    const button = find(element, '.more');
    button.click();
    await until(() => element.shadowRoot?.querySelector('.menu:popover-open') !== null);
    const menu = find(element, '.menu').getBoundingClientRect();
    const { left, right, bottom } = button.getBoundingClientRect();
    expect(menu.left).to.be.at.most(right);
    expect(menu.right).to.be.at.least(left);
    expect(menu.top).to.be.closeTo(bottom + 4, 60);
    expect(menu.bottom).to.be.at.most(innerHeight);
  });
});
