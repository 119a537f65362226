import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { whole, type Strings } from '../../locales/en.js';
import type { FirstStrings } from '../../locales/first/en.js';
import { canChooseOutput } from '../../media/devices.js';
import type { RoomStore } from '../../room/room-store.js';
import { deviceChoices, nameInUse } from '../devices/device-choices.js';
import { icon } from '../shared/icons.js';
import { ownColours, type MovableElement } from '../shared/movable-element.js';
import { RequestEvent } from '../shared/request-event.js';
import { pickerStyles } from './device-pickers.styles.js';
import { TestSound } from './test-sound.js';

const sheet = ownColours(pickerStyles);

const INPUTS = ['audioinput', 'videoinput'] as const;

/** The choice of microphone, camera and speakers, with a sound to test them by. */
export class DevicePickers {
  readonly #sound: TestSound;

  constructor(host: MovableElement) {
    host.wear(sheet);
    this.#sound = new TestSound(host);
  }

  /** Ends the test sound. */
  stop(): void {
    this.#sound.stop();
  }

  render(store: RoomStore, table: FirstStrings): TemplateResult {
    const words = whole(table);
    const { state } = this.#sound;
    const kinds = canChooseOutput() ? ([...INPUTS, 'audiooutput'] as const) : INPUTS;
    const isUnnamed = INPUTS.map((kind) => deviceChoices(store, kind)).some(
      ({ list, isMissing }) => list.length === 0 && !isMissing,
    );
    return html`${kinds.map((kind) => picker(store, kind, words, isUnnamed))}
      <button type="button" part="button" class="wide sound" aria-describedby="no-sound" @click=${() => this.#play(store)}>
        ${icon('sound')}${state === 'playing' ? words.playingTestSound : words.testSound}
      </button>
      <p id="no-sound" class="hint" role="status">${state === 'failed' ? words.noTestSound : nothing}</p>
      ${isUnnamed ? html`<p id="names-later" class="hint">${words.namesLater}</p>` : nothing}`;
  }

  #play(store: RoomStore): void {
    if (this.#sound.state === 'playing') this.#sound.stop();
    else void this.#sound.play(deviceChoices(store, 'audiooutput').deviceId);
  }
}

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
