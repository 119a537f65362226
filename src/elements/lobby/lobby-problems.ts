import type { MeetError } from '../../errors.js';
import type { FirstStrings } from '../../locales/first/en.js';
import type { ErrorWords } from '../../locales/say.js';
import type { RoomStore } from '../../room/room-store.js';
import { isInCall, type DeviceName } from '../shared/device-toggle.js';
import { errorText } from '../shared/error-text.js';
import { $lobbyParts } from './late-lobby.js';

export const DEVICES = ['microphone', 'camera'] as const satisfies readonly DeviceName[];

const isOn = (store: RoomStore, device: DeviceName): boolean =>
  (device === 'camera' ? store.$camera : store.$microphone).get();
const isUnwanted = (store: RoomStore, device: DeviceName): boolean =>
  (device === 'camera' ? store.$cameraOff : store.$microphoneOff).get();

/** What went wrong with each device before the call: the notice of one would push that of the other away. */
export class LobbyProblems {
  readonly #all = new Map<DeviceName, MeetError>();
  readonly #wasOn = new Set<DeviceName>();
  readonly #denied = new Map<DeviceName, MeetError>();
  /** Devices that are on or not wanted: a stored refusal is of no matter to them. */
  readonly #moot = new Set<DeviceName>();
  #last: MeetError | undefined;

  /** Looks at a changed store; whether it took a notice over, which need not be shown anywhere else then. */
  look(store: RoomStore): boolean {
    for (const device of DEVICES) this.#settle(store, device);
    if (isInCall(store)) {
      if (store.$state.get() !== 'connecting') this.#all.clear();
      return false;
    }
    const notice = store.$notice.get();
    const error = notice?.kind === 'error' ? notice.error : undefined;
    const isNew = error !== this.#last;
    this.#last = error;
    if (!error?.device || !isNew) return false;
    this.#all.set(error.device, error);
    const and = notice?.kind === 'error' ? notice.and : undefined;
    if (and?.device) this.#all.set(and.device, and);
    return true;
  }

  of(device: DeviceName): MeetError | undefined {
    return this.#all.get(device) ?? (this.#moot.has(device) ? undefined : this.#denied.get(device));
  }

  /** The browser's stored refusal of a device, or that there is none: known before anything is asked for. */
  know(device: DeviceName, denied: MeetError | undefined): void {
    if (denied) this.#denied.set(device, denied);
    else this.#denied.delete(device);
  }

  /** The devices that one would join without. */
  missing(store: RoomStore): DeviceName[] {
    return DEVICES.filter((device) => this.of(device) && !isOn(store, device));
  }

  /** It is tried again: what was wrong before says nothing any more. */
  forget(): void {
    this.#all.clear();
  }

  #settle(store: RoomStore, device: DeviceName): void {
    const on = isOn(store, device);
    const { code, kept } = this.#all.get(device) ?? {};
    const gives = kept && code === 'device-lost' && ![device, 'both'].includes(store.$stalled.get() ?? '');
    if (isUnwanted(store, device) || (on && !this.#wasOn.has(device)) || gives) this.#all.delete(device);
    if (on || isUnwanted(store, device) || store.$pageTracks.get().has(device)) this.#moot.add(device);
    else this.#moot.delete(device);
    if (on) this.#wasOn.add(device);
    else this.#wasOn.delete(device);
  }
}

/** Whether asking again could end otherwise; there is nothing to ask for while what was in use goes on. */
export const canAskAgain = (error: MeetError): boolean => error.by !== 'policy' && !error.kept;

/** Whether words about it are of use that say where this browser or system takes it back. */
export const isRefused = (error: MeetError): boolean => error.code === 'permission-denied' && error.by !== 'policy';

/** What went wrong with a device, and what to do about it: in this browser, as soon as those words are there. */
export const problemText = (error: MeetError, words: FirstStrings): ErrorWords => {
  const text = errorText(error, words);
  const parts = isRefused(error) ? $lobbyParts.get() : undefined;
  return parts ? { ...text, hint: parts.permissionHint(error, words) } : text;
};
