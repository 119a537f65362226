import { MeetError } from '../errors.js';
import type { DeviceKind } from '../media/device-failure.js';
import { setupError } from './admission.js';
import { environmentError } from './environment.js';
import {
  AudioBlockedEvent,
  JoinEvent,
  LeaveEvent,
  MeetErrorEvent,
  PeerChangeEvent,
  PeerEvent,
  StateChangeEvent,
  TokenExpiringEvent,
} from './events.js';
import { Joiner } from './joiner.js';
import { OwnMedia } from './own-media.js';
import { PageLife } from './page-life.js';
import { createRoomStore } from './room-store.js';
import { SETTING_NAMES, type Settings } from './settings.js';
import { SettingsTarget } from './settings-target.js';
import { CONTROLS, type LeaveReason, type MeetingState, type Peer, type PeerStats, type Self } from './types.js';

/** Settings to begin with, and where events go. */
export interface MeetingOptions extends Settings {
  /** Gets the events in place of the meeting itself. */
  target: EventTarget;
}

const aborted = (by: string) => new MeetError('aborted', `overtaken by ${by}`);

/** Settings whose change moves us to another room, and what we say of it. */
const MOVES: Partial<Record<keyof Settings, LeaveReason>> = {
  room: 'room-changed',
  roomPrefix: 'room-changed',
  server: 'server-changed',
};

/**
 * One video meeting: who is in the room, our devices, and the connections between. Everything but the looks.
 * Dispatches the events of `MeetEventMap`.
 */
