import { elementUpdated, expect, html } from '@open-wc/testing';
import type { PmVideoTileElement } from '../../../src/elements/stage/pm-video-tile.js';
import type { RequestEvent } from '../../../src/elements/shared/request-event.js';
import type { RoomStore } from '../../../src/room/room-store.js';
import type { Peer } from '../../../src/room/types.js';
import { aTaskLater, next, partOf, peerOf, roomFixture, until, type RoomFixture } from '../../helpers/fixtures.js';
import { createCanvasTrack, type CanvasTrack } from '../../helpers/tracks.js';

const tileFixture = (peer: Peer): Promise<RoomFixture<PmVideoTileElement>> =>
  roomFixture(html`<pm-video-tile .peer=${peer}></pm-video-tile>`);
const selfFixture = (set: (store: RoomStore) => void): Promise<RoomFixture<PmVideoTileElement>> =>
  roomFixture(html`<pm-video-tile self></pm-video-tile>`, set);
const videoOf = (tile: Element): HTMLVideoElement => partOf(tile, 'video', HTMLVideoElement);
const textOf = (tile: Element): string =>
  tile.shadowRoot?.querySelector('.root')?.textContent.replace(/\s+/gu, ' ') ?? '';
const isMoving = async (video: HTMLVideoElement): Promise<void> => {
  const { currentTime } = video;
  await until(() => !video.paused && video.currentTime > currentTime);
};

