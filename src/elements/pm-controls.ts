import { LitElement, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { buttons } from './buttons.styles.js';
import { deviceButton } from './device-button.js';
import { isInCall, looksOff } from './device-toggle.js';
import { icon } from './icons.js';
import { styles } from './pm-controls.styles.js';
import { RequestEvent } from './request-event.js';
import { RoomController } from './room-controller.js';
import { tokens } from './tokens.styles.js';
import { WordsController } from './words-controller.js';

/**
 * The bar of a call: microphone, camera, leave. Which of them show is the `controls` of `<private-meet>`.
 *
 * @tagname pm-controls
 * @slot toolbar-start - Beside the buttons, where the line begins.
 * @slot toolbar-end - Beside the buttons, where the line ends.
 * @csspart controls - The bar.
 * @csspart button - Each button.
 * @csspart button-microphone - The microphone's button; `aria-pressed` while it is off.
 * @csspart button-camera - The camera's button; `aria-pressed` while it is off.
 * @csspart button-leave - The button that leaves the call.
 * @cssprop [--pm-control-size=44px] - Height of buttons, at least 24px.
 */
export class PmControlsElement extends LitElement {
  static override styles: CSSResultGroup = [tokens, buttons, styles];

  readonly #words = new WordsController(this);
  readonly #room = new RoomController(
    this,
    ({ $state, $controls, $microphone, $camera, $microphoneOff, $cameraOff }) => [
      $state,
      $controls,
      $microphone,
      $camera,
      $microphoneOff,
      $cameraOff,
    ],
  );

  /** A move by `moveBefore()` changes nothing here. */
  connectedMoveCallback(): void {}

  #handleLeave(event: Event): void {
    event.currentTarget?.dispatchEvent(new RequestEvent('leave'));
  }

  #handleKeyDown(event: KeyboardEvent): void {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const all = [...this.renderRoot.querySelectorAll<HTMLButtonElement>('button:enabled')];
    const at = all.indexOf(this.shadowRoot?.activeElement as HTMLButtonElement);
    if (step === undefined || at < 0) return;
    const forward = this.matches(':dir(rtl)') ? -step : step;
    all.at((at + forward) % all.length)?.focus();
    event.preventDefault();
  }

  protected override render(): TemplateResult | typeof nothing {
    const store = this.#room.store;
    if (!store) return nothing;
    const shown = store.$controls.get();
    return html`<div part="controls" class="root" role="toolbar" aria-label=${this.#words.table.controls} @keydown=${this.#handleKeyDown}>
      <div class="start"><slot name="toolbar-start"></slot></div>
      <div class="devices">
        ${shown.has('microphone') ? deviceButton('microphone', looksOff(store, 'microphone'), this.#words.table) : nothing}
        ${shown.has('camera') ? deviceButton('camera', looksOff(store, 'camera'), this.#words.table) : nothing}
        ${
          shown.has('leave')
            ? html`<button
                type="button"
                part="button button-leave"
                class="round danger"
                aria-label=${this.#words.table.leave}
                ?disabled=${!isInCall(store)}
                @click=${this.#handleLeave}
              >
                ${icon('leave')}<span class="tip" aria-hidden="true">${this.#words.table.leave}</span>
              </button>`
            : nothing
        }
      </div>
      <div class="end"><slot name="toolbar-end"></slot></div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-controls': PmControlsElement;
  }
}
