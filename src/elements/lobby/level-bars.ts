import { html, type ReactiveController, type TemplateResult } from 'lit';
import { whole, type Strings } from '../../locales/en.js';
import type { FirstStrings } from '../../locales/first/en.js';
import type { RoomStore } from '../../room/room-store.js';
import { ownColours, type MovableElement } from '../shared/movable-element.js';
import { levelStyles } from './level-bars.styles.js';

/** In percent. Assistive technology may tell of every change: fewer are enough. */
const STEP = 20;

const meter = (words: Strings): TemplateResult =>
  html`<div
    part="level"
    class="level"
    role="meter"
    aria-label=${words.microphoneLevel}
    aria-valuemin="0"
    aria-valuemax="100"
    aria-valuenow="0"
  >
    <i></i><i></i><i></i><i></i><i></i>
  </div>`;

const sheet = ownColours(levelStyles);

/** A small meter of the microphone: moves with the store's level, some ten times a second, without drawing its host again. */
export class LevelBars implements ReactiveController {
  #store: RoomStore | undefined;
  #unlisten: (() => void) | undefined;

  constructor(
    private readonly host: MovableElement,
    private readonly store: () => RoomStore | undefined,
  ) {
    host.wear(sheet);
    host.addController(this);
  }

  render(words: FirstStrings): TemplateResult {
    return meter(whole(words));
  }

  hostUpdated(): void {
    const store = this.host.isConnected ? this.store() : undefined;
    if (store !== this.#store) {
      this.#unlisten?.();
      this.#store = store;
      this.#unlisten = store?.$level.listen(() => this.#paint());
    }
    this.#paint();
  }

  hostDisconnected(): void {
    this.#unlisten?.();
    this.#unlisten = undefined;
    this.#store = undefined;
  }

  #paint(): void {
    const meter = this.host.renderRoot.querySelector<HTMLElement>('.level');
    if (!meter) return;
    const level = this.#store?.$level.get() ?? 0;
    meter.style.setProperty('--_level', level.toFixed(2));
    const value = String(Math.round((level * 100) / STEP) * STEP);
    if (meter.getAttribute('aria-valuenow') !== value) meter.setAttribute('aria-valuenow', value);
  }
}
