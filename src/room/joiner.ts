import { MeetError } from '../errors.js';
import type { Flow } from '../mesh/stats.js';
import { hasTurnServer } from '../mesh/turn.js';
import type { Shown } from '../protocol/shown.js';
import { type Identity, readToken, timeLeft } from '../signaling/identity.js';
import { type TokenSource, WebSocketChannel } from '../signaling/websocket-channel.js';
import { type Admission, Admissions } from './admission.js';
import { credentialsEarly, credentialsEnd, credentialsLeft, resolveConfiguration } from './ice-servers.js';
import { lockIdentity } from './identity-lock.js';
import type { OwnMedia } from './own-media.js';
import type { PeerBookHandlers } from './peer-book.js';
import { Session } from './session.js';
import type { Settings } from './settings.js';
import { ExpiryWatch } from './token-watch.js';
import type { PeerStats, Self } from './types.js';

export interface JoinerHandlers extends PeerBookHandlers {
  /** The room has taken us in: the first time, or again. */
  readonly onJoined: (self: Self) => void;
  readonly onDown: () => void;
  /** Whether connections made from now on can go through a TURN server. */
  readonly onRelay: (hasTurn: boolean) => void;
  readonly onEnded: (error: MeetError) => void;
  readonly onError: (error: MeetError) => void;
  readonly onWait: (until: number | undefined) => void;
  readonly shown: (id: string) => Shown | undefined;
  readonly onStrain: (level: number) => void;
  readonly onTokenExpiring: (expiresAt: Date) => void;
}

/** What a page learns of it. */
const figuresOf = ({ quality: _, isReceiving: __, availableOutgoingBitrate: ___, work: ____, ...figures }: Flow) =>
  figures;

const isTokenRefused = (error: unknown): boolean =>
  error instanceof MeetError && (error.code === 'token-rejected' || error.code === 'token-expired');

