import { expect } from '@open-wc/testing';
import type { PmVideoTileElement } from '../../../src/elements/stage/pm-video-tile.js';
import type { RequestEvent } from '../../../src/elements/shared/request-event.js';
import { strings as ar } from '../../../src/locales/ar.js';
import { en } from '../../../src/locales/en.js';
import type { RoomStore } from '../../../src/room/room-store.js';
import { next, partOf, peerOf, peersOf, until } from '../../helpers/fixtures.js';
import { createCanvasTrack } from '../../helpers/tracks.js';
import { measured, nameOf, seenIn, stageFixture, still, tileOf, tilesOf } from './stage-fixture.js';

const WIDE = [960, 540] as const;
const PHONE = [360, 560] as const;
const LOW = [360, 300] as const;
const MANY = 'abcdefghijklmnop';

const isTile = (node: Node): node is PmVideoTileElement => node.nodeName === 'PM-VIDEO-TILE';
const share = (store: RoomStore, ...ids: string[]): void => {
  const peers = [...store.$peers.get().values()].map((peer) => ({ ...peer, screen: ids.includes(peer.id) }));
  store.$peers.set(peersOf(...peers));
};
const pagerOf = (grid: Element): HTMLElement => partOf(grid, 'pager', HTMLElement);
const turnButtons = (grid: Element): HTMLButtonElement[] => [...pagerOf(grid).querySelectorAll('button')];

