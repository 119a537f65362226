export type { SendFileOptions } from '../files/files.js';
export type { Transfer } from '../files/transfer.js';
export type { Message, OlderApps } from '../chat/message.js';
export type { PeerTrust, Refusal, Safety, TrustLevel } from '../trust/state.js';
export type { House, Role } from '../protocol/messages.js';
import type { Role } from '../protocol/messages.js';
import type { PeerTrust } from '../trust/state.js';

/** Where a meeting stands; `waiting`: somebody has to let us in first; `left` and `failed` can go back to `connecting`. */
export type MeetingState = 'idle' | 'lobby' | 'connecting' | 'waiting' | 'joined' | 'reconnecting' | 'left' | 'failed';

/** Who we are: the token's `sub` and `username`. */
export interface Self {
  readonly id: string;
  readonly name: string;
}

/** Somebody else in the room: an immutable snapshot, a new one for every change. */
export interface Peer extends PeerTrust {
  readonly id: string;
  readonly name: string;
  /** On servers with host tools: hosts let people in and put them out, speakers are let in by themselves. */
  readonly role: Role | undefined;
  /** `failed`: there, but no path to it. `lost`: silent for 12 s, its tile is gone. */
  readonly state: 'connecting' | 'connected' | 'reconnecting' | 'failed' | 'lost';
  readonly microphone: boolean;
  readonly camera: boolean;
  readonly screen: boolean;
  readonly speaking: boolean;
  readonly hand: boolean;
  /** What of theirs is on and gives nothing, though it was opened anew: digital silence, no frames. They are told of it too. */
  readonly stalled: 'microphone' | 'camera' | 'both' | undefined;
  readonly quality: 'good' | 'fair' | 'poor' | 'unknown';
  readonly path: 'direct' | 'relay' | 'unknown';
  /** Whether a camera or screen, theirs or ours, is on that the other end can't show: no video format in common. */
  readonly videoRejected: boolean;
  /** Microphone and camera. The same object for the peer's life, empty when there is nothing. */
  readonly stream: MediaStream;
  /** Screen and its sound. The same object for the peer's life, empty when there is nothing. */
  readonly screenStream: MediaStream;
}

/** Figures of one peer's connection, from its last two `RTCStatsReport`s. */
export interface PeerStats {
  readonly id: string;
  /** Seconds. */
  readonly roundTripTime: number | undefined;
  /** 0…1, of what we receive. */
  readonly fractionLost: number | undefined;
  /** Bits per second. */
  readonly bitrateIn: number;
  /** Bits per second. */
  readonly bitrateOut: number;
  readonly path: Peer['path'];
  /** Types of the selected pair's candidates, ours first. */
  readonly candidateTypes: readonly [local: string, remote: string] | undefined;
  /** Of the picture we receive. */
  readonly framesPerSecond: number | undefined;
  readonly frameWidth: number | undefined;
  readonly frameHeight: number | undefined;
  /** Why the picture we send is smaller than it could be. */
  readonly qualityLimitationReason: string | undefined;
}

/**
 * Whom one talks to. `require`: only to those who proved the passphrase, or whom a confirmed code covers; `prefer`: to everybody, and
 * who is not verified is marked so.
 */
export const TRUSTS = ['require', 'prefer'] as const;
export type TrustPolicy = (typeof TRUSTS)[number];

/** Why a meeting that was joined ended. */
export type LeaveReason =
  | 'user'
  | 'removed'
  | 'page-closed'
  | 'room-changed'
  | 'server-changed'
  | 'identity-changed'
  | 'room-full'
  | 'duplicate-identity'
  | 'removed-by-host'
  | 'ended'
  | 'failed';

/** Somebody who waits to be let in, as hosts see them. */
export interface Knock {
  readonly id: string;
  readonly name: string;
  /** Signed in with nothing but a name. */
  readonly guest: boolean;
}

/** What a host asked of us last. */
export interface Asked {
  readonly ask: 'mute' | 'unmute';
  /** The host's name. */
  readonly by: string;
}

/** How the stage is shared out. `auto`: a grid, or a speaker layout while a screen is shown or somebody is pinned. */
export const LAYOUTS = ['auto', 'grid', 'speaker'] as const;
export type Layout = (typeof LAYOUTS)[number];

/**
 * Whose pictures come: `auto`: all, and only the speaker's while the network or the machine can't do more; `off`: all,
 * whatever comes; `video-off`: nobody's.
 */
export const SAVINGS = ['auto', 'off', 'video-off'] as const;
export type Saving = (typeof SAVINGS)[number];

/** One of the words, as HTML reads them: case and white space around say nothing. The first for anything else. */
export const oneOf = <Word extends string>(words: readonly [Word, ...Word[]], value: unknown): Word =>
  words.find((word) => typeof value === 'string' && word === value.trim().toLowerCase()) ?? words[0];

/** A reaction on its way over the stage. */
export interface Reaction {
  /** Unlike any other reaction's. */
  readonly key: number;
  /** The peer's id; `undefined` for our own. */
  readonly from: string | undefined;
  readonly emoji: string;
}

/** What `<pm-controls>` can show. Only what is built stands here. */
export const CONTROLS = [
  'microphone',
  'camera',
  'screen',
  'hand',
  'reactions',
  'chat',
  'files',
  'people',
  'devices',
  'layout',
  'invite',
  'safety',
  'leave',
] as const;
export type ControlName = (typeof CONTROLS)[number];

/** All when nothing is named, else those named that exist: none for `none`. */
export const parseControls = (value: string): ReadonlySet<ControlName> => {
  const names = value.toLowerCase().split(/\s+/u).filter(Boolean);
  return new Set(names.length === 0 ? CONTROLS : CONTROLS.filter((name) => names.includes(name)));
};
