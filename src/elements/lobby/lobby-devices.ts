import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Strings } from '../../locales/en.js';
import { canChooseOutput } from '../../media/devices.js';
import type { RoomStore } from '../../room/room-store.js';
import { deviceChoices, nameInUse } from '../devices/device-choices.js';
import { icon } from '../shared/icons.js';
import { RequestEvent } from '../shared/request-event.js';
import type { TestSound } from './test-sound.js';

/** What the choice of devices is drawn from. */
export interface DevicesView {
  readonly store: RoomStore;
  readonly words: Strings;
  readonly isOpen: boolean;
  readonly sound: TestSound;
  readonly onToggle: () => void;
  readonly onSound: () => void;
}

const INPUTS = ['audioinput', 'videoinput'] as const;

/** One quiet line with the microphone's name, which opens the choice of microphone, camera and speakers. */
export const lobbyDevices = (view: DevicesView): TemplateResult => {
  const { store, words, isOpen, onToggle } = view;
  const name = nameInUse(store, 'audioinput') ?? nameInUse(store, 'videoinput');
  return html`<div part="devices" class="devices">
    <button
      type="button"
      part="button"
      class="line"
      aria-expanded=${isOpen ? 'true' : 'false'}
      aria-controls="pickers"
      @click=${onToggle}
    >
      ${name ? html`<span class="visually-hidden">${words.devices}:</span>` : nothing}
      <bdi>${name ?? words.devices}</bdi>${icon('chevron')}
    </button>
    <div id="pickers" class="pickers" ?hidden=${!isOpen}>${isOpen ? pickers(view) : nothing}</div>
  </div>`;
};

const pickers = ({ store, words, sound, onSound }: DevicesView): TemplateResult => {
  const kinds = canChooseOutput() ? ([...INPUTS, 'audiooutput'] as const) : INPUTS;
  const isUnnamed = INPUTS.map((kind) => deviceChoices(store, kind)).some(
    ({ list, isMissing }) => list.length === 0 && !isMissing,
  );
  return html`${kinds.map((kind) => picker(store, kind, words, isUnnamed))}
    <button type="button" part="button" class="wide sound" aria-describedby="no-sound" @click=${onSound}>
      ${icon('sound')}${sound.state === 'playing' ? words.playingTestSound : words.testSound}
    </button>
    <p id="no-sound" class="hint" role="status">${sound.state === 'failed' ? words.noTestSound : nothing}</p>
    ${isUnnamed ? html`<p id="names-later" class="hint">${words.namesLater}</p>` : nothing}`;
};

const picker = (store: RoomStore, kind: MediaDeviceKind, words: Strings, isUnnamed: boolean): TemplateResult => {
  const { list, deviceId, isMissing } = deviceChoices(store, kind);
  const name = { audioinput: words.microphone, videoinput: words.camera, audiooutput: words.speakers }[kind];
  const real = deviceId ? undefined : nameInUse(store, kind);
  const system = isMissing ? words.noneFound : real ? `${words.systemDefault} (${real})` : words.systemDefault;
  return html`<label class="picker">
    <span>${name}</span>
    <span class="box">
      <select
        data-kind=${kind}
        ?disabled=${isMissing}
        aria-describedby=${isUnnamed ? 'names-later' : nothing}
        @change=${handleChange}
      >
        <option value="" .selected=${live(!deviceId)}>${system}</option>
        ${list.map((choice) => html`<option value=${choice.deviceId} .selected=${live(choice.deviceId === deviceId)}>${choice.label}</option>`)}
      </select>
      ${icon('chevron')}
    </span>
  </label>`;
};

const handleChange = (event: Event): void => {
  const select = event.currentTarget as HTMLSelectElement;
  const kind = select.dataset['kind'] as MediaDeviceKind;
  select.dispatchEvent(new RequestEvent('set-device', { kind, deviceId: select.value }));
};