describe('the stage of <pm-video-grid>', () => {
  it('gives the stage to who is pinned, and takes it back', async () => {
    const { element, store } = await stageFixture(WIDE, 'abcd');
    store.$pinned.set('c');
    await still(element);
    expect(seenIn(element)[0]).to.equal('c');
    const { width } = tileOf(element, 'c').getBoundingClientRect();
    expect(width).to.be.above(3 * tileOf(element, 'a').getBoundingClientRect().width);
    store.$pinned.set(undefined);
    await still(element);
    expect(tileOf(element, 'c').getBoundingClientRect().width).to.be.below(width / 1.5);
  });

  it('takes oneself into a cell that is free, and lets it float again where the box leaves none', async () => {
    const { element } = await stageFixture([320, 420], 'abc');
    expect(tileOf(element, 'me').movable).to.equal(false);
    expect(tileOf(element, 'me').offsetWidth).to.equal(tileOf(element, 'a').offsetWidth);
    element.style.setProperty('width', '360px');
    element.style.setProperty('height', '576px');
    await until(() => tileOf(element, 'me').movable);
  });

  it('keeps oneself off the names when the language runs the other way, and back', async () => {
    const { element, speak } = await stageFixture(WIDE, 'a');
    const room = element.getBoundingClientRect();
    const isRight = () => {
      const { left, right } = tileOf(element, 'me').getBoundingClientRect();
      return left - room.left > room.right - right;
    };
    expect(isRight()).to.equal(true);
    speak(ar);
    await until(() => !isRight());
    speak(en);
    await until(isRight);
  });

  it('gives the stage to a screen by itself, in a tile of its own that crops nothing', async () => {
    const { element, store } = await stageFixture(WIDE, 'ab');
    expect(tilesOf(element).length).to.equal(3);
    share(store, 'b');
    await still(element);
    expect(seenIn(element)[0]).to.equal('b’s');
    const tile = tileOf(element, 'b’s');
    expect(getComputedStyle(partOf(tile, 'video', HTMLVideoElement)).objectFit).to.equal('contain');
    expect(partOf(tile, 'chip', HTMLElement).textContent.trim()).to.equal('b’s screen');
    share(store);
    await still(element);
    expect(tilesOf(element).map(nameOf)).to.deep.equal(['a', 'b', 'me']);
  });

  it('plays the sound of a screen once, on its own tile', async () => {
    const screenStream = new MediaStream();
    const { element, store } = await stageFixture(WIDE, '');
    const peer = peerOf({ id: 'a', screen: true, screenStream });
    store.$peers.set(peersOf(peer));
    await still(element);
    const playing = tilesOf(element).filter((tile) => tile.video?.srcObject === screenStream);
    expect(playing.map(nameOf)).to.deep.equal(['a’s']);
    expect(tileOf(element, 'a').video?.srcObject).to.equal(peer.stream);
  });

  it('pins the screen or the face, as it was asked on the tile', async () => {
    const { element, store } = await stageFixture(WIDE, 'ab');
    share(store, 'a', 'b');
    await still(element);
    expect(seenIn(element)[0]).to.equal('b’s');
    for (const name of ['a’s', 'b', 'a']) {
      const tile = tileOf(element, name);
      tile.shadowRoot?.querySelector<HTMLElement>('.more')?.click();
      await still(element);
      tile.shadowRoot?.querySelector<HTMLElement>('[role="menuitem"]')?.click();
      store.$pinned.set(tile.peer?.id);
      await still(element);
      expect(seenIn(element)[0]).to.equal(name);
      const pins = [...(element.shadowRoot?.querySelectorAll('pm-video-tile') ?? [])].flatMap(({ shadowRoot }) => [
        ...(shadowRoot?.querySelectorAll<HTMLElement>('.pin') ?? []),
      ]);
      expect(pins.map((pin) => pin.getRootNode())).to.deep.equal([tileOf(element, name).shadowRoot]);
      const asked = next<RequestEvent<'pin'>>(element, 'pm-request');
      pins[0]?.click();
      expect((await asked).detail).to.deep.equal({ id: null });
      store.$pinned.set(undefined);
      await still(element);
    }
  });

  it('follows the speaker in the speaker layout, but not before the last one was seen for a while', async () => {
    const { element, store } = await stageFixture(WIDE, 'abc', ({ $layout }) => $layout.set('speaker'));
    expect(seenIn(element)[0]).to.equal('a');
    store.$activeSpeaker.set('b');
    await still(element);
    expect(seenIn(element)[0]).to.equal('b');
    const began = performance.now();
    store.$activeSpeaker.set('c');
    await still(element);
    expect(seenIn(element)[0]).to.equal('b');
    await until(() => seenIn(element)[0] === 'c');
    expect(performance.now() - began).to.be.above(1000); // the rest of its two seconds
  });

  it('shows one person in a tiny box, and everybody’s sound', async () => {
    const { element, store } = await stageFixture([300, 300], 'abc', ({ $activeSpeaker }) => $activeSpeaker.set('b'));
    expect(seenIn(element)).to.deep.equal(['b']);
    const streams = tilesOf(element).filter(({ self }) => !self).map(({ video }) => video?.srcObject); // prettier-ignore
    expect(streams.every((stream) => stream instanceof MediaStream)).to.equal(true);
    await expect(element).to.be.accessible();
    element.style.setProperty('width', '700px');
    await measured(element);
    expect(seenIn(element).length).to.equal(store.$headcount.get());
  });

  it('never makes a video anew or moves one in the page, whatever happens', async () => {
    const { element, store } = await stageFixture(LOW, MANY);
    const videos = new Map(['a', 'c', 'me'].map((name) => [name, tileOf(element, name).video]));
    const moved: string[] = [];
    const look = (records: readonly MutationRecord[]): void => {
      const tiles = records.flatMap(({ removedNodes }) => [...removedNodes]).filter(isTile);
      moved.push(...tiles.map(nameOf).filter((name) => videos.has(name)));
    };
    const observer = new MutationObserver(look);
    if (element.shadowRoot) observer.observe(element.shadowRoot, { childList: true, subtree: true });
    const peersWithout = (gone: string): void => {
      store.$peers.set(new Map([...store.$peers.get()].filter(([id]) => id !== gone)));
    };
    const steps: (() => void)[] = [
      () => store.$pinned.set('c'),
      () => turnButtons(element)[1]?.click(),
      () => store.$pinned.set('me'),
      () => store.$pinned.set(undefined),
      () => turnButtons(element)[1]?.click(),
      () => peersWithout('b'),
      () => share(store, 'a', 'd'),
      () => peersWithout('d'),
      () => share(store, 'c'),
      () => store.$layout.set('speaker'),
      () => store.$activeSpeaker.set('c'),
      () => share(store),
      () => store.$layout.set('grid'),
      () => store.$peers.set(new Map([...store.$peers.get(), ['z', peerOf({ id: 'z' })]])),
      () => element.style.setProperty('width', '280px'),
      () => element.style.setProperty('width', '1200px'),
      () => store.$layout.set('auto'),
    ];
    for (const step of steps) {
      step();
      await still(element);
      for (const [name, video] of videos) {
        expect(tileOf(element, name).video, name).to.equal(video);
        expect(video?.isConnected).to.equal(true);
      }
    }
    look(observer.takeRecords());
    expect(moved).to.deep.equal([]);
    observer.disconnect();
  });

  it('is accessible in every layout, in both themes', async () => {
    for (const theme of ['light', 'dark']) {
      for (const size of [WIDE, PHONE, LOW]) {
        const { element, store } = await stageFixture(size, MANY);
        element.style.setProperty('color-scheme', theme);
        await expect(element).to.be.accessible();
        share(store, 'b');
        await still(element);
        await expect(element).to.be.accessible();
        element.remove();
      }
    }
  });
});

