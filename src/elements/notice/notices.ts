import type { Notice, RoomStore } from '../../room/room-store.js';
import { isInCall } from '../shared/device-toggle.js';
import type { DeviceWatch, FoundDevice } from '../devices/device-watch.js';
import type { HostLine } from './late-host-lines.js';
import { $deviceWatch } from '../devices/late-device-watch.js';

/** What the line over the stage can say. */
export type Line =
  | Notice
  | HostLine
  | { readonly kind: 'offline'; readonly connected: number; readonly others: number }
  | { readonly kind: 'sharing' }
  | { readonly kind: 'missing' }
  /** Only the speaker's picture comes, by itself. */
  | { readonly kind: 'saving' }
  | { readonly kind: 'device'; readonly device: FoundDevice };

type Source = 'meeting' | 'offline' | 'sharing' | 'saving' | 'device' | 'host' | 'missing';

/** What is to be known just now, the newest of it first: when that is over, what was there before shows again. */
export class Notices {
  #devices: DeviceWatch | undefined;
  /** What stood at the last look, in the order of its coming. */
  #standing: readonly { readonly source: Source; readonly cause: unknown }[] = [];
  #lines = new Map<Source, Line>();

  /** The one to show. */
  get line(): Line | undefined {
    const newest = this.#standing.at(-1);
    return newest && this.#lines.get(newest.source);
  }

  look(store: RoomStore, isOnline: boolean, isMissing = false, hosts?: HostLine): void {
    const [microphone] = store.$selfStream.get()?.getAudioTracks() ?? [];
    this.#devices ??= $deviceWatch.get()?.();
    this.#devices?.look(store.$devices.get(), store.$chosenDevices.get(), microphone?.label);
    const causes = this.#causes(store, isOnline, isMissing, hosts);
    const kept = this.#standing.filter(({ source, cause }) => causes.get(source) === cause);
    const came = [...causes].filter(([source]) => !kept.some((each) => each.source === source));
    this.#standing = [...kept, ...came.map(([source, cause]) => ({ source, cause }))];
  }

  /** Puts a found device away. */
  settleDevice(): void {
    this.#devices?.settle();
  }

  /** What each source says now, and why: another why is news. */
  #causes(store: RoomStore, isOnline: boolean, isMissing: boolean, hosts?: HostLine): Map<Source, unknown> {
    const causes = new Map<Source, unknown>();
    const put = (source: Source, line: Line, cause: unknown = true): void => {
      this.#lines.set(source, line);
      causes.set(source, cause);
    };
    const inCall = isInCall(store);
    const device = this.#devices?.found;
    const notice = store.$notice.get();
    const isOffline = inCall && !isOnline;
    if (inCall && store.$screen.get()) put('sharing', { kind: 'sharing' });
    if (inCall && device) put('device', { kind: 'device', device }, device);
    if (inCall && hosts) put('host', hosts, hosts);
    if (inCall && isMissing) put('missing', { kind: 'missing' });
    const savesByItself = store.$saving.get() === 'auto' && store.$saved.get().size > 0;
    if (inCall && savesByItself) put('saving', { kind: 'saving' });
    // Of the two that come to the same, the one that says what to look at.
    if (notice && !(isOffline && notice.kind === 'reconnecting')) put('meeting', notice, notice);
    if (isOffline) put('offline', { kind: 'offline', ...company(store) });
    return causes;
  }
}

const company = ({ $peers }: RoomStore): { connected: number; others: number } => {
  const there = [...$peers.get().values()].filter(({ state }) => state !== 'lost');
  return { connected: there.filter(({ state }) => state === 'connected').length, others: there.length };
};
