import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { drawingWindow } from '../shared/around.js';
import type { Peer } from '../../room/types.js';
import { buttons } from '../shared/buttons.styles.js';
import { FloatingTile } from './floating-tile.js';
import { Newcomers } from './newcomers.js';
import { nextFrame } from '../shared/next-frame.js';
import { Late } from '../shared/late.js';
import { $gridParts } from './late-grid.js';
import { LatePictureInPicture } from './late-picture-in-picture.js';
import { styles } from './pm-video-grid.styles.js';
import type { PmVideoTileElement } from './pm-video-tile.js';
import { RequestEvent } from '../shared/request-event.js';
import { RoomController } from '../shared/room-controller.js';
import { stageBoxOf } from './stage-box.js';
import { StageDirector } from './stage-director.js';
import { hasFreeCell, layoutStage, mirrored, type Place } from './stage-layout.js';
import { cameraKey, screenKey, SELF, type TileKey } from './stage-plan.js';
import { entriesOf, keyOf, type Entry } from './tile-entries.js';
import { onStage, tokens } from '../shared/tokens.styles.js';
import { TurnElement } from '../shared/turn-element.js';
import { ViewController } from '../shared/view-state.js';
import { WordsController } from '../shared/words-controller.js';

/** Below this width (CSS pixels) of its own box, tiles fill it and the self view floats. */
const SMALL = 600;
/** Below either, only one person is shown. The height is that of an element of 240 px less the bar. */
const TINY = { width: 320, height: 176 };

const PARTS = 'video, avatar, chip, badge, speaking-ring, menu, button';

/**
 * Everyone in the call, their faces as large as the box allows; or one of them, or a screen, on a stage and the others
 * beside it. More people than fit are on further pages.
 *
 * @tagname pm-video-grid
 * @csspart grid - The box around the tiles.
 * @csspart tile - Each tile.
 * @csspart pager - What turns pages, when there are several.
 * @cssprop [--pm-tile-aspect=16/9] - The shape that tiles keep to where there is room for it.
 * @cssprop [--pm-gap=8px] - Space between tiles; at most 4px in a narrow box.
 */
export class PmVideoGridElement extends TurnElement {
  static override styles: CSSResultGroup = [tokens, onStage, buttons, styles];