/** Takes us into the room: identity, ICE servers and devices side by side, then the session that holds them together. */
export class Joiner {
  session: Session | undefined;
  #self: Self | undefined;
  #configuration: RTCConfiguration = {};
  #refreshing: Promise<RTCConfiguration> | undefined;
  readonly #admissions: Admissions;
  readonly #tokens: ExpiryWatch;
  readonly #credentials = new ExpiryWatch(() => {
    void this.refreshIceServers('expiring');
  }, credentialsEarly);
  /** Who the newest token says we are, and the lock on that. */
  #bearer: Self | undefined;
  #unlock: (() => void) | undefined;

  constructor(
    private readonly settings: Settings,
    private readonly media: OwnMedia,
    private readonly handlers: JoinerHandlers,
  ) {
    this.#admissions = new Admissions(settings, handlers.onWait);
    this.#tokens = new ExpiryWatch((expiresAt) => {
      handlers.onTokenExpiring(expiresAt);
      void this.#renewToken();
    });
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
    const [admission, configuration] = await Promise.all([
      this.#admit(signal),
      resolveConfiguration(this.settings, 'join', signal, this.handlers.onError),
    ]);
    signal.throwIfAborted();
    this.#configure(configuration);
    const session = this.#open(admission);
    this.session = session;
    const opening = Promise.all([session.open(signal), this.#takenIn(session, signal)]);
    // While the socket opens, not before it is asked to.
    setTimeout(() => {
      if (this.session === session) session.mesh.warm();
    });
    void devices.then(() => {
      if (this.session === session) session.mesh.unhideSpare();
    });
    await opening;
  }

  async #admit(signal: AbortSignal): Promise<Admission> {
    const admission = await this.#admissions.admit(signal);
    await this.#lock(admission, admission.identity, signal);
    return admission;
  }

  /** @throws {MeetError} `duplicate-identity` */
  async #lock({ server, room }: Admission, { id }: Identity, signal: AbortSignal): Promise<void> {
    const unlock = await lockIdentity(server.http(''), room, id, signal);
    if (signal.aborted) unlock?.();
    signal.throwIfAborted();
    if (!unlock) throw new MeetError('duplicate-identity', 'another tab of this browser is in the room as this user');
    this.#unlock?.();
    this.#unlock = unlock;
  }

  /** Whether the page's token is of another user than the one we joined as. */
  isSomeoneElse(): boolean {
    const { token, tokenProvider } = this.settings;
    if (!this.#self || tokenProvider || token === '') return false;
    try {
      return readToken(token).id !== this.#self.id;
    } catch {
      return false; // A malformed one says nothing; the next reconnect will say why it fails.
    }
  }

  /** ICE servers or policy changed: connections made from now on have them. */
  refreshConfiguration(): void {
    void this.refreshIceServers();
  }

  /**
   * Asks for ICE servers with fresh credentials, once for all who ask meanwhile; connections made from now on have them.
   * Resolves to the newest configuration there is, also when that failed, which is told.
   */
  refreshIceServers(reason: 'restart' | 'expiring' = 'restart'): Promise<RTCConfiguration> {
    this.#refreshing ??= this.#refresh(reason).finally(() => {
      this.#refreshing = undefined;
    });
    return this.#refreshing;
  }

  async #refresh(reason: 'restart' | 'expiring'): Promise<RTCConfiguration> {
    const { session } = this;
    if (!session) return this.#configuration;
    try {
      const configuration = await resolveConfiguration(this.settings, reason, session.life);
      if (this.session === session) {
        this.#configure(configuration);
        session.mesh.reconfigure();
      }
    } catch (error) {
      if (this.session === session && error instanceof MeetError) this.handlers.onError(error);
    }
    return this.#configuration;
  }

  async stats(): Promise<PeerStats[]> {
    const flows = (await this.session?.mesh.flows()) ?? [];
    return flows.map(([id, flow]) => ({ id, ...figuresOf(flow) }));
  }

  close(): void {
    this.#tokens.stop();
    this.#credentials.stop();
    this.session?.close();
    this.#unlock?.();
    this.#unlock = undefined;
    this.session = undefined;
    this.#self = undefined;
    this.#resolveTakenIn = undefined;
  }

  #configure(configuration: RTCConfiguration): void {
    this.#configuration = configuration;
    const end = this.settings.iceServersProvider && credentialsEnd(configuration);
    this.#credentials.stop(); // The same ones once more count anew, too: a provider may keep them.
    this.#credentials.watch(end, end && credentialsLeft(end));
    this.handlers.onRelay(hasTurnServer(configuration.iceServers ?? []));
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

  /** The token for an upgrade. One of another user (a guest who signed in again) makes us that user once the line is up. */
  async #token(admission: Admission, ...[reason, signal, last]: Parameters<TokenSource>): Promise<string> {
    if (isTokenRefused(last)) this.#admissions.refuse('reconnect');
    const token = reason === 'join' ? admission.token : await this.#admissions.token(reason, signal);
    const identity = readToken(token);
    if (identity.id !== this.#bearer?.id) {
      try {
        await this.#lock(admission, identity, signal);
      } catch (error) {
        if (error instanceof MeetError && error.code === 'duplicate-identity') this.handlers.onEnded(error);
        throw error;
      }
    }
    this.#bearer = { id: identity.id, name: identity.name };
    this.#tokens.watch(identity.expiresAt, timeLeft(identity));
    return token;
  }

  /** Another token for the next upgrade, in good time. */
  async #renewToken(): Promise<void> {
    const { session } = this;
    if (!session) return;
    try {
      const identity = await this.#admissions.renew(session.life);
      if (identity && this.session === session) this.#tokens.renew(identity.expiresAt, timeLeft(identity));
    } catch (error) {
      if (this.session === session && error instanceof MeetError) this.handlers.onError(error);
    }
  }

  #open(admission: Admission): Session {
    const { handlers, media } = this;
    const { room, server, identity } = admission;
    this.#self = this.#bearer = { id: identity.id, name: identity.name };
    const session = new Session({
      room,
      selfId: () => {
        this.#self = this.#bearer;
        return this.#self?.id ?? identity.id;
      },
      maxPeers: () => this.settings.maxPeers,
      fileChannelLabel: this.settings.fileChannelLabel,
      configuration: () => this.#configuration,
      freshConfiguration: () => this.refreshIceServers(),
      ownState: () => media.state,
      shown: handlers.shown,
      onStrain: handlers.onStrain,
      onBudget: ({ height }) => {
        media.fitCamera(height);
      },
      channel: (channelHandlers) =>
        new WebSocketChannel({
          ...channelHandlers,
          server,
          origin: self.origin,
          token: (...request) => this.#token(admission, ...request),
          hasFreshTokens: () => this.#admissions.hasFreshTokens,
        }),
      onJoined: () => {
        this.#admissions.accept();
        if (this.#self) handlers.onJoined(this.#self);
        this.#resolveTakenIn?.();
      },
      onDown: handlers.onDown,
      onError: handlers.onError,
      onEnded: handlers.onEnded,
      onPeers: handlers.onPeers,
      onJoin: handlers.onJoin,
      onLeave: handlers.onLeave,
      onChange: handlers.onChange,
    });
    session.mesh.setTrack('microphone', media.sent('microphone'));
    session.mesh.setTrack('camera', media.sent('camera'));
    return session;
  }
}
