import { MeetError } from '../errors.js';
import type { Flow } from '../mesh/stats.js';
import type { Shown } from '../protocol/shown.js';
import { type Identity, readToken, timeLeft } from '../signaling/identity.js';
import { WebSocketChannel } from '../signaling/websocket-channel.js';
import { type Admission, Admissions } from './admission.js';
import { Bearer, isTokenRefused } from './bearer.js';
import { type AtDoor, Door } from './door.js';
import { IceConfiguration } from './ice-configuration.js';
import { OwnPlace } from './identity-lock.js';
import type { OwnMedia } from './own-media.js';
import type { PeerBookHandlers } from './peer-book.js';
import { Session } from './session.js';
import type { SessionOptions } from './session-options.js';
import type { Settings } from './settings.js';
import { NO_SAFETY } from '../trust/state.js';
import { ExpiryWatch } from './token-watch.js';
import type { TrustHandlers } from './trust-desk.js';
import type { PeerStats, Self } from './types.js';

type ToldOn = Pick<SessionOptions, 'onChat' | 'onHouse' | 'onWaiting'>;

export interface JoinerHandlers extends PeerBookHandlers, TrustHandlers, ToldOn {
  /** The room has taken us in: the first time, or again. */
  readonly onJoined: (self: Self) => void;
  readonly onDown: () => void;
  /** Whether connections made from now on can go through a TURN server. */
  readonly onRelay: (hasTurn: boolean) => void;
  readonly onEnded: (error: MeetError) => void;
  readonly onError: (error: MeetError) => void;
  readonly onWait: (until: number | undefined) => void;
  readonly onCareNeeded: () => void;
  readonly shown: (id: string) => Shown | undefined;
  readonly onStrain: (level: number) => void;
  readonly onTokenExpiring: (expiresAt: Date) => void;
}

/** What a page learns of it. */
const figuresOf = ({ quality: _, isReceiving: __, availableOutgoingBitrate: ___, work: ____, ...figures }: Flow) =>
  figures;

/** Takes us into the room: identity, ICE servers and devices side by side, then the session that holds them together. */
export class Joiner {
  /** What is ready before the person joins. */
  readonly door: Door;
  session: Session | undefined;
  #self: Self | undefined;
  readonly #admissions: Admissions;
  readonly #tokens: ExpiryWatch;
  readonly #ice: IceConfiguration;
  readonly #bearer: Bearer;
  readonly #place = new OwnPlace();

  constructor(
    private readonly settings: Settings,
    private readonly media: OwnMedia,
    private readonly handlers: JoinerHandlers,
  ) {
    this.door = new Door(settings, (name, signal) => this.#approach(name, signal));
    this.#admissions = new Admissions(settings, handlers.onWait);
    const own = { session: () => this.session, token: () => this.#admissions.newest(this.#bearer.token) };
    this.#ice = new IceConfiguration(settings, { ...handlers, ...own });
    this.#tokens = new ExpiryWatch((expiresAt) => {
      handlers.onTokenExpiring(expiresAt);
      void this.#renewToken();
    });
    this.#bearer = new Bearer(this.#admissions, this.#place, this.#tokens, handlers.onEnded);
  }

  /** Resolves once the room has taken us in. @throws {MeetError} why not, or the signal's reason */
  async join(signal: AbortSignal): Promise<void> {
    // Nothing waits for the camera: its tracks go onto connections that may be up by then.
    const devices = this.media.begin();
    try {
      await this.#enter(devices, signal);
    } catch (error) {
      signal.throwIfAborted();
      // A guest's token of an earlier join, which the server no longer takes: be another guest.
      if (!isTokenRefused(error) || !this.#admissions.refuse('join')) throw error;
      this.close();
      await this.#enter(devices, signal);
    }
  }

  /** What fails calls off all that it was to go with: a lock that is taken later would be held for nobody. */
  async #enter(devices: Promise<void>, outer: AbortSignal): Promise<void> {
    const failure = new AbortController();
    try {
      await this.#attempt(devices, AbortSignal.any([outer, failure.signal]));
    } catch (error) {
      failure.abort(error);
      throw error;
    }
  }

