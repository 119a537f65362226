import type { MeetError } from '../errors.js';
import type { HostAskEvent, HouseChangeEvent, KnockEvent } from './house-events.js';
import type { LeaveReason, MeetingState, Message, Peer, Safety, Self, Transfer } from './types.js';

/** What all events of a meeting share: they bubble and cross shadow roots. */
export class MeetEvent extends Event {
  constructor(type: string, init: EventInit = {}) {
    super(type, { bubbles: true, composed: true, ...init });
  }
}

/** A person asked for something; a page may refuse it, or hold it until promises settle. */
export class BeforeEvent extends MeetEvent {
  readonly #promises: Promise<unknown>[] = [];
  constructor(type: 'pm-before-join' | 'pm-before-leave' | 'pm-before-message' | 'pm-before-file') {
    super(type, { cancelable: true });
  }
  /** Holds what was asked for until `promise` settles; a rejection refuses it. */
  waitUntil(promise: Promise<unknown>): void {
    this.#promises.push(promise);
  }
  /** Resolves to whether to go on, once every promise given to `waitUntil` has settled. */
  async settled(): Promise<boolean> {
    const results = await Promise.allSettled(this.#promises);
    return !this.defaultPrevented && results.every(({ status }) => status === 'fulfilled');
  }
}

/** A person wants to send a message. */
export class BeforeMessageEvent extends BeforeEvent {
  constructor(readonly text: string) {
    super('pm-before-message');
  }
}

/** A person wants to send a file. */
export class BeforeFileEvent extends BeforeEvent {
  constructor(
    readonly file: File,
    /** Ids of those whom it goes to; everybody when `undefined`. */
    readonly to?: readonly string[],
  ) {
    super('pm-before-file');
  }
}

/** A person wants to share a screen; a page may refuse it, at once: a wait would outlive the click that the browser wants. */
export class BeforeScreenShareEvent extends MeetEvent {
  constructor() {
    super('pm-before-screen-share', { cancelable: true });
  }
}

/** The room has taken us in. Once a join, not again after `reconnecting`. */
export class JoinEvent extends MeetEvent {
  constructor(readonly self: Self) {
    super('pm-join');
  }
}

/** The meeting is over: every device is released, every connection closed. Only after a `pm-join`. */
export class LeaveEvent extends MeetEvent {
  constructor(readonly reason: LeaveReason) {
    super('pm-leave');
  }
}

/** Somebody came or went. */
export class PeerEvent extends MeetEvent {
  constructor(
    type: 'pm-peer-join' | 'pm-peer-leave',
    readonly peer: Peer,
  ) {
    super(type);
  }
}

/** Something about a peer changed; at most one a frame for each peer. */
export class PeerChangeEvent extends MeetEvent {
  constructor(
    readonly peer: Peer,
    /** Names of the properties of `peer` that changed. */
    readonly changed: readonly string[],
  ) {
    super('pm-peer-change');
  }
}

export class StateChangeEvent extends MeetEvent {
  constructor(
    readonly state: MeetingState,
    readonly previous: MeetingState,
  ) {
    super('pm-state-change');
  }
}

/** Our microphone, camera or screen went on or off, whoever caused it. */
export class DeviceToggleEvent extends MeetEvent {
  constructor(
    type: 'pm-microphone-change' | 'pm-camera-change' | 'pm-screen-change',
    readonly enabled: boolean,
  ) {
    super(type);
  }
}

/** Devices came or went, or got their names after a permission. */
export class DevicesChangeEvent extends MeetEvent {
  constructor(readonly devices: readonly MediaDeviceInfo[]) {
    super('pm-devices-change');
  }
}

/** Somebody else speaks now; `undefined` when nobody has for a while. */
export class ActiveSpeakerChangeEvent extends MeetEvent {
  constructor(readonly peer: Peer | undefined) {
    super('pm-active-speaker-change');
  }
}

/** Somebody sent a reaction. */
export class ReactionEvent extends MeetEvent {
  constructor(
    readonly peer: Peer,
    readonly emoji: string,
  ) {
    super('pm-reaction');
  }
}

/** A message of the chat came, went out of the list, or changed its state. */
export class ChatMessageEvent extends MeetEvent {
  constructor(readonly message: Message) {
    super('pm-message');
  }
}

/** A file came, is offered, or is over (`pm-file`); one is further, at most 4 times a second (`pm-file-progress`). */
export class FileEvent extends MeetEvent {
  constructor(
    type: 'pm-file' | 'pm-file-progress',
    readonly transfer: Transfer,
  ) {
    super(type);
  }
}

/** The page in another browser said something to this one (`sendData`). */
export class DataEvent extends MeetEvent {
  constructor(
    readonly peer: Peer,
    readonly topic: string,
    readonly data: unknown,
  ) {
    super('pm-data');
  }
}

/** The safety code, or whom it covers, is another than before. */
export class SafetyChangeEvent extends MeetEvent {
  constructor(readonly safety: Safety) {
    super('pm-safety-change');
  }
}

/** Somebody present has a passphrase, and we have none; a page that asks for it itself cancels this. */
export class PassphraseNeededEvent extends MeetEvent {
  constructor() {
    super('pm-passphrase-needed', { cancelable: true });
  }
}

/** The token runs out in 5 minutes. */
export class TokenExpiringEvent extends MeetEvent {
  constructor(readonly expiresAt: Date) {
    super('pm-token-expiring');
  }
}

/** The browser wants a gesture before it plays sound: call `startAudio()` in one. */
export class AudioBlockedEvent extends MeetEvent {
  constructor() {
    super('pm-audio-blocked');
  }
}

/** Something went wrong; the element shows it too. */
export class MeetErrorEvent extends MeetEvent {
  constructor(readonly error: MeetError) {
    super('pm-error');
  }
}

export interface MeetEventMap {
  'pm-before-join': BeforeEvent;
  'pm-before-leave': BeforeEvent;
  'pm-before-message': BeforeMessageEvent;
  'pm-before-file': BeforeFileEvent;
  'pm-before-screen-share': BeforeScreenShareEvent;
  'pm-join': JoinEvent;
  'pm-leave': LeaveEvent;
  'pm-peer-join': PeerEvent;
  'pm-peer-leave': PeerEvent;
  'pm-peer-change': PeerChangeEvent;
  'pm-state-change': StateChangeEvent;
  'pm-microphone-change': DeviceToggleEvent;
  'pm-camera-change': DeviceToggleEvent;
  'pm-screen-change': DeviceToggleEvent;
  'pm-devices-change': DevicesChangeEvent;
  'pm-active-speaker-change': ActiveSpeakerChangeEvent;
  'pm-reaction': ReactionEvent;
  'pm-message': ChatMessageEvent;
  'pm-file': FileEvent;
  'pm-file-progress': FileEvent;
  'pm-data': DataEvent;
  'pm-knock': KnockEvent;
  'pm-house-change': HouseChangeEvent;
  'pm-host-ask': HostAskEvent;
  'pm-safety-change': SafetyChangeEvent;
  'pm-passphrase-needed': PassphraseNeededEvent;
  'pm-token-expiring': TokenExpiringEvent;
  'pm-audio-blocked': AudioBlockedEvent;
  'pm-error': MeetErrorEvent;
}

/* eslint-disable @typescript-eslint/no-empty-object-type -- an interface can only be added to by another */
declare global {
  // Events bubble up to the window, so whoever listens on the way knows them. HTMLElementEventMap, the document's and the
  // window's all extend the first.
  interface GlobalEventHandlersEventMap extends MeetEventMap {}
  interface ShadowRootEventMap extends MeetEventMap {}
}
