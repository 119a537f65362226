import { elementUpdated, expect, html } from '@open-wc/testing';
import { $tileTrust } from '../../../src/elements/stage/late-trust.js';
import type { PmVideoTileElement } from '../../../src/elements/stage/pm-video-tile.js';
import { showsScreen } from '../../../src/elements/stage/stage-plan.js';
import type { Peer } from '../../../src/room/types.js';
import { partOf, peerOf, roomFixture, until } from '../../helpers/fixtures.js';
import { createCanvasTrack, type CanvasTrack } from '../../helpers/tracks.js';

const videoOf = (tile: Element): HTMLVideoElement => partOf(tile, 'video', HTMLVideoElement);
const isShown = (tile: Element): boolean => tile.shadowRoot?.querySelector('.root.picture') !== null;
const textOf = (tile: Element): string =>
  tile.shadowRoot?.querySelector('.root')?.textContent.replace(/\s+/gu, ' ').trim() ?? '';

describe('Who is at the other end, on a tile', () => {
  let source: CanvasTrack;
  let bo: Peer;
  beforeEach(() => {
    source = createCanvasTrack('teal');
    bo = peerOf({ id: 'b', name: 'Bo', stream: new MediaStream([source.track]), speaking: true, hand: true });
  });
  afterEach(() => {
    source.stop();
  });
  const tileOf = (peer: Peer, requires = false) =>
    roomFixture<PmVideoTileElement>(html`<pm-video-tile .peer=${peer}></pm-video-tile>`, (store) =>
      store.$requiresTrust.set(requires),
    );

  it('has a small shield beside the name once that person is verified, with words for a screen reader', async () => {
    const { element } = await tileOf(bo);
    expect(element.shadowRoot?.querySelector('.proof')).to.equal(null);
    element.peer = { ...bo, trust: 'code', verified: true };
    await elementUpdated(element);
    expect(element.shadowRoot?.querySelector('.chip .proof svg')).not.to.equal(null);
    expect(element.shadowRoot?.querySelector('.chip')?.textContent.replace(/\s+/gu, '')).to.equal('Bo,Verified');
  });

  it('shows of who is refused neither picture nor name nor hand, plays no sound, and says why', async () => {
    const { element } = await tileOf(bo);
    await until(() => isShown(element));
    element.peer = { ...bo, trust: 'refused', refusal: 'no-passphrase' };
    await elementUpdated(element);
    expect(isShown(element)).to.equal(false);
    expect(videoOf(element).srcObject).to.equal(null);
    expect(element.shadowRoot?.querySelector('.chip bdi')?.textContent).to.equal('Not let in');
    expect(element.shadowRoot?.querySelector('.words')?.textContent).to.equal(
      'Bo has not entered the passphrase. Nothing goes to Bo.',
    );
    expect(element.shadowRoot?.querySelector('.hand, .speaking')).to.equal(null);
    await expect(element).to.be.accessible();
    element.peer = { ...bo, trust: 'passphrase', verified: true };
    await until(() => isShown(element));
    expect(textOf(element)).to.contain('Bo');
  });

  it('is as empty before the words have come', async () => {
    const late = $tileTrust.get();
    $tileTrust.set(undefined);
    try {
      const { element } = await tileOf({ ...bo, trust: 'refused', refusal: 'identity' });
      expect(videoOf(element).srcObject).to.equal(null);
      expect(textOf(element)).to.contain('Not let in').and.not.to.contain('Bo');
    } finally {
      $tileTrust.set(late);
    }
  });

  it('shows nothing of who has not proved the passphrase yet, where one is required', async () => {
    const { element } = await tileOf({ ...bo, trust: 'pending' }, true);
    expect(videoOf(element).srcObject).to.equal(null);
    expect(isShown(element)).to.equal(false);
    expect(textOf(element)).to.contain('Connecting…');
    element.peer = { ...bo, trust: 'passphrase', verified: true };
    await until(() => isShown(element));
  });

  it('shows everybody where nothing is required', async () => {
    const { element } = await tileOf({ ...bo, trust: 'unsupported' });
    await until(() => isShown(element));
  });

  it('gives the screen of who is refused no tile', () => {
    expect(showsScreen({ ...bo, screen: true }, false)).to.equal(true);
    expect(showsScreen({ ...bo, screen: true, trust: 'refused', refusal: 'changed' }, false)).to.equal(false);
  });
});