  async #attempt(devices: Promise<void>, signal: AbortSignal): Promise<void> {
    void devices.then(() => {
      this.session?.mesh.unhideSpare();
    });
    if (!(await this.#enterFromDoor(signal))) await this.#enterFromAfar(signal);
  }

  async #enterFromAfar(signal: AbortSignal): Promise<void> {
    const entry = this.#admissions.admit('join', signal);
    const resolve = () => this.#ice.first(entry, signal, this.handlers.onError);
    const { changes } = this.#ice;
    const [admission, first] = await Promise.all([entry, resolve()]);
    const configuration = changes === this.#ice.changes ? first : await resolve();
    signal.throwIfAborted();
    const { identity } = admission;
    const session = this.#make(admission);
    this.#begin(session, identity, configuration);
    const isIn = this.#takenIn(session, signal);
    // The place is asked for while the socket opens: only the room has to wait for it.
    const enter = async () => {
      await Promise.all([this.#place.take(admission, identity, signal), session.certificate.isSettled]);
      session.enter();
    };
    // While the socket opens, not before it is asked to.
    void session.certificate.isSettled.then(() => {
      if (this.session === session) session.mesh.warm();
    });
    await Promise.all([session.connect(signal), enter(), isIn]);
  }

  /** Whether the room took us in from where we waited; where not, the long way tells why. */
  async #enterFromDoor(signal: AbortSignal): Promise<boolean> {
    const { changes } = this.#ice;
    const there = await this.door.take(signal);
    if (!there) return false;
    const { admission, configuration, session } = there;
    void session.mesh.offerSoon(); // rides on our hello
    try {
      const identity = await this.#admissions.confirm(admission, signal);
      const isUs = identity.id === admission.identity.id;
      if (isUs) await this.#place.take(admission, identity, signal);
      if (!isUs || changes !== this.#ice.changes) {
        session.close();
        this.#place.leave();
        return false;
      }
      this.#begin(session, identity, configuration);
    } catch (error) {
      session.close();
      throw error;
    }
    const isIn = this.#takenIn(session, signal).then(() => true);
    const isSilent = new Promise<false>((resolve) => {
      session.enter(() => {
        resolve(false);
      });
    });
    if (await Promise.race([isIn, isSilent])) return true;
    this.close(); // The line died while we waited.
    return false;
  }

  /** Where a join goes on: signed in, the socket open, the ICE servers there. */
  async #approach(name: string, signal: AbortSignal): Promise<AtDoor> {
    const entry = this.#admissions.admit('lobby', signal, name);
    const [admission, configuration] = await Promise.all([entry, this.#ice.first(entry, signal)]);
    signal.throwIfAborted();
    this.#ice.prefer(configuration);
    const session = this.#make(admission);
    signal.addEventListener('abort', () => {
      session.close();
    });
    await session.connect(signal);
    signal.throwIfAborted();
    session.mesh.stand();
    return { admission, configuration, session };
  }

  #begin(session: Session, identity: Identity, configuration: RTCConfiguration): void {
    this.session = session;
    this.#ice.begin(configuration);
    session.trust.follow(); // What was set while it waited.
    this.#tokens.watch(identity.expiresAt, timeLeft(identity));
    for (const kind of ['microphone', 'camera'] as const) session.mesh.setTrack(kind, this.media.sent(kind));
  }

  /** Whether the page's token is another user's. */
  isSomeoneElse(): boolean {
    const { token, tokenProvider } = this.settings;
    if (!this.session || !this.#self || tokenProvider || token === '') return false;
    try {
      return readToken(token).id !== this.#self.id;
    } catch {
      return false; // A malformed one says nothing; the next reconnect will say why it fails.
    }
  }

  /** ICE servers or policy changed: connections made from now on have them. */
  refreshConfiguration(): void {
    this.#ice.handleChange();
  }

  async stats(): Promise<PeerStats[]> {
    return ((await this.session?.mesh.flows()) ?? []).map(([id, flow]) => ({ id, ...figuresOf(flow) }));
  }

  close(): void {
    this.door.giveBack();
    this.#admissions.forget();
    this.#tokens.stop();
    this.#ice.stop();
    this.session?.close();
    this.#place.leave();
    this.session = undefined;
    this.#self = undefined;
    this.#resolveTakenIn = undefined;
  }

  #resolveTakenIn: (() => void) | undefined;

  #takenIn(session: Session, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.session !== session) reject(signal.reason as Error);
      this.#resolveTakenIn = resolve;
      signal.addEventListener('abort', () => {
        reject(signal.reason as Error);
      });
    });
  }

  /** Another token for the next upgrade, in good time. */
  async #renewToken(): Promise<void> {
    const { session } = this;
    if (!session) return;
    try {
      const identity = await this.#admissions.renew('expiring', session.life);
      if (identity && this.session === session) this.#tokens.renew(identity.expiresAt, timeLeft(identity));
    } catch (error) {
      if (this.session === session && error instanceof MeetError) this.handlers.onError(error);
    }
  }

  /** The line came up again by another user's token: for the others the one leaves and the other comes, who has a session of their own. */
  async #becomeAnother(before: Session, admission: Admission): Promise<void> {
    if (this.session !== before) return;
    const now = this.#bearer.admissionNow(admission);
    before.close();
    this.handlers.onSafety(NO_SAFETY);
    this.handlers.onPassphraseWanted(false);
    const session = this.#make(now);
    this.#begin(session, now.identity, this.#ice.current);
    try {
      await session.connect(session.life);
      session.enter();
    } catch (error) {
      if (this.session === session && error instanceof MeetError) this.handlers.onEnded(error);
    }
  }

  #make(admission: Admission): Session {
    const { handlers, media } = this;
    const { room, server, identity } = admission;
    this.#bearer.begin(admission);
    const me = { id: identity.id, name: identity.name };
    this.#self = me;
    const session: Session = new Session({
      ...handlers,
      room,
      self: me,
      settings: this.settings,
      isSomeoneElse: () => !this.#bearer.is(me),
      onSomeoneElse: () => {
        void this.#becomeAnother(session, admission);
      },
      maxPeers: () => this.settings.maxPeers,
      fileChannelLabel: this.settings.fileChannelLabel,
      configuration: () => this.#ice.current,
      freshConfiguration: () => this.#ice.refresh(),
      onIce: () => this.#ice.follow(session),
      ownState: () => media.state,
      onBudget: ({ height }) => {
        media.fitCamera(height);
      },
      channel: (channelHandlers) =>
        new WebSocketChannel({
          ...channelHandlers,
          server,
          origin: self.origin,
          token: (...request) => this.#bearer.tokenFor(admission, ...request),
          hasFreshTokens: () => this.#admissions.hasFreshTokens,
        }),
      onJoined: () => {
        this.#admissions.accept();
        handlers.onJoined(me);
        this.#resolveTakenIn?.();
      },
      onDown: () => {
        if (this.session === session) handlers.onDown();
        else this.door.handleDown();
      },
    });
    this.#ice.enter(session, server, identity.hasIce);
    return session;
  }
}
