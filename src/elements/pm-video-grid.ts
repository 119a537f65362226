import { LitElement, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Peer } from '../room/types.js';
import { FloatingTile } from './floating-tile.js';
import { gridLayout, stretchTiles, tilePosition } from './grid-layout.js';
import { nextFrame } from './next-frame.js';
import { styles } from './pm-video-grid.styles.js';
import type { PmVideoTileElement } from './pm-video-tile.js';
import { RoomController } from './room-controller.js';
import { tokens } from './tokens.styles.js';
import { TileMotion } from './tile-motion.js';
import { WordsController } from './words-controller.js';

/** Below this width (CSS pixels) of its own box, tiles fill it and the self view floats. */
const SMALL = 600;
const DEFAULT_ASPECT = 16 / 9;
/** How far a tile may leave its aspect to use its box: a face stays whole. */
const ASPECTS = { narrowest: 4 / 3, widest: 2.1 };
const SMALL_ASPECTS = { narrowest: 9 / 16, widest: 2.2 };

/** Milliseconds that a newcomer's tile waits for the connection: most are up by then, and gliding would hold them up. */
const ARRIVAL = 1000;
/** Milliseconds from a connection to its first picture: the tile comes with a face, not with initials that give way to it. */
const FIRST_PICTURE = 250;

/** Oneself among the peers. */
const SELF = Symbol('self');

/**
 * Everyone in the call, their faces as large as the box allows.
 *
 * @tagname pm-video-grid
 * @csspart grid - The box around the tiles.
 * @csspart tile - Each tile.
 * @cssprop [--pm-tile-aspect=16/9] - The shape that tiles keep to where there is room for it.
 * @cssprop [--pm-gap=8px] - Space between tiles; at most 4px in a narrow box.
 */
export class PmVideoGridElement extends LitElement {
  static override styles: CSSResultGroup = [tokens, styles];

