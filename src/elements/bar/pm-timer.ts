import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { whole } from '../../locales/en.js';
import { MovableElement } from '../shared/movable-element.js';
import { RoomController } from '../shared/room-controller.js';
import { tokens } from '../shared/tokens.styles.js';
import { WordsController } from '../shared/words-controller.js';

/**
 * How long one has been in the call. Read when it is looked for, never announced.
 *
 * @tagname pm-timer
 */
export class PmTimerElement extends MovableElement {
  static override styles: CSSResultGroup = [
    tokens,
    css`
      :host {
        display: inline-block;
        font-variant-numeric: tabular-nums;
        unicode-bidi: isolate;
      }
    `,
  ];

  readonly #words = new WordsController(this);
  readonly #room = new RoomController(this, ({ $joinedAt }) => [$joinedAt]);
  #clock: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#clock);
  }

  protected override updated(): void {
    this.#tick();
  }

  /** Writes the time itself: nothing else of it changes. */
  readonly #tick = (): void => {
    clearTimeout(this.#clock);
    const joinedAt = this.#room.store?.$joinedAt.get();
    const shown = this.renderRoot.querySelector('span');
    if (joinedAt === undefined || !shown || !this.isConnected) return;
    const passed = Math.max(0, performance.now() - joinedAt);
    shown.textContent = clockText(passed);
    this.#clock = setTimeout(this.#tick, 1000 - (passed % 1000));
  };

  protected override render(): TemplateResult | typeof nothing {
    if (this.#room.store?.$joinedAt.get() === undefined) return nothing;
    return html`<span role="timer" aria-label=${whole(this.#words.table).callTime}></span>`;
  }
}

/** `75_000` as `1:15`, `3_675_000` as `1:01:15`. */
export const clockText = (milliseconds: number): string => {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const two = (count: number): string => String(count).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
};

declare global {
  interface HTMLElementTagNameMap {
    'pm-timer': PmTimerElement;
  }
}
