import { MeetError } from '../errors.js';
import type { Mesh } from '../mesh/mesh.js';
import type { LineKind } from '../protocol/extensions.js';
import { setupError } from './admission.js';
import { endReason, MOVES } from './endings.js';
import { environmentError } from './environment.js';
import {
  JoinEvent,
  LeaveEvent,
  MeetErrorEvent,
  PeerChangeEvent,
  PeerEvent,
  StateChangeEvent,
  TokenExpiringEvent,
} from './events.js';
import { inviteUrl } from './invite-url.js';
import { Joiner } from './joiner.js';
import { $callParts } from './late-call.js';
import { loadLater } from './load-later.js';
import { MeetingControls } from './meeting-controls.js';
import { isOfLine, isPlain } from './line-errors.js';
import { PageLife } from './page-life.js';
import { SETTING_NAMES, type Settings } from './settings.js';
import type { TrustDesk } from './trust-desk.js';
import type { LeaveReason, MeetingState, PeerStats, Self } from './types.js';
import { LAYOUTS, oneOf, parseControls, SAVINGS } from './types.js';

/** Settings to begin with, and where events go. */
export interface MeetingOptions extends Settings {
  /** Gets the events in place of the meeting itself. */
  target: EventTarget;
}

/**
 * One video meeting: who is in the room, our devices, and the connections between. Everything but the looks.
 * Dispatches the events of `MeetEventMap`.
 */
