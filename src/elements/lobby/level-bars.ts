import { html, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import type { FirstStrings } from '../../locales/first/en.js';
import type { RoomStore } from '../../room/room-store.js';

/** In percent. Assistive technology may tell of every change: fewer are enough. */
const STEP = 20;

/** A small meter of the microphone; `LevelBars` moves it. */
export const levelBars = (words: FirstStrings): TemplateResult =>
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

/** Moves the meter with the store's level, some ten times a second, without drawing its host again. */
export class LevelBars implements ReactiveController {
  #store: RoomStore | undefined;
  #unlisten: (() => void) | undefined;

  constructor(
    private readonly host: LitElement,
    private readonly store: () => RoomStore | undefined,
  ) {
    host.addController(this);
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
