import { atom, computed } from 'nanostores';
import type { MeetError } from '../errors.js';
import type { Facing } from '../media/facing.js';
import type { Transfer } from '../files/transfer.js';
import { NO_SAFETY, type Safety } from '../trust/state.js';
import type { Stalled } from '../protocol/peer-state.js';
import { USUAL_MIRROR } from './mirror.js';
import {
  CONTROLS,
  type Asked,
  type ControlName,
  type House,
  type Knock,
  type Layout,
  type LeaveReason,
  type MeetingState,
  type Message,
  type OlderApps,
  type Peer,
  type PeerStats,
  type Reaction,
  type Saving,
  type Self,
} from './types.js';

/** The one quiet line over the stage: what a person should know while the call goes on. */
export type Notice =
  /** `and`: what failed of the other device at the same time. */
  | { readonly kind: 'error'; readonly error: MeetError; readonly and?: MeetError | undefined }
  /** Signing in is held back by the server until `until` (ms of `performance.now()`). */
  | { readonly kind: 'waiting'; readonly until: number }
  /** The server cannot be reached just now; media goes on. */
  | { readonly kind: 'reconnecting' };

export const NOBODY: readonly never[] = [];

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
  /** Our devices that are open and on and give nothing: digital silence, no frames. */
  const $stalled = atom<Stalled | undefined>();
  /** How to begin: chosen in the lobby or by attribute. */
  const $microphoneOff = atom(false);
  const $cameraOff = atom(false);
  /** Our own microphone and camera, for the preview and the self view. Replaced when a track comes or goes. */
  const $selfStream = atom<MediaStream | undefined>();
  /** The side of a phone that our camera is on, as far as the browser tells; of the last one while none is open. */
  const $facing = atom<Facing | undefined>();
  /** Whether there is another camera to flip to. */
  const $canFlip = atom(false);
  const $mirror = atom(USUAL_MIRROR);
  /** Whether we see ourselves as in a mirror now; the others never do. */
  const $mirrored = computed([$mirror, $facing], ({ front, back }, facing) =>
    facing === 'environment' ? back : front,
  );
  /** The browser wants a gesture before it plays sound. */
  const $audioBlocked = atom(false);
  /** Whether a TURN server is there to go through where no direct path is. */
  const $hasTurn = atom(false);
  /** Whether our screen is shared, in truth, and what of it the self view shows. */
  const $screen = atom(false);
  const $selfScreenStream = atom<MediaStream | undefined>();
  /** Ids of the peers with a hand up, in order of raising; our own is `$self`'s id. */
  const $hands = atom<readonly string[]>([]);
  /** Our own voice: whether we speak, and how loud the microphone is, 0…1, some ten times a second while it is on and that is shown. */
  const $speaking = atom(false);
  const $level = atom(0);
  /** Id of the peer who speaks, with hysteresis. */
  const $activeSpeaker = atom<string | undefined>();
  /** As `enumerateDevices()` tells; without names before a permission. */
  const $devices = atom<readonly MediaDeviceInfo[]>([]);
  /** `deviceId` in use, or the one to open next; `undefined`: the browser's choice. */
  const $chosenDevices = atom<Readonly<Partial<Record<MediaDeviceKind, string>>>>({});
  /** Devices in whose place the page gave a track of its own: the browser is asked nothing for them. */
  const $pageTracks = atom<ReadonlySet<'microphone' | 'camera'>>(new Set());
  const $layout = atom<Layout>('auto');
  /** Whose pictures are wanted, and ids of the peers whose pictures do not come for it. */
  const $saving = atom<Saving>('auto');
  const $saved = atom<ReadonlySet<string>>(new Set());
  /** Id of the person on the stage by choice. */
  const $pinned = atom<string | undefined>();
  /** 0…1, for everybody, and by peer's id where it is not 1. */
  const $volume = atom(1);
  const $peerVolumes = atom<ReadonlyMap<string, number>>(new Map());
  /** Those of the last seconds. */
  const $reactions = atom<readonly Reaction[]>([]);
  /** The chat of this call, oldest first. */
  const $messages = atom<readonly Message[]>([]);
  /** Files on their way and those that came or went, oldest first. */
  const $transfers = atom<readonly Transfer[]>([]);
  /** How many messages and files of others nobody has looked at here. */
  const $unread = atom(0);
  /** Ids of the peers who write something just now. */
  const $typing = atom<readonly string[]>([]);
  const $olderApps = atom<OlderApps>('none');
  const $hasChatPassphrase = atom(false);
  const $safety = atom<Safety>(NO_SAFETY);
  /** Whether nothing goes to, and nothing is shown of, who is not verified. */
  const $requiresTrust = atom(false);
  /** Whether we have a passphrase (`passphrase`). */
  const $hasPassphrase = atom(false);
  /** Whether somebody present has one and we have none, and the page does not ask for it itself. */
  const $wantsPassphrase = atom(false);
  /** Figures by peer's id, once a second. */
  const $stats = atom<ReadonlyMap<string, PeerStats>>(new Map());
  /** When the room took us in, ms of `performance.now()`: a clock that jumps makes no call longer. */
  const $joinedAt = atom<number | undefined>();
  /** What "copy link" gives. */
  const $inviteUrl = atom('');
  /** Why the last meeting that was joined ended. */
  const $leaveReason = atom<LeaveReason | undefined>();
  /** What the server says of the room, where it has host tools and has taken us in. */
  const $house = atom<House | undefined>();
  /** While somebody has to let us in: whether somebody is there who can. */
  const $waiting = atom<boolean | undefined>();
  /** Who waits to be let in, as hosts are told. */
  const $knocks = atom<readonly Knock[]>(NOBODY);
  const $asked = atom<Asked | undefined>();
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
    $stalled,
    $microphoneOff,
    $cameraOff,
    $selfStream,
    $facing,
    $canFlip,
    $mirror,
    $mirrored,
    $audioBlocked,
    $hasTurn,
    $screen,
    $selfScreenStream,
    $hands,
    $speaking,
    $level,
    $activeSpeaker,
    $devices,
    $chosenDevices,
    $pageTracks,
    $layout,
    $saving,
    $saved,
    $pinned,
    $volume,
    $peerVolumes,
    $reactions,
    $messages,
    $transfers,
    $unread,
    $typing,
    $olderApps,
    $hasChatPassphrase,
    $safety,
    $requiresTrust,
    $hasPassphrase,
    $wantsPassphrase,
    $stats,
    $joinedAt,
    $inviteUrl,
    $leaveReason,
    $house,
    $waiting,
    $knocks,
    $asked,
    $controls,
    $headcount,
  };
};

export type RoomStore = ReturnType<typeof createRoomStore>;
