import type { MeetError } from '../errors.js';
import { createRoomStore } from './room-store.js';
import { SettingsTarget } from './settings-target.js';
import type { MeetingState, Peer, Self } from './types.js';

/** What a meeting tells of itself, read from its store. */
export abstract class MeetingFacts extends SettingsTarget {
  /** State for elements to read. Only the meeting writes it. */
  readonly store = createRoomStore();
  /** The same list until somebody of it changes: whoever renders compares. */
  #list: readonly Peer[] = [];
  #listed: ReadonlyMap<string, Peer> | undefined;

  get state(): MeetingState {
    return this.store.$state.get();
  }
  /** Why the meeting failed. */
  get error(): MeetError | undefined {
    return this.store.$error.get();
  }
  get self(): Self | undefined {
    return this.store.$self.get();
  }
  /** The others, in order of joining. */
  get peers(): readonly Peer[] {
    const all = this.store.$peers.get();
    if (all !== this.#listed) [this.#listed, this.#list] = [all, Object.freeze([...all.values()])];
    return this.#list;
  }
  /** Who of the others holds the floor. */
  get activeSpeaker(): Peer | undefined {
    const id = this.store.$activeSpeaker.get();
    return id === undefined ? undefined : this.store.$peers.get().get(id);
  }
  /** The machine's devices, once the lobby was shown; without names before a permission. */
  get devices(): readonly MediaDeviceInfo[] {
    return this.store.$devices.get();
  }
  /** Whether the room has taken us in. */
  protected get isIn(): boolean {
    return this.state === 'joined' || this.state === 'reconnecting';
  }
}