  readonly #words = new WordsController(this);
  readonly #view = new ViewController(this, ({ $selfHidden }) => [$selfHidden]);
  readonly #room = new RoomController(
    this,
    (store) => [
      store.$peers,
      store.$layout,
      store.$pinned,
      store.$activeSpeaker,
      store.$self,
      store.$microphone, // of the small window, both
      store.$camera,
    ],
    () => this.#newcomers.look(),
  );
  readonly #newcomers = new Newcomers(() => this.#peers);
  readonly #director = new StageDirector(this);
  readonly #motion = new Late(this, $gridParts, ({ createMotion }) => createMotion(this.#tiles.values()));
  readonly #float = new FloatingTile(
    (left, top) => this.#place(this.#tiles.get(SELF), { left, top }),
    () => this.#arrange(true),
  );
  readonly #moves = new Late(this, $gridParts, ({ createMoves }) => createMoves(this.#float));
  readonly #pager = new Late(this, $gridParts, ({ createPages }) => createPages(this, (by) => this.#turn(by)));
  readonly #small = new LatePictureInPicture(this, {
    store: () => this.#room.store,
    view: () => this.#view.state,
    words: () => this.#words.table,
    speaker: () => this.#director.speaker ?? this.#peers[0]?.id,
    videoOf: (id) => this.#tiles.get(cameraKey(id))?.video,
  });
  readonly #shown = new Late(this, $gridParts, ({ createShown }) => createShown(this, () => this.#small.shows));
  #page = 0;
  #pages = 1;
  #resized: ResizeObserver | undefined;
  #isSmall = false;
  #isTiny = false;
  #hasFreeCell = false;
  #arranged = '';
  #entries: readonly Entry[] = [];

  /** What a browser that shows nothing but a video on the whole screen can show. */
  get stageVideo(): HTMLVideoElement | undefined {
    const { stage = SELF } = this.#director.plan;
    const speaker = this.#director.speaker;
    const key = stage === SELF && speaker !== undefined ? cameraKey(speaker) : stage;
    return this.#tiles.get(key)?.video ?? undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const view = drawingWindow(this);
    this.#resized = view && new view.ResizeObserver(([entry]) => this.#handleResize(entry));
    this.#resized?.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized?.disconnect();
  }

  /** Connections first: a tile that is drawn a moment later costs nobody, an offer that goes out later costs two. */
  protected override async scheduleUpdate(): Promise<void> {
    if (this.hasUpdated) await nextFrame();
    if (this.hasUpdated) await this.#newcomers.here();
    await super.scheduleUpdate();
  }

  protected override willUpdate(): void {
    const [store, selfHidden] = [this.#room.store, this.#view.state.$selfHidden.get()];
    const hasFreeCell = (this.#hasFreeCell = this.#leavesCell());
    const outlook = { isSmall: this.#isSmall, isTiny: this.#isTiny, hasFreeCell, selfHidden };
    if (store) this.#director.direct(store, this.#peers, outlook);
    this.#motion.prepare(); // before there are tiles that it has not seen
  }

  /** Who goes first, then who comes: at once, lit would move tiles that stay, and a video that is moved pauses. */
  protected override update(changed: PropertyValues<this>): void {
    const entries = entriesOf(this.#peers, this.#room.store?.$requiresTrust.get() ?? false);
    const stay = entries.filter(({ key }) => this.#entries.some((entry) => entry.key === key));
    if (stay.length < this.#entries.length && stay.length < entries.length) {
      this.#entries = stay;
      super.update(changed);
    }
    this.#entries = entries;
    super.update(changed);
  }

  protected override updated(): void {
    this.#newcomers.greeted();
    const { stage = '', others, floats, speaker = '' } = this.#director.plan;
    const promoted = this.#pages > 1 ? speaker : ''; // matters for who is on the first page only
    const tiles = [...this.#entries.map(({ key }) => key), '', ...others];
    const { direction } = this.#words.table;
    const hasPager = this.#pages > 1 && this.#pager.part !== undefined;
    const isTold = this.#shown.part !== undefined;
    const arranged = [stage, floats, hasPager, isTold, this.#pages, this.#page, promoted, direction, ...tiles].join();
    if (arranged === this.#arranged) return; // a microphone went off: nobody has to move
    const isFirst = this.#arranged === '';
    this.#arranged = arranged;
    this.#arrange(!isFirst);
  }

  get #peers(): Peer[] {
    const peers = this.#room.store?.$peers.get().values() ?? [];
    return [...peers].filter(({ state }) => state !== 'lost');
  }

  get #tiles(): ReadonlyMap<TileKey, PmVideoTileElement> {
    const tiles = [...this.renderRoot.querySelectorAll('pm-video-tile')];
    return new Map(tiles.map((tile) => [keyOf(tile), tile]));
  }

  #handleResize(entry: ResizeObserverEntry | undefined): void {
    if (!entry) return;
    const { width, height } = entry.contentRect;
    const isSmall = width < SMALL;
    const isTiny = width < TINY.width || height < TINY.height;
    const isOther = isSmall !== this.#isSmall || isTiny !== this.#isTiny;
    this.#isSmall = isSmall;
    this.#isTiny = isTiny;
    if (isOther) this.requestUpdate(); // others may have to show
    this.#arrange(false);
  }

  #leavesCell(): boolean {
    const box = this.#isSmall && this.#box;
    return !!box && hasFreeCell(this.#peers.length, box);
  }

  get #box(): ReturnType<typeof stageBoxOf> | undefined {
    const root = this.renderRoot.querySelector<HTMLElement>('.root');
    return root ? stageBoxOf(root, this.#isSmall) : undefined;
  }

  #arrange(animated: boolean): void {
    const box = this.#box;
    if (!box) return;
    if (this.#leavesCell() !== this.#hasFreeCell) this.requestUpdate(); // others may have to show
    const tiles = this.#tiles;
    const { width, height, gap, aspect, isRtl } = box;
    const plain = layoutStage(this.#director.plan, box, this.#page);
    const layout = isRtl ? mirrored(plain, width) : plain;
    const places = new Map(layout.places);
    if (this.#director.plan.floats) {
      places.set(SELF, this.#float.arrange({ width, height }, aspect, Math.max(8, gap), layout.faceWidth, isRtl));
    }
    const seen = [...tiles].filter(([key]) => places.has(key));
    const hidden = [...tiles.values()].filter((tile) => !places.has(keyOf(tile)));
    const move = (): void => {
      for (const [key, tile] of seen) this.#place(tile, places.get(key));
      // By attribute: it acts at once, and what is seen again can have the focus.
      for (const tile of tiles.values()) tile.toggleAttribute('off', hidden.includes(tile));
    };
    const hadFocus = hidden.some((tile) => tile === this.shadowRoot?.activeElement);
    const motion = this.#motion.part;
    const stay = seen.map(([, tile]) => tile);
    motion?.forget(hidden);
    if (motion) motion.run(stay, move, animated);
    else move();
    this.#shown.part?.follow([...tiles.values()]); // once it is known which are off
    this.#place(this.renderRoot.querySelector<HTMLElement>('.pager'), layout.pager);
    if (layout.pages > 1 && this.#pages === 1) this.#wantParts();
    if (layout.pages !== this.#pages || layout.page !== this.#page) this.requestUpdate();
    this.#pages = layout.pages;
    this.#page = layout.page;
    if (hadFocus) seen[0]?.[1].focus(); // it must not be lost with what it was on
  }

  #place(element: HTMLElement | null | undefined, place: Partial<Place> | undefined): void {
    if (!element || !place) return;
    const { left = 0, top = 0, width, height } = place;
    element.style.setProperty('--_left', `${Math.round(left)}px`);
    element.style.setProperty('--_top', `${Math.round(top)}px`);
    if (width !== undefined) element.style.setProperty('--_width', `${Math.floor(width)}px`);
    if (height !== undefined) element.style.setProperty('--_height', `${Math.floor(height)}px`);
  }

  readonly #turn = (direction: number): void => {
    const page = Math.max(0, Math.min(this.#pages - 1, this.#page + direction));
    if (page === this.#page) return;
    this.#page = page;
    this.requestUpdate();
  };

  #handleKeyDown(event: KeyboardEvent): void {
    const direction = { PageDown: 1, PageUp: -1 }[event.key];
    if (direction === undefined || this.#pages === 1) return;
    event.preventDefault();
    this.#turn(direction);
  }

  #handleRequest(event: RequestEvent): void {
    const [tile] = event.composedPath();
    if (event.request === 'pin') this.#director.pinsScreen = (tile as PmVideoTileElement).screen;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.#room.store) return nothing;
    const words = this.#words.table;
    return html`<div
        part="grid"
        translate="no" class="root"
        role="list"
        ?data-pages=${this.#pages > 1}
        aria-label=${words.people}
        @keydown=${this.#handleKeyDown}
        @pm-request=${this.#handleRequest}
      >
        ${repeat(
          this.#entries,
          ({ key }) => key,
          ({ peer, screen = false }) => (peer ? this.#tile(peer, screen) : this.#selfTile(this.#director.plan.floats)),
        )}
      </div>
      ${this.#pages > 1 ? (this.#pager.part?.render(this.#page, this.#pages, words) ?? nothing) : nothing}`;
  }

  #wantParts(): void {
    if (!$gridParts.get()) this.dispatchEvent(new RequestEvent('want-parts'));
  }

  #tile(peer: Peer, screen: boolean): TemplateResult {
    return html`<pm-video-tile
      part="tile"
      exportparts=${PARTS}
      role="listitem"
      ?screen=${screen}
      ?pinned=${this.#director.plan.pinned === (screen ? screenKey(peer.id) : cameraKey(peer.id))}
      .peer=${peer}
    ></pm-video-tile>`;
  }

  #selfTile(floats: boolean): TemplateResult {
    const moves = floats ? this.#moves.part : undefined;
    return html`<pm-video-tile
      part="tile"
      exportparts=${PARTS}
      role="listitem"
      self
      ?pinned=${this.#director.plan.pinned === SELF}
      ?movable=${floats}
      @pointerdown=${moves?.handlePointerDown ?? nothing}
      @keydown=${moves?.handleKeyDown ?? (floats ? this.#wantParts : nothing)}
      @click=${moves?.handleClick ?? (floats ? this.#wantParts : nothing)}
    ></pm-video-tile>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-video-grid': PmVideoGridElement;
  }
}
