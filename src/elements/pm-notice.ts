import { LitElement, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import type { Notice } from '../room/room-store.js';
import { Announcements } from './announcements.js';
import { buttons } from './buttons.styles.js';
import { errorText } from './error-text.js';
import { icon } from './icons.js';
import { styles } from './pm-notice.styles.js';
import { RequestEvent } from './request-event.js';
import { RoomController } from './room-controller.js';
import { tokens } from './tokens.styles.js';
import { WordsController } from './words-controller.js';

/**
 * The one quiet line over the stage: what to know while the call goes on.
 *
 * @tagname pm-notice
 * @csspart banner - The line.
 * @csspart button - The button that puts the line away.
 */
export class PmNoticeElement extends LitElement {
  static override styles: CSSResultGroup = [tokens, buttons, styles];

  readonly #words = new WordsController(this);
  readonly #room = new RoomController(
    this,
    ({ $notice, $peers, $state }) => [$notice, $peers, $state],
    () => this.#look(),
  );
  readonly #announcements = new Announcements();
  #clock: ReturnType<typeof setInterval> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#tick(false);
  }

  /** A move by `moveBefore()` changes nothing here. */
  connectedMoveCallback(): void {}

  protected override updated(): void {
    this.#tick(this.isConnected && this.#room.store?.$notice.get()?.kind === 'waiting');
  }

  #look(): void {
    if (this.#room.store) this.#announcements.look(this.#room.store, this.#words.table);
  }

  #tick(on: boolean): void {
    if (on === (this.#clock !== undefined)) return;
    clearInterval(this.#clock);
    this.#clock = on ? setInterval(() => this.requestUpdate(), 1000) : undefined;
  }

  #handleDismiss(event: Event): void {
    event.currentTarget?.dispatchEvent(new RequestEvent('dismiss-notice'));
  }

  protected override render(): TemplateResult {
    const notice = this.#room.store?.$notice.get();
    // The live region is there before its words, else they are not read out.
    return html`<div class="root" role="status">
      ${
        notice
          ? html`<div part="banner" class="line">
              ${icon('alert')}
              <p>${this.#line(notice)}</p>
              ${notice.kind === 'error' ? this.#dismiss() : nothing}
            </div>`
          : nothing
      }
    </div>
    <div class="visually-hidden" role="status">${this.#announcements.text}</div>`;
  }

  #line(notice: Notice): TemplateResult | string {
    switch (notice.kind) {
      case 'reconnecting':
        return this.#words.table.reconnecting;
      case 'waiting': {
        const seconds = Math.max(1, Math.ceil((notice.until - Date.now()) / 1000));
        // Counted for the eye only: read out each second it would drown everything else.
        return html`${this.#words.table.waiting} <span class="count hint" aria-hidden="true">${this.#words.table.waitingFor(seconds)}</span>`;
      }
      case 'error': {
        const { error } = notice;
        const peer = error.peer === undefined ? undefined : this.#room.store?.$peers.get().get(error.peer)?.name;
        const { title, hint } = errorText(error, this.#words.table, peer);
        return html`<strong title=${error.code}>${title}.</strong> <span class="hint">${hint}</span>`;
      }
    }
  }

  #dismiss(): TemplateResult {
    return html`<button
      type="button"
      part="button"
      class="round"
      aria-label=${this.#words.table.dismiss}
      @click=${this.#handleDismiss}
    >
      ${icon('close')}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-notice': PmNoticeElement;
  }
}