export class Meeting extends MeetingControls {
  readonly #joiner: Joiner;
  readonly #page = new PageLife({
    onHide: () => void this.leave('page-closed'),
    onReturn: () => {
      this.openLobby();
    },
    onWake: () => this.#joiner.session?.probe(),
  });
  #joining: Promise<void> | undefined;
  #abort: AbortController | undefined;
  #isMoveDue = false;

  constructor(options: Partial<MeetingOptions> = {}) {
    super(options.target);
    this.#joiner = new Joiner(this.settings, this.media, {
      ...this.trustHandlers,
      onJoined: this.#handleJoined,
      onHouse: (house) => this.store.$house.set(house),
      onWaiting: (host) => {
        this.store.$waiting.set(host);
        if (this.state === 'connecting') this.#setState('waiting');
      },
      onDown: () => {
        if (this.state === 'joined') this.#setState('reconnecting');
      },
      onRelay: (hasTurn) => this.store.$hasTurn.set(hasTurn),
      onEnded: this.#end,
      onError: (error) => {
        if (this.state === 'reconnecting' && isPlain(error)) this.dispatch(new MeetErrorEvent(error));
        else this.report(error);
      },
      onWait: (until) => {
        const rest = this.state === 'reconnecting' ? ({ kind: 'reconnecting' } as const) : undefined;
        this.store.$notice.set(until === undefined ? rest : { kind: 'waiting', until });
      },
      shown: (id) => this.later.of(id),
      onStrain: (level) => this.later.handleStrain(level),
      onCareNeeded: () => this.later.ask(),
      onChat: (message) => this.later.hear(message),
      onTokenExpiring: (expiresAt) => this.dispatch(new TokenExpiringEvent(expiresAt)),
      onPeers: (peers) => {
        this.store.$peers.set(peers);
        if (this.isIn) this.later.follow(peers);
        this.hands.follow(peers, (id) => this.mesh?.link(id)?.handAge);
      },
      onJoin: (peer) => this.dispatch(new PeerEvent('pm-peer-join', peer)),
      onLeave: (peer) => {
        this.stage.forget(peer.id);
        this.later.forget(peer.id);
        this.dispatch(new PeerEvent('pm-peer-leave', peer));
      },
      onChange: (peer, changed) => {
        this.dispatch(new PeerChangeEvent(peer, changed));
      },
    });
    for (const name of SETTING_NAMES) if (options[name] !== undefined) Object.assign(this, { [name]: options[name] });
  }

  /** Shows the lobby, or what is wrong with how the page set us up. Opens no device. */
  openLobby(): void {
    if (this.#joining || this.#joiner.session) return;
    const error = environmentError() ?? setupError(this.settings);
    if (error) this.#fail(error);
    else {
      this.store.$error.set(undefined);
      this.#joiner.door.renew();
      this.media.devices.watch();
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

  /**
   * Makes ready for a join that is likely; call it at a gesture. Signs in (a guest by `name`, and not without one), fetches the ICE
   * servers and opens the socket; nobody in the room learns of it. Given back after 5 minutes without another call, when the page is
   * hidden or what it was made for changes. Fails without a word: the join tells.
   */
  prepare(name = this.settings.displayName): void {
    if (this.#joining || this.#joiner.session || environmentError()) return;
    if (name !== '' || !this.store.$asksName.get()) this.#joiner.door.approach(name);
    this.later.rest(); // there when the call begins, whatever becomes of the page's server meanwhile
  }

  /** Leaves: resolves when every device is released and every connection closed. Not joined, it releases the devices. */
  leave(reason: LeaveReason = 'user'): Promise<void> {
    const wasJoined = this.isIn;
    const wasIn = wasJoined || this.#joining !== undefined;
    this.#abort?.abort(new MeetError('aborted', 'overtaken by leave()'));
    this.#release();
    if (wasJoined) this.store.$leaveReason.set(reason);
    if (wasIn) this.#setState('left');
    if (wasJoined) this.dispatch(new LeaveEvent(reason));
    return Promise.resolve();
  }

  protected override handleTrack(kind: LineKind, track: MediaStreamTrack | null): void {
    super.handleTrack(kind, track);
    if (track) this.#joiner.door.handleDevice();
  }

  protected override get mesh(): Mesh | undefined {
    return this.#joiner.session?.mesh;
  }
  protected override get trustDesk(): TrustDesk | undefined {
    return this.#joiner.session?.trust;
  }
  protected override say(frame: string): void {
    this.#joiner.session?.sayChat(frame);
  }
  protected override get isOver(): boolean {
    return this.state === 'left' || this.state === 'failed';
  }

  /** Figures of each peer's connection, from the last second. */
  async getStats(): Promise<PeerStats[]> {
    if (this.isIn && !$callParts.get()) await loadLater().catch(() => undefined); // it was told: there are no figures without
    return this.#joiner.stats();
  }

  #fail(error: MeetError): void {
    error.fatal = true;
    this.#release();
    this.store.$error.set(error);
    this.#setState('failed');
    this.dispatch(new MeetErrorEvent(error));
  }

  protected override handleSetting(name: keyof Settings): void {
    const { settings, store } = this;
    store.$room.set(settings.room.trim());
    store.$displayName.set(settings.displayName);
    store.$asksName.set(settings.token === '' && !settings.tokenProvider);
    store.$controls.set(parseControls(settings.controls));
    store.$hasChatPassphrase.set(settings.chatPassphrase !== '');
    if (name === 'chatPassphrase') this.later.setPassphrase();
    this.followTrust(name);
    store.$layout.set(oneOf(LAYOUTS, settings.layout));
    store.$saving.set(oneOf(SAVINGS, settings.saving));
    store.$inviteUrl.set(inviteUrl(settings.inviteUrl));
    if (name === 'volume') this.stage.setVolume(settings.volume);
    if (name === 'remember') this.handleRemember();
    if (name === 'microphoneOff') this.media.setOff('microphone', settings.microphoneOff);
    if (name === 'cameraOff') this.media.setOff('camera', settings.cameraOff);
    if (name === 'microphoneTrack') this.media.usePageTrack('microphone', settings.microphoneTrack);
    if (name === 'cameraTrack') this.media.usePageTrack('camera', settings.cameraTrack);
    if (name === 'iceServers' || name === 'iceTransportPolicy') this.#joiner.refreshConfiguration();
    // While the line is down: with another token it may come up at once.
    if ((name === 'token' || name === 'tokenProvider') && this.state === 'reconnecting') this.#joiner.session?.probe();
    this.#joiner.door.check();
    const reason = name === 'token' && this.#joiner.isSomeoneElse() ? 'identity-changed' : MOVES[name];
    if (reason) this.#move(reason);
  }

  /** Several settings that change in one task are one move. */
  #move(reason: LeaveReason): void {
    if (this.#isMoveDue || (!this.#joining && !this.#joiner.session)) return;
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
    this.store.$leaveReason.set(undefined);
    this.remind();
    this.#setState('connecting');
    this.#page.watch();
    try {
      const unable = environmentError();
      if (unable) throw unable;
      await this.requirePassphrase();
      await Promise.all([this.#joiner.join(abort.signal), this.requireCurve()]);
    } catch (cause) {
      if (abort.signal.aborted) throw abort.signal.reason as MeetError;
      const error = cause instanceof MeetError ? cause : new MeetError('internal', 'join failed', { cause });
      abort.abort(error);
      this.#fail(error);
      throw error;
    } finally {
      if (this.#abort === abort) this.#joining = undefined;
    }
  }

  readonly #handleJoined = (self: Self): void => {
    const isFirst = !this.isIn;
    this.store.$waiting.set(undefined);
    this.store.$self.set(self);
    this.#listen();
    if (isFirst) this.#begin();
    this.#setState('joined');
    if (isFirst) this.dispatch(new JoinEvent(self));
  };

  #listen(): void {
    const { mesh, later } = this;
    if (!mesh) return;
    mesh.onReaction = (id, emoji) => later.receive(id, emoji);
    mesh.onChannel = (id, channel) => later.take(id, channel);
  }

  #begin(): void {
    this.store.$joinedAt.set(performance.now());
    this.later.begin();
  }

  /** The room ended us, in the middle of a call or of joining it. */
  readonly #end = (error: MeetError): void => {
    const wasJoined = this.isIn;
    if (wasJoined && error.reason === 'ended') return void this.leave('ended');
    if (!wasJoined) this.#abort?.abort(error);
    const reason = endReason(error);
    if (wasJoined) this.store.$leaveReason.set(reason);
    this.#fail(error);
    if (wasJoined) this.dispatch(new LeaveEvent(reason));
  };

  #release(): void {
    this.#page.stop();
    this.#joining = undefined;
    this.#abort = undefined;
    this.hands.clear();
    this.#joiner.close();
    this.later.end(); // after its last word of peers
    this.media.release();
    this.stage.clear();
    this.clearTrust();
    this.store.$joinedAt.set(undefined);
    this.store.$house.set(undefined);
    this.store.$waiting.set(undefined);
    this.store.$notice.set(undefined);
    this.store.$audioBlocked.set(false);
  }

  #setState(state: MeetingState): void {
    const previous = this.state;
    if (previous === state) return;
    this.store.$state.set(state);
    // What went wrong with a device on the way in stays to be read; what only held for the last state goes.
    const notice = this.store.$notice.get();
    if (state === 'reconnecting') this.store.$notice.set({ kind: 'reconnecting' });
    else if (notice?.kind !== 'error' || (previous === 'reconnecting' && isOfLine(notice.error))) {
      this.store.$notice.set(undefined);
    }
    this.dispatch(new StateChangeEvent(state, previous));
  }
}