export class Meeting extends SettingsTarget {
  /** State for elements to read. Only the meeting writes it. */
  readonly store = createRoomStore();
  readonly #target: EventTarget;
  readonly #media: OwnMedia;
  readonly #joiner: Joiner;
  readonly #page = new PageLife(
    () => void this.leave('page-closed'),
    () => this.#joiner.session?.probe(),
  );
  #joining: Promise<void> | undefined;
  #abort: AbortController | undefined;
  #isMoveDue = false;

  constructor(options: Partial<MeetingOptions> = {}) {
    super();
    this.#target = options.target ?? this;
    this.#media = new OwnMedia(this.store, {
      dispatch: this.#dispatch,
      onError: this.#report,
      onTrack: (kind, track) => this.#joiner.session?.mesh.setTrack(kind, track),
      onState: () => this.#joiner.session?.mesh.sayState(),
    });
    this.#joiner = new Joiner(this.settings, this.#media, {
      onJoined: this.#handleJoined,
      onDown: () => {
        if (this.state === 'joined') this.#setState('reconnecting');
      },
      onRelay: (hasTurn) => {
        this.store.$hasTurn.set(hasTurn);
      },
      onEnded: this.#end,
      onError: this.#report,
      onWait: (until) => {
        this.store.$notice.set(until === undefined ? undefined : { kind: 'waiting', until });
      },
      onTokenExpiring: (expiresAt) => {
        this.#dispatch(new TokenExpiringEvent(expiresAt));
      },
      onPeers: (peers) => {
        this.store.$peers.set(peers);
      },
      onJoin: (peer) => {
        this.#dispatch(new PeerEvent('pm-peer-join', peer));
      },
      onLeave: (peer) => {
        this.#dispatch(new PeerEvent('pm-peer-leave', peer));
      },
      onChange: (peer, changed) => {
        this.#dispatch(new PeerChangeEvent(peer, changed));
      },
    });
    for (const name of SETTING_NAMES) if (options[name] !== undefined) Object.assign(this, { [name]: options[name] });
  }

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
    return [...this.store.$peers.get().values()];
  }
  /** Whether our microphone is live and on: the truth. Setting it asks for the device. */
  get microphone(): boolean {
    return this.store.$microphone.get();
  }
  set microphone(on: boolean) {
    void this.toggleMicrophone(on);
  }
  /** Whether our camera is live and on: the truth. Setting it asks for the device. */
  get camera(): boolean {
    return this.store.$camera.get();
  }
  set camera(on: boolean) {
    void this.toggleCamera(on);
  }

  /** Shows the lobby, or what is wrong with how the page set us up. Opens no device. */
  openLobby(): void {
    if (this.#joining || this.#joiner.session) return;
    const error = environmentError() ?? setupError(this.settings);
    if (error) this.#fail(error);
    else {
      this.store.$error.set(undefined);
      this.#setState('lobby');
    }
  }

  /**
   * Joins the room. Resolves once it has taken us in; joining already is the same join.
   * @throws {MeetError} why not; `aborted` when something else overtook it
   */
  join(): Promise<void> {
    if (this.#joiner.session && !this.#joining) return Promise.resolve();
    this.#joining ??= this.#join();
    return this.#joining;
  }

  /** Leaves: resolves when every device is released and every connection closed. Not joined, it releases the devices. */
  leave(reason: LeaveReason = 'user'): Promise<void> {
    const wasJoined = this.state === 'joined' || this.state === 'reconnecting';
    const wasIn = wasJoined || this.#joining !== undefined;
    this.#abort?.abort(aborted('leave()'));
    this.#release();
    if (wasIn) this.#setState('left');
    if (wasJoined) this.#dispatch(new LeaveEvent(reason));
    return Promise.resolve();
  }

  /** Turns the microphone on or off, by default to what it is not; resolves when it is, or could not be. */
  async toggleMicrophone(on = !this.microphone): Promise<void> {
    await this.#toggle('microphone', on);
  }
  /** Turns the camera on or off, by default to what it is not; resolves when it is, or could not be. */
  async toggleCamera(on = !this.camera): Promise<void> {
    await this.#toggle('camera', on);
  }

  /** Plays sound after the browser blocked it; call it in a click or key press. */
  startAudio(): Promise<void> {
    this.store.$audioBlocked.set(false);
    return Promise.resolve();
  }

  /** Figures of each peer's connection, from the last second. */
  getStats(): Promise<PeerStats[]> {
    return this.#joiner.stats();
  }

  /** The browser refused to play a peer's sound. */
  reportAudioBlocked(): void {
    if (this.store.$audioBlocked.get()) return;
    this.store.$audioBlocked.set(true);
    this.#dispatch(new AudioBlockedEvent());
  }

  dismissNotice(): void {
    this.store.$notice.set(undefined);
  }

  /** A mistake in how the page set us up: ends in `failed`, or is only told while a call goes on. */
  refuse(error: MeetError): void {
    if (this.state === 'joined' || this.state === 'reconnecting') this.#report(error);
    else this.#fail(error);
  }

  #fail(error: MeetError): void {
    error.fatal = true;
    this.#release();
    this.store.$error.set(error);
    this.#setState('failed');
    this.#dispatch(new MeetErrorEvent(error));
  }

  protected override handleSetting(name: keyof Settings): void {
    const { settings, store } = this;
    store.$room.set(settings.room.trim());
    store.$displayName.set(settings.displayName);
    store.$asksName.set(settings.token === '' && !settings.tokenProvider);
    store.$controls.set(settings.controls ?? new Set(CONTROLS));
    if (name === 'microphoneOff') this.#media.setOff('microphone', settings.microphoneOff);
    if (name === 'cameraOff') this.#media.setOff('camera', settings.cameraOff);
    if (name === 'microphoneTrack') this.#media.usePageTrack('microphone', settings.microphoneTrack);
    if (name === 'cameraTrack') this.#media.usePageTrack('camera', settings.cameraTrack);
    if (name === 'iceServers' || name === 'iceTransportPolicy') this.#joiner.refreshConfiguration();
    const reason = name === 'token' && this.#joiner.isSomeoneElse() ? 'identity-changed' : MOVES[name];
    if (reason) this.#move(reason);
  }

  /** Several settings that change in one task are one move. */
  #move(reason: LeaveReason): void {
    if (!this.#joining && !this.#joiner.session) return;
    if (this.#isMoveDue) return;
    this.#isMoveDue = true;
    queueMicrotask(() => {
      this.#isMoveDue = false;
      if (!this.#joining && !this.#joiner.session) return;
      void this.leave(reason);
      this.join().catch(() => undefined); // Told as `pm-error` and by the state already.
    });
  }

  async #join(): Promise<void> {
    const abort = new AbortController();
    this.#abort = abort;
    this.store.$error.set(undefined);
    this.store.$notice.set(undefined);
    this.#setState('connecting');
    this.#page.watch();
    try {
      const unable = environmentError();
      if (unable) throw unable;
      await this.#joiner.join(abort.signal);
    } catch (cause) {
      if (abort.signal.aborted) throw abort.signal.reason as MeetError;
      const error = cause instanceof MeetError ? cause : new MeetError('internal', 'join failed', { cause });
      this.#fail(error);
      throw error;
    } finally {
      if (this.#abort === abort) this.#joining = undefined;
    }
  }

  readonly #handleJoined = (self: Self): void => {
    const isFirst = this.state === 'connecting';
    this.store.$self.set(self);
    this.#setState('joined');
    if (isFirst) this.#dispatch(new JoinEvent(self));
  };

  /** The room ended us, in the middle of a call or of joining it. */
  readonly #end = (error: MeetError): void => {
    const wasJoined = this.state === 'joined' || this.state === 'reconnecting';
    if (!wasJoined) this.#abort?.abort(error);
    this.#fail(error);
    if (wasJoined) this.#dispatch(new LeaveEvent(error.code === 'room-full' ? 'room-full' : 'failed'));
  };

  #release(): void {
    this.#page.stop();
    this.#joining = undefined;
    this.#abort = undefined;
    this.#joiner.close();
    this.#media.release();
    this.store.$notice.set(undefined);
    this.store.$audioBlocked.set(false);
  }

  async #toggle(kind: DeviceKind, on: boolean): Promise<void> {
    if (this.state === 'left' || this.state === 'failed') this.#media.setOff(kind, !on);
    else await this.#media.toggle(kind, on);
  }

  #setState(state: MeetingState): void {
    const previous = this.state;
    if (previous === state) return;
    this.store.$state.set(state);
    // What went wrong with a device on the way in stays to be read; what only held for the last state goes.
    if (state === 'reconnecting') this.store.$notice.set({ kind: 'reconnecting' });
    else if (this.store.$notice.get()?.kind !== 'error') this.store.$notice.set(undefined);
    this.#dispatch(new StateChangeEvent(state, previous));
  }

  readonly #report = (error: MeetError): void => {
    this.store.$notice.set({ kind: 'error', error });
    this.#dispatch(new MeetErrorEvent(error));
  };

  readonly #dispatch = (event: Event): void => {
    this.#target.dispatchEvent(event);
  };
}
