import type { RoomStore } from '../../room/room-store.js';
import type { Peer, PeerStats } from '../../room/types.js';
import { VERSION } from './version.js';

const CANDIDATE_TYPES: ReadonlySet<string> = new Set(['host', 'srflx', 'prflx', 'relay']);
const LIMITS: ReadonlySet<string> = new Set(['none', 'cpu', 'bandwidth', 'other']);

/** What is known, or that it is something else: nothing that was not expected gets into a report. */
const known = (all: ReadonlySet<string>, value: string | undefined): string | undefined =>
  value === undefined || all.has(value) ? value : 'unexpected';

/** To three digits after the point, so that the report is read rather than counted. */
const rounded = (value: number | undefined): number | undefined =>
  value === undefined ? undefined : Math.round(value * 1000) / 1000;

/**
 * A meeting as JSON for whoever must find out what is wrong with it. Holds nobody's name or id, no room, address, URL,
 * device label or secret, nor any free text that could have one in it (an error is its code alone).
 */
export const diagnostics = (store: RoomStore, now = Date.now(), sinceLoad = performance.now()): string => {
  const notice = store.$notice.get();
  const joinedAt = store.$joinedAt.get();
  const peers = [...store.$peers.get().values()];
  return JSON.stringify(
    {
      'private-meet': VERSION,
      at: new Date(now).toISOString(),
      browser: navigator.userAgent,
      online: navigator.onLine,
      state: store.$state.get(),
      secondsInCall: joinedAt === undefined ? undefined : Math.round((sinceLoad - joinedAt) / 1000),
      error: store.$error.get()?.code,
      notice: notice?.kind === 'error' ? notice.error.code : notice?.kind,
      leaveReason: store.$leaveReason.get(),
      turn: store.$hasTurn.get(),
      layout: store.$layout.get(),
      self: {
        microphone: store.$microphone.get(),
        camera: store.$camera.get(),
        screen: store.$screen.get(),
        soundBlocked: store.$audioBlocked.get(),
      },
      devices: counted(store.$devices.get().map(({ kind }) => kind)),
      peers: peers.map((peer) => peerReport(peer, store.$stats.get().get(peer.id))),
    },
    undefined,
    2,
  );
};

const peerReport = (peer: Peer, stats: PeerStats | undefined) => ({
  state: peer.state,
  microphone: peer.microphone,
  camera: peer.camera,
  screen: peer.screen,
  quality: peer.quality,
  path: peer.path,
  candidateTypes: stats?.candidateTypes?.map((type) => known(CANDIDATE_TYPES, type)),
  roundTripTime: rounded(stats?.roundTripTime),
  fractionLost: rounded(stats?.fractionLost),
  bitrateIn: stats && Math.round(stats.bitrateIn),
  bitrateOut: stats && Math.round(stats.bitrateOut),
  framesPerSecond: rounded(stats?.framesPerSecond),
  frameWidth: stats?.frameWidth,
  frameHeight: stats?.frameHeight,
  qualityLimitationReason: known(LIMITS, stats?.qualityLimitationReason),
});

const counted = (kinds: readonly MediaDeviceKind[]): Partial<Record<MediaDeviceKind, number>> => {
  const counts: Partial<Record<MediaDeviceKind, number>> = {};
  for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
};
