import { atom, computed } from 'nanostores';
import type { MeetError } from '../errors.js';
import { CONTROLS, type ControlName, type MeetingState, type Peer, type Self } from './types.js';

/** The one quiet line over the stage: what a person should know while the call goes on. */
export type Notice =
  | { readonly kind: 'error'; readonly error: MeetError }
  /** Signing in is held back by the server until `until` (ms since the epoch). */
  | { readonly kind: 'waiting'; readonly until: number }
  /** The server cannot be reached just now; media goes on. */
  | { readonly kind: 'reconnecting' };

/** One store per meeting, so two can share a page. `room/meeting` alone writes it; elements read. */
export const createRoomStore = () => {
  const $state = atom<MeetingState>('idle');
  /** Why the meeting failed; `undefined` in every state but `failed`, and for a setup mistake (`idle`, `lobby`). */
  const $error = atom<MeetError | undefined>();
  const $notice = atom<Notice | undefined>();
  /** Room id as the page wrote it, without the deployment's prefix. */
  const $room = atom('');
  const $self = atom<Self | undefined>();
  /** Name to prefill the lobby with. */
  const $displayName = atom('');
  /** Whether joining signs in as a guest, so that a name is wanted. */
  const $asksName = atom(true);
  /** A Map: ids come from others, and order is theirs of joining. */
  const $peers = atom<ReadonlyMap<string, Peer>>(new Map());
  /** What the devices do now, never what was asked for. */
  const $microphone = atom(false);
  const $camera = atom(false);
  /** How to begin: chosen in the lobby or by attribute. */
  const $microphoneOff = atom(false);
  const $cameraOff = atom(false);
  /** Our own microphone and camera, for the preview and the self view. Replaced when a track comes or goes. */
  const $selfStream = atom<MediaStream | undefined>();
  /** The browser wants a gesture before it plays sound. */
  const $audioBlocked = atom(false);
  /** Whether a TURN server is there to go through where no direct path is. */
  const $hasTurn = atom(false);
  const $controls = atom<ReadonlySet<ControlName>>(new Set(CONTROLS));
  const $headcount = computed($peers, (all) => all.size + 1);
  return {
    $state,
    $error,
    $notice,
    $room,
    $self,
    $displayName,
    $asksName,
    $peers,
    $microphone,
    $camera,
    $microphoneOff,
    $cameraOff,
    $selfStream,
    $audioBlocked,
    $hasTurn,
    $controls,
    $headcount,
  };
};

export type RoomStore = ReturnType<typeof createRoomStore>;
