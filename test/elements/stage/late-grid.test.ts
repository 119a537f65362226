import { expect } from '@open-wc/testing';
import { $gridParts } from '../../../src/elements/stage/late-grid.js';
import type { RequestEvent } from '../../../src/elements/shared/request-event.js';
import { partOf, peerOf, until } from '../../helpers/fixtures.js';
import { nameOf, stageFixture, still, tileOf, tilesOf } from './stage-fixture.js';

describe('what comes later of <pm-video-grid>', () => {
  const here = $gridParts.get();
  let asked: string[] = [];
  const listen = ({ request }: RequestEvent): unknown => request === 'want-parts' && asked.push(request);
  beforeEach(() => {
    asked = [];
    $gridParts.set(undefined);
    document.addEventListener('pm-request', listen as unknown as EventListener);
  });
  afterEach(() => {
    document.removeEventListener('pm-request', listen as unknown as EventListener);
    $gridParts.set(here);
  });

  it('turns pages as soon as it is there, by buttons in their place, and is asked for', async () => {
    const { element } = await stageFixture([360, 300], 'abcdefghijklmnop');
    expect(asked.length).to.equal(1);
    expect(element.shadowRoot?.querySelector('[part~="pager"]')).to.equal(null);
    $gridParts.set(here);
    await still(element);
    const pager = partOf(element, 'pager', HTMLElement);
    expect(pager.textContent).to.contain('Page 1 of 2');
    expect(pager.style.getPropertyValue('--_top')).not.to.equal('');
  });

  it('moves the self view as soon as it is there, and is asked for by a press on it', async () => {
    const { element } = await stageFixture([960, 540], 'a');
    const self = tileOf(element, 'me');
    const left = (): string => self.style.getPropertyValue('--_left');
    const before = left();
    self.click();
    await still(element);
    expect(left()).to.equal(before);
    expect(asked.length).to.equal(1);
    $gridParts.set(here);
    await still(element);
    self.click();
    await still(element);
    expect(left()).not.to.equal(before);
    expect(asked.length).to.equal(1);
  });

  it('lets nobody grow out of a corner who comes after it', async () => {
    const { element, store } = await stageFixture([960, 540], 'a');
    $gridParts.set(here);
    await still(element);
    store.$peers.set(new Map([...store.$peers.get(), ['b', peerOf({ id: 'b' })]]));
    let frames: ComputedKeyframe[] = [];
    await until(() => {
      const animations =
        tilesOf(element)
          .find((tile) => nameOf(tile) === 'b')
          ?.getAnimations() ?? [];
      frames = animations.flatMap(({ effect }) => (effect as KeyframeEffect).getKeyframes());
      return frames.length > 0;
    });
    expect(frames.map(({ opacity }) => opacity)).to.deep.equal(['0', '1']);
  });
});
