import { html, nothing, type TemplateResult } from 'lit';
import type { FirstStrings } from '../../locales/first/en.js';
import type { RoomStore } from '../../room/room-store.js';
import { nameInUse } from '../devices/device-choices.js';
import { icon } from '../shared/icons.js';

/** What the choice of devices is drawn from. */
export interface DevicesView {
  readonly store: RoomStore;
  readonly words: FirstStrings;
  readonly isOpen: boolean;
  /** The choice itself, once it has come. */
  readonly pickers: TemplateResult | undefined;
  /** Whether it could not be loaded. */
  readonly isMissing: boolean;
  /** A pointer or the focus is there: a press may follow. */
  readonly onNear: () => void;
  readonly onToggle: () => void;
}

/** One quiet line with the microphone's name, which opens the choice of microphone, camera and speakers. */
export const lobbyDevices = ({
  store,
  words,
  isOpen,
  pickers,
  isMissing,
  onNear,
  onToggle,
}: DevicesView): TemplateResult => {
  const name = nameInUse(store, 'audioinput') ?? nameInUse(store, 'videoinput');
  const missing = isMissing ? html`<p class="hint" role="alert">${words.choiceMissing}</p>` : nothing;
  return html`<div part="devices" class="devices">
    <button
      type="button"
      part="button"
      class="line"
      aria-expanded=${isOpen ? 'true' : 'false'}
      aria-controls="pickers"
      @pointerenter=${onNear}
      @focus=${onNear}
      @click=${onToggle}
    >
      ${name ? html`<span class="visually-hidden">${words.devices}:</span>` : nothing}
      <bdi>${name ?? words.devices}</bdi>${icon('chevron')}
    </button>
    <div id="pickers" class="pickers" aria-busy=${isOpen && !pickers && !isMissing} ?hidden=${!isOpen}>${isOpen ? (pickers ?? missing) : nothing}</div>
  </div>`;
};