describe('<pm-video-tile>', () => {
  let source: CanvasTrack;
  beforeEach(() => {
    source = createCanvasTrack('teal');
  });
  afterEach(() => {
    source.stop();
  });

  it('plays a peer’s stream, sound and all', async () => {
    const { element } = await tileFixture(peerOf({ id: 'Bo', stream: new MediaStream([source.track]) }));
    const video = videoOf(element);
    await isMoving(video);
    expect(video.muted).to.equal(false);
    await until(() => element.shadowRoot?.querySelector('[part~="avatar"]') === null);
  });

  it('plays what comes into an empty stream later', async () => {
    const stream = new MediaStream();
    const { element } = await tileFixture(peerOf({ id: 'Bo', camera: false, stream }));
    stream.addTrack(source.track);
    element.peer = peerOf({ id: 'Bo', stream });
    await isMoving(videoOf(element));
  });

  it('plays again when the only track went and another came', async () => {
    const stream = new MediaStream([source.track]);
    const { element } = await tileFixture(peerOf({ id: 'Bo', stream }));
    await isMoving(videoOf(element));
    stream.removeTrack(source.track);
    element.peer = peerOf({ id: 'Bo', stream, camera: false });
    await elementUpdated(element);
    const other = createCanvasTrack('orange');
    stream.addTrack(other.track);
    element.peer = peerOf({ id: 'Bo', stream });
    await isMoving(videoOf(element));
    other.stop();
  });

  it('keeps its video and that one’s source whatever else changes', async () => {
    const stream = new MediaStream([source.track]);
    const { element } = await tileFixture(peerOf({ id: 'Bo', stream }));
    const video = videoOf(element);
    await isMoving(video);
    let emptied = 0;
    video.addEventListener('emptied', () => emptied++);
    for (const over of [
      { microphone: false },
      { state: 'reconnecting' },
      { camera: false },
      { name: 'Bob' },
    ] as const) {
      element.peer = peerOf({ id: 'Bo', stream, ...over });
      await elementUpdated(element);
    }
    expect(videoOf(element)).to.equal(video);
    expect(video.srcObject).to.equal(stream);
    expect(emptied).to.equal(0);
  });

  it('shows initials while the camera is off, and goes on playing the sound', async () => {
    const stream = new MediaStream([source.track]);
    const { element } = await tileFixture(peerOf({ id: 'Bo', name: 'Bo Nilsson', camera: false, stream }));
    expect(partOf(element, 'avatar', HTMLElement).textContent.trim()).to.equal('BN');
    await until(() => getComputedStyle(videoOf(element)).opacity === '0');
    expect(getComputedStyle(videoOf(element)).display).not.to.equal('none');
    expect(videoOf(element).paused).to.equal(false);
  });

  it('names the person and says when the microphone is off', async () => {
    const { element } = await tileFixture(peerOf({ id: '1', name: 'Bo\u202e', microphone: false }));
    expect(partOf(element, 'chip', HTMLElement).textContent.replace(/\s+/gu, ' ').trim()).to.equal(
      'Bo , microphone off',
    );
    element.peer = peerOf({ id: '1', name: 'Bo' });
    await elementUpdated(element);
    expect(textOf(element)).not.to.contain('microphone off');
  });

  it('says what is wrong with the connection', async () => {
    const { element } = await tileFixture(peerOf({ id: 'Bo', state: 'connecting' }));
    expect(textOf(element)).to.contain('Connecting…');
    element.peer = peerOf({ id: 'Bo', state: 'reconnecting' });
    await elementUpdated(element);
    expect(textOf(element)).to.contain('Reconnecting…');
    element.peer = peerOf({ id: 'Bo', state: 'failed' });
    await elementUpdated(element);
    expect(textOf(element)).to.contain(
      'Bo can’t be reached from this network. Another network may work, or turning off your VPN.',
    );
  });

  it('says that a picture is paused here, of a camera that is on', async () => {
    const { element, store } = await tileFixture(peerOf({ id: 'Bo', camera: true }));
    store.$saved.set(new Set(['Bo']));
    await elementUpdated(element);
    expect(textOf(element)).to.contain('Video paused here');
    element.peer = peerOf({ id: 'Bo', camera: false });
    await elementUpdated(element);
    expect(textOf(element)).to.not.contain('Video paused here');
  });

  it('says where pictures are sent that the other end has no format for', async () => {
    const { element } = await tileFixture(peerOf({ id: 'Bo', videoRejected: true }));
    expect(textOf(element)).to.contain('You and Bo can’t see each other: your browsers don’t share a video format.');
    await expect(element).to.be.accessible();
    element.peer = peerOf({ id: 'Bo', state: 'reconnecting', videoRejected: true });
    await elementUpdated(element);
    expect(textOf(element), 'first things first').to.contain('Reconnecting…').and.not.to.contain('format');
    element.peer = peerOf({ id: 'Bo' });
    await elementUpdated(element);
    expect(textOf(element)).not.to.contain('format');
  });

  it('says which device of a person gives nothing, and of oneself too, but not on a screen', async () => {
    const { element } = await tileFixture(peerOf({ id: 'Bo', stalled: 'microphone' }));
    expect(textOf(element)).to.contain('No sound comes from the microphone').and.not.to.contain('No picture');
    await expect(element).to.be.accessible();
    element.peer = peerOf({ id: 'Bo', stalled: 'both' });
    await elementUpdated(element);
    expect(textOf(element)).to.contain('No sound').and.to.contain('No picture comes from the camera');
    element.screen = true;
    await elementUpdated(element);
    expect(textOf(element)).not.to.contain('No ');
    const own = await selfFixture((store) => store.$stalled.set('camera'));
    expect(textOf(own.element)).to.contain('No picture comes from the camera');
    own.store.$stalled.set(undefined);
    await elementUpdated(own.element);
    expect(textOf(own.element)).not.to.contain('No ');
  });

  it('shows oneself mirrored and silent', async () => {
    const { element } = await selfFixture((store) => {
      store.$selfStream.set(new MediaStream([source.track]));
      store.$camera.set(true);
    });
    const video = videoOf(element);
    await isMoving(video);
    expect(video.muted).to.equal(true);
    expect(new DOMMatrix(getComputedStyle(video).transform).a).to.equal(-1);
    expect(textOf(element)).to.contain('You');
  });

  it('asks for a gesture when sound is refused, shows the picture meanwhile, and plays sound after it', async () => {
    const { element, store } = await roomFixture<PmVideoTileElement>(html`<pm-video-tile></pm-video-tile>`);
    const video = videoOf(element);
    const play = video.play.bind(video);
    let isAllowed = false;
    video.play = () =>
      video.muted || isAllowed ? play() : Promise.reject(new DOMException('no gesture', 'NotAllowedError'));
    const asked = next<RequestEvent>(element, 'pm-request');
    element.peer = peerOf({ id: 'Bo', stream: new MediaStream([source.track]) });
    expect((await asked).request).to.equal('audio-blocked');
    store.$audioBlocked.set(true);
    await isMoving(video);
    expect(video.muted).to.equal(true);
    isAllowed = true;
    store.$audioBlocked.set(false);
    expect(video.muted).to.equal(false); // at once: in the gesture
    await isMoving(video);
  });

  it('plays on after a move in the document', async () => {
    const { element, box } = await tileFixture(peerOf({ id: 'Bo', stream: new MediaStream([source.track]) }));
    const video = videoOf(element);
    await isMoving(video);
    const { srcObject } = video;
    const other = document.createElement('div');
    box.append(other);
    other.append(element);
    await aTaskLater();
    expect(video.srcObject).to.equal(srcObject);
    await isMoving(video);
  });

  it('lets go of the stream after its removal, and takes it again when put back', async () => {
    const stream = new MediaStream([source.track]);
    const { element, box } = await tileFixture(peerOf({ id: 'Bo', stream }));
    const video = videoOf(element);
    await isMoving(video);
    element.remove();
    await aTaskLater();
    expect(video.srcObject).to.equal(null);
    box.append(element);
    await isMoving(video);
    expect(video.srcObject).to.equal(stream);
  });

  it('is accessible', async () => {
    const { element } = await tileFixture(peerOf({ id: 'Bo', state: 'failed', microphone: false }));
    await expect(element).to.be.accessible();
  });
});