describe('the pages of <pm-video-grid>', () => {
  it('are there only when people would be too small, and hold everybody once', async () => {
    const { element } = await stageFixture(LOW, MANY);
    const seen: string[] = [];
    const [back, on] = turnButtons(element);
    expect(back?.getAttribute('aria-disabled')).to.equal('true');
    while (on?.getAttribute('aria-disabled') !== 'true') {
      seen.push(...seenIn(element));
      on?.click();
      await still(element);
    }
    seen.push(...seenIn(element));
    expect(seen.sort()).to.deep.equal(tilesOf(element).map(nameOf).sort());
    expect(pagerOf(element).textContent).to.contain('Page 2 of 2');
    on.click();
    await still(element);
    expect(pagerOf(element).textContent).to.contain('Page 2 of 2');
    const wide = await stageFixture(WIDE, MANY);
    expect(wide.element.shadowRoot?.querySelector('[part~="pager"]')).to.equal(null);
  });

  it('turn by keys on the buttons and on tiles, and keep the focus where it can be seen', async () => {
    const { element } = await stageFixture(LOW, MANY);
    const [back, on] = turnButtons(element);
    const press = async (target: Element | null | undefined, key: string): Promise<string> => {
      target?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
      await still(element);
      return /Page \d/u.exec(pagerOf(element).textContent)?.[0] ?? '';
    };
    expect(await press(on, 'ArrowRight')).to.equal('Page 2');
    expect(await press(back, 'ArrowLeft')).to.equal('Page 1');
    const first = tileOf(element, 'a');
    first.focus();
    expect(await press(first, 'PageDown')).to.equal('Page 2');
    const focused = element.shadowRoot?.activeElement as typeof first;
    expect(focused).not.to.equal(first);
    expect(focused.off).to.equal(false);
    expect(await press(focused, 'PageUp')).to.equal('Page 1');
  });

  it('turn by a finger drawn to the side, not by one drawn down or by a mouse', async () => {
    const { element } = await stageFixture(LOW, MANY);
    const root = partOf(element, 'grid', HTMLElement);
    const draw = async (x: number, y: number, pointerType = 'touch'): Promise<string> => {
      const at = { bubbles: true, composed: true, pointerId: 7, pointerType };
      root.dispatchEvent(new PointerEvent('pointerdown', { ...at, clientX: 200, clientY: 100 }));
      root.dispatchEvent(new PointerEvent('pointerup', { ...at, clientX: 200 + x, clientY: 100 + y }));
      await still(element);
      return /Page \d/u.exec(pagerOf(element).textContent)?.[0] ?? '';
    };
    expect(await draw(-80, 10)).to.equal('Page 2');
    expect(await draw(-80, 70)).to.equal('Page 2');
    expect(await draw(-80, 0, 'mouse')).to.equal('Page 2');
    expect(await draw(80, 10)).to.equal('Page 1');
  });

  it('have who speaks on the first', async () => {
    const { element, store } = await stageFixture(LOW, MANY);
    expect(seenIn(element)).not.to.include('p');
    store.$activeSpeaker.set('p');
    await still(element);
    expect(seenIn(element)).to.include('p');
  });

  it('play sound but no picture of who is on another, and the picture again when it is turned to', async () => {
    const source = createCanvasTrack('teal');
    const { element, store } = await stageFixture(LOW, MANY);
    const audio = new AudioContext().createMediaStreamDestination();
    const [sound] = audio.stream.getAudioTracks();
    if (!sound) throw new Error('no sound');
    const stream = new MediaStream([source.track, sound]);
    store.$peers.set(new Map([...store.$peers.get(), ['p', peerOf({ id: 'p', stream })]]));
    await still(element);
    const { video } = tileOf(element, 'p');
    const kinds = (): string[] => ((video?.srcObject as MediaStream | null)?.getTracks() ?? []).map(({ kind }) => kind).sort(); // prettier-ignore
    await until(() => kinds().join() === 'audio');
    expect(stream.getTracks().length).to.equal(2);
    store.$activeSpeaker.set('p');
    await until(() => kinds().join() === 'audio,video');
    const { srcObject } = video ?? {};
    await until(() => (video?.currentTime ?? 0) > 0 && !video?.paused);
    turnButtons(element)[1]?.click();
    await until(() => kinds().join() === 'audio');
    expect(video?.srcObject).to.equal(srcObject); // another source would cut the sound
    source.stop();
    await (audio.context as AudioContext).close();
  });
});