  readonly #words = new WordsController(this);
  readonly #room = new RoomController(
    this,
    ({ $peers }) => [$peers],
    () => this.#wake?.(),
  );
  #wake: (() => void) | undefined;
  /** Ids of those who have a tile. */
  #shown: ReadonlySet<string> = new Set();
  readonly #motion = new TileMotion();
  readonly #float = new FloatingTile(
    (left, top) => this.#place(this.#tiles.at(-1), left, top),
    () => this.#arrange(true),
  );
  #resized: ResizeObserver | undefined;
  #isSmall = false;
  #arranged = '';

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resized = new ResizeObserver(([entry]) => this.#handleResize(entry));
    this.#resized.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized?.disconnect();
  }

  /** A move by `moveBefore()` changes nothing here. */
  connectedMoveCallback(): void {}

  /** Connections first: a tile that is drawn a moment later costs nobody, an offer that goes out later costs two. */
  protected override async scheduleUpdate(): Promise<void> {
    if (this.hasUpdated) await nextFrame();
    if (this.hasUpdated && this.#arrivals.length > 0) await this.#greet();
    await super.scheduleUpdate();
  }

  /** Those on their way in who have no tile yet. */
  get #arrivals(): Peer[] {
    return this.#peers.filter(({ id, state }) => state === 'connecting' && !this.#shown.has(id));
  }

  async #greet(): Promise<void> {
    const end = performance.now() + ARRIVAL;
    while (this.#arrivals.length > 0 && performance.now() < end) await this.#change(end - performance.now());
    if (this.#arrivals.length === 0) await new Promise((resolve) => setTimeout(resolve, FIRST_PICTURE));
  }

  /** Resolves when the people in the room, or something about them, changed; after `ms` at the latest. */
  #change(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  protected override updated(): void {
    const peers = this.#peers;
    this.#shown = new Set(peers.map(({ id }) => id));
    const arranged = [this.#floats(peers.length), ...peers.map(({ id }) => id)].join();
    if (arranged === this.#arranged) return; // a microphone went off: nobody has to move
    const isFirst = this.#arranged === '';
    this.#arranged = arranged;
    this.#arrange(!isFirst);
  }

  get #peers(): Peer[] {
    const peers = this.#room.store?.$peers.get().values() ?? [];
    return [...peers].filter(({ state }) => state !== 'lost');
  }

  /** In the order of joining, oneself last. */
  get #tiles(): PmVideoTileElement[] {
    return [...this.renderRoot.querySelectorAll('pm-video-tile')];
  }

  #floats(others: number): boolean {
    return others === 1 || (others > 1 && this.#isSmall);
  }

  #handleResize(entry: ResizeObserverEntry | undefined): void {
    if (!entry) return;
    const wasSmall = this.#isSmall;
    this.#isSmall = entry.contentRect.width < SMALL;
    if (wasSmall !== this.#isSmall) this.requestUpdate(); // the self view may begin or cease to float
    this.#arrange(false);
  }

  #arrange(animated: boolean): void {
    const root = this.renderRoot.querySelector<HTMLElement>('.root');
    const tiles = this.#tiles;
    if (!root || tiles.length === 0) return;
    const { clientWidth: width, clientHeight: height } = root;
    const gap = Number.parseFloat(getComputedStyle(root).columnGap) || 0;
    const aspect = aspectOf(this);
    const floats = this.#floats(tiles.length - 1);
    const count = floats ? tiles.length - 1 : tiles.length;
    const { narrowest, widest } = this.#isSmall ? SMALL_ASPECTS : ASPECTS;
    // Tiles that fill their cell show most of a face when they are near square.
    const fitted = gridLayout(count, width, height, this.#isSmall ? 1 : aspect, gap);
    const layout = stretchTiles(fitted, width, height, gap, Math.min(narrowest, aspect), Math.max(widest, aspect));
    const move = (): void => {
      tiles.slice(0, count).forEach((tile, index) => {
        const { left, top } = tilePosition(layout, index, count, width, height, gap);
        this.#place(tile, left, top, layout.tileWidth, layout.tileHeight);
      });
      if (!floats) return;
      const own = this.#float.arrange({ width, height }, aspect, Math.max(8, gap), layout.tileWidth);
      this.#place(tiles.at(-1), own.left, own.top, own.width, own.height);
    };
    this.#motion.run(tiles, move, animated);
  }

  #place(tile: HTMLElement | undefined, left: number, top: number, width?: number, height?: number): void {
    if (!tile) return;
    tile.style.setProperty('--_left', `${Math.round(left)}px`);
    tile.style.setProperty('--_top', `${Math.round(top)}px`);
    if (width !== undefined) tile.style.setProperty('--_width', `${Math.floor(width)}px`);
    if (height !== undefined) tile.style.setProperty('--_height', `${Math.floor(height)}px`);
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.#room.store) return nothing;
    const peers = this.#peers;
    const floats = this.#floats(peers.length);
    return html`<div part="grid" class="root" role="list" aria-label=${this.#words.table.people}>
      ${repeat(
        [...peers, SELF],
        (person) => (typeof person === 'symbol' ? person : person.id),
        (person) => (typeof person === 'symbol' ? this.#selfTile(floats) : this.#tile(person)),
      )}
    </div>`;
  }

  #tile(peer: Peer): TemplateResult {
    return html`<pm-video-tile
      part="tile"
      exportparts="video, avatar, chip, badge"
      role="listitem"
      .peer=${peer}
    ></pm-video-tile>`;
  }

  #selfTile(floats: boolean): TemplateResult {
    return html`<pm-video-tile
      part="tile"
      exportparts="video, avatar, chip, badge"
      role="listitem"
      self
      ?movable=${floats}
      @pointerdown=${floats ? this.#float.handlePointerDown : nothing}
      @keydown=${floats ? this.#float.handleKeyDown : nothing}
      @click=${floats ? this.#float.handleClick : nothing}
    ></pm-video-tile>`;
  }
}

/** `--pm-tile-aspect` as a number: `16/9` and `1.78` both. */
const aspectOf = (element: Element): number => {
  const [width, height = '1'] = getComputedStyle(element).getPropertyValue('--pm-tile-aspect').split('/');
  const aspect = Number.parseFloat(width ?? '') / Number.parseFloat(height);
  return aspect > 0 && Number.isFinite(aspect) ? aspect : DEFAULT_ASPECT;
};

declare global {
  interface HTMLElementTagNameMap {
    'pm-video-grid': PmVideoGridElement;
  }
}
