import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import type { Announcements } from './announcements.js';
import { buttons } from '../shared/buttons.styles.js';
import { errorText, pairText } from '../shared/error-text.js';
import { $deviceWatch } from '../devices/late-device-watch.js';
import { icon } from '../shared/icons.js';
import { MovableElement } from '../shared/movable-element.js';
import { $announcer } from './late-announcements.js';
import { $hostLines } from './late-host-lines.js';
import { Notices, type Line } from './notices.js';
import { plainName } from '../shared/person.js';
import { styles } from './pm-notice.styles.js';
import { RequestEvent } from '../shared/request-event.js';
import { RoomController } from '../shared/room-controller.js';
import { onStage, tokens } from '../shared/tokens.styles.js';
import { ViewController } from '../shared/view-state.js';
import { WordsController } from '../shared/words-controller.js';

/** Lines that tell of no trouble. */
const CALM: ReadonlySet<Line['kind']> = new Set(['sharing', 'saving', 'device', 'host']);

/**
 * The one quiet line over the stage: what to know while the call goes on. Reads out what happens, too.
 *
 * @tagname pm-notice
 * @csspart banner - The line.
 * @csspart button - Each button in it.
 */
export class PmNoticeElement extends MovableElement {
  static override styles: CSSResultGroup = [tokens, onStage, buttons, styles];

  readonly #words = new WordsController(this);
  readonly #room = new RoomController(
    this,
    ({
      $notice,
      $peers,
      $state,
      $hands,
      $screen,
      $devices,
      $chosenDevices,
      $selfStream,
      $saved,
      $saving,
      $messages,
      $transfers,
      $safety,
      $knocks,
      $asked,
      $waiting,
    }) => [
      $notice,
      $peers,
      $state,
      $hands,
      $screen,
      $devices,
      $chosenDevices,
      $selfStream,
      $saved,
      $saving,
      $messages,
      $transfers,
      $safety,
      $knocks,
      $asked,
      $waiting,
    ],
    () => this.#look(),
  );
  readonly #view: ViewController = new ViewController(
    this,
    ({ $laterMissing }) => [$laterMissing],
    () => this.#look(),
  );
  #announcements: Announcements | undefined;
  readonly #notices = new Notices();
  #hosts: ReturnType<NonNullable<ReturnType<typeof $hostLines.get>>> | undefined;
  #clock: ReturnType<typeof setInterval> | undefined;
  #unlisten: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('online', this.#look);
    window.addEventListener('offline', this.#look);
    this.#unlisten = $deviceWatch.listen(this.#look); // from then on it has seen what was there
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('online', this.#look);
    window.removeEventListener('offline', this.#look);
    this.#unlisten?.();
    this.#tick(false);
    this.#announcements?.close();
  }

  protected override updated(): void {
    this.toggleAttribute('line', this.#notices.line !== undefined); // others stand clear of it
    this.#tick(this.isConnected && this.#notices.line?.kind === 'waiting');
  }

  readonly #look = (): void => {
    const store = this.#room.store;
    if (!store) return;
    this.#announcements ??= $announcer.get()?.(() => this.requestUpdate());
    this.#announcements?.look(store, this.#words.table);
    this.#hosts ??= $hostLines.get()?.(this, this.#look);
    this.#notices.look(store, navigator.onLine, this.#view.state.$laterMissing.get(), this.#hosts?.look(store));
    this.requestUpdate();
  };

  #tick(on: boolean): void {
    if (on === (this.#clock !== undefined)) return;
    clearInterval(this.#clock);
    this.#clock = on ? setInterval(() => this.requestUpdate(), 1000) : undefined;
  }

  #handleDismiss(line: Line): void {
    if (line.kind !== 'device') this.dispatchEvent(new RequestEvent('dismiss-notice'));
    else {
      this.#notices.settleDevice();
      this.#look();
    }
  }

  #handleUse(line: Line): void {
    if (line.kind !== 'device') return;
    for (const end of line.device.ends) this.dispatchEvent(new RequestEvent('set-device', end));
    this.#handleDismiss(line);
  }

  protected override render(): TemplateResult {
    const line = this.#notices.line;
    // The live region is there before its words, else they are not read out.
    return html`<div translate="no" class="root">
      <div part=${line ? 'banner' : nothing} class=${line ? 'line' : nothing}>
        ${line ? (CALM.has(line.kind) ? html`<span class="calm"></span>` : icon('alert')) : nothing}
        <p role="status">${line ? this.#say(line) : nothing}</p>
        ${
          line
            ? html`<div class="acts">${this.#act(line)}${line.kind === 'error' || line.kind === 'device' ? this.#dismiss(line) : nothing}</div>`
            : nothing
        }
      </div>
    </div>
    <div class="visually-hidden" role="status">${this.#announcements?.text}</div>`;
  }

  #say(line: Line): TemplateResult | string {
    const words = this.#words.table;
    switch (line.kind) {
      case 'reconnecting':
        return words.reconnecting;
      case 'waiting': {
        const seconds = Math.max(1, Math.ceil((line.until - performance.now()) / 1000));
        // Counted for the eye only: read out each second it would drown everything else.
        return html`${words.waiting} <span class="count hint" aria-hidden="true">${words.waitingFor(seconds)}</span>`;
      }
      case 'error': {
        const { error } = line;
        const peer = error.peer === undefined ? undefined : this.#room.store?.$peers.get().get(error.peer)?.name;
        const { title, hint } = line.and ? pairText(error, line.and, words) : errorText(error, words, peer);
        return html`<strong title=${error.code}>${words.sentence(title)}</strong> <span class="hint">${hint}</span>`;
      }
      case 'host':
        return line.say(words);
      case 'offline':
        if (line.others === 0) return words.offlineAlone;
        return line.connected === 0 ? words.offlineWithout : words.offlineWith(line.connected, line.others);
      case 'sharing':
        return words.sharing;
      case 'missing':
        return words.partsMissing;
      case 'saving':
        return words.onlySpeaker;
      case 'device':
        return words.foundDevice(plainName(line.device.label));
    }
  }

  /** The one thing to do about it. */
  #act(line: Line): TemplateResult | typeof nothing {
    const words = this.#words.table;
    if (line.kind === 'host') return line.acts(words);
    if (line.kind === 'sharing') {
      return act(words.stopSharing, () => this.dispatchEvent(new RequestEvent('toggle-screen')));
    }
    return line.kind === 'device' ? act(words.useIt, () => this.#handleUse(line)) : nothing;
  }

  #dismiss(line: Line): TemplateResult {
    return html`<button
      type="button"
      part="button"
      class="round"
      aria-label=${this.#words.table.dismiss}
      @click=${() => this.#handleDismiss(line)}
    >
      ${icon('close')}
    </button>`;
  }
}

const act = (words: string, handleClick: () => void): TemplateResult =>
  html`<button type="button" part="button" class="wide" @click=${handleClick}>${words}</button>`;

declare global {
  interface HTMLElementTagNameMap {
    'pm-notice': PmNoticeElement;
  }
}
