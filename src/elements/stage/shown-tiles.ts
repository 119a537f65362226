import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type Height, heightFor, isSameShown, type Shown } from '../../protocol/shown.js';
import { drawingWindow, hostOf } from '../shared/around.js';
import { RequestEvent } from '../shared/request-event.js';
import type { PmVideoTileElement } from './pm-video-tile.js';

/** Milliseconds between two tellings at least, unless somebody is seen who was not. */
const BREATH = 250;
/** CSS pixels of a picture in the small window beside the page. */
const SMALL_WINDOW = 260;
/** Width by height of what a camera gives: in a wider tile it is cropped above and below. */
const ASPECT = 16 / 9;

/** Whether the browser itself shows the tile's video in a window of its own; Firefox tells nobody. */
const isLent = ({ video }: PmVideoTileElement): boolean =>
  CSS.supports('selector(:picture-in-picture)') && video?.matches(':picture-in-picture') === true;

type Known = ReadonlyMap<string, Shown>;

/** Tells the meeting how high each peer's pictures are shown: 0 for those on another page, scrolled away, or in a hidden tab. */
export class ShownTiles implements ReactiveController {
  readonly #sizes = new Map<PmVideoTileElement, number>();
  /** Whether each is in view, once that was looked at. */
  readonly #inView = new Map<PmVideoTileElement, boolean>();
  #watched: readonly PmVideoTileElement[] = [];
  #resized: ResizeObserver | undefined;
  #seen: IntersectionObserver | undefined;
  #document: Document | undefined;
  #parent: EventTarget | undefined;
  #told: Known = new Map();
  #toldAt = -BREATH;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `smallWindow`: id of who is shown in a window beside the page. */
  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly smallWindow: () => string | undefined,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    const view = drawingWindow(this.host);
    this.#parent = this.host.parentElement ?? hostOf(this.host.getRootNode());
    this.#document = this.host.ownerDocument;
    this.#document.addEventListener('visibilitychange', this.#look);
    this.#resized = view && new view.ResizeObserver((entries) => this.#handleSizes(entries));
    this.#seen = view && new view.IntersectionObserver((entries) => this.#handleSeen(entries));
    for (const tile of this.#watched) this.#observe(tile);
  }

  /** Who is in the small window may be another. */
  hostUpdated(): void {
    this.#look();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#document?.removeEventListener('visibilitychange', this.#look);
    this.#resized?.disconnect();
    this.#seen?.disconnect();
    this.#told = new Map();
    this.#toldAt = -BREATH;
    this.#parent?.dispatchEvent(new RequestEvent('report-shown', { shown: null }));
  }

  /** These are the tiles, some of them turned off. */
  follow(tiles: readonly PmVideoTileElement[]): void {
    const peers = tiles.filter(({ self }) => !self);
    for (const tile of this.#watched) if (!peers.includes(tile)) this.#forget(tile);
    for (const tile of peers) if (!this.#watched.includes(tile)) this.#observe(tile);
    this.#watched = peers;
    this.#look();
  }

  #observe(tile: PmVideoTileElement): void {
    this.#resized?.observe(tile);
    this.#seen?.observe(tile);
  }

  #forget(tile: PmVideoTileElement): void {
    this.#resized?.unobserve(tile);
    this.#seen?.unobserve(tile);
    this.#sizes.delete(tile);
    this.#inView.delete(tile);
  }

  #handleSizes(entries: readonly ResizeObserverEntry[]): void {
    for (const { target, contentRect } of entries) {
      const height = Math.max(contentRect.height, contentRect.width / ASPECT);
      const tile = this.#of(target);
      if (tile) this.#sizes.set(tile, height);
    }
    this.#look();
  }

  #handleSeen(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const tile = this.#of(target);
      if (tile) this.#inView.set(tile, isIntersecting);
    }
    this.#look();
  }

  #of(target: Element): PmVideoTileElement | undefined {
    return this.#watched.find((tile) => tile === target);
  }

  readonly #look = (): void => {
    const shown = this.#shown();
    const isSame =
      shown.size === this.#told.size && [...shown].every(([id, one]) => isSameShown(one, this.#told.get(id)));
    clearTimeout(this.#timer);
    if (isSame) return;
    const wait = this.#isNews(shown) ? 0 : this.#toldAt + BREATH - performance.now();
    if (wait > 0) this.#timer = setTimeout(this.#look, wait);
    else this.#tell(shown);
  };

  #tell(shown: Known): void {
    this.#told = shown;
    this.#toldAt = performance.now();
    this.host.dispatchEvent(new RequestEvent('report-shown', { shown }));
  }

  /** Whether somebody is seen who was not, and should be at once. */
  #isNews(shown: Known): boolean {
    return [...shown].some(([id, { camera, screen }]) => {
      const last = this.#told.get(id);
      return (camera > 0 && !last?.camera) || (screen > 0 && !last?.screen);
    });
  }

  #shown(): Known {
    const shown = new Map<string, Shown>();
    const isHidden = this.#document?.visibilityState === 'hidden';
    for (const tile of this.#watched) {
      const id = tile.peer?.id;
      // Before their first look observers know nothing, nor do we; what is off, or in a hidden tab, needs none.
      const isKnown = isHidden || tile.off || (this.#sizes.has(tile) && this.#inView.has(tile));
      if (id === undefined || !isKnown) continue;
      const last = this.#told.get(id);
      // A screen that is not shared yet is wanted as soon as it is.
      const other = shown.get(id) ?? { camera: 0, screen: isHidden ? 0 : 1080 };
      const isSeen = (!isHidden && !tile.off && this.#inView.get(tile) === true) || isLent(tile);
      const height = isSeen ? this.#pixels(this.#sizes.get(tile) ?? 0, tile.screen ? last?.screen : last?.camera) : 0;
      shown.set(id, tile.screen ? { ...other, screen: height } : { ...other, camera: height });
    }
    return this.#withSmallWindow(shown);
  }

  #withSmallWindow(shown: Map<string, Shown>): Known {
    const id = this.smallWindow();
    const of = id === undefined ? undefined : shown.get(id);
    if (id === undefined || !of) return shown;
    const height = this.#pixels(SMALL_WINDOW, undefined);
    return shown.set(id, { ...of, camera: of.camera > height ? of.camera : height });
  }

  #pixels(height: number, last: Height | undefined): Height {
    return heightFor(height * (drawingWindow(this.host)?.devicePixelRatio ?? 1), last);
  }
}
