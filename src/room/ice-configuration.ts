import { MeetError } from '../errors.js';
import { hasTurnServer } from '../mesh/turn.js';
import { askIceServers } from '../signaling/server-ice.js';
import type { ServerUrl } from '../signaling/server-url.js';
import type { Admission } from './admission.js';
import {
  credentialsEarly,
  credentialsEnd,
  credentialsLeft,
  isUpToServer,
  needsServer,
  resolveConfiguration,
} from './ice-servers.js';
import type { Session } from './session.js';
import type { IceServersProvider, Settings } from './settings.js';
import { ExpiryWatch } from './token-watch.js';

export interface IceConfigurationHandlers {
  /** The join that goes on. */
  readonly session: () => Session | undefined;
  /** The newest there is. */
  readonly token: () => string;
  /** Whether connections made from now on can go through a TURN server. */
  readonly onRelay: (hasTurn: boolean) => void;
  readonly onError: (error: MeetError) => void;
}

/** Milliseconds from which `credentialsEarly` makes a minute: until what could not be had is asked for again. */
const AGAIN = 90_000;

/** That end is known by its distance alone. */
const NO_DATE = new Date(0);

/** What a server gives is looked at like the page's own. */
const providerOf =
  (server: ServerUrl, token: () => string): IceServersProvider =>
  ({ signal }) =>
    askIceServers(server, token(), signal) as Promise<RTCIceServer[]>;

/** What new connections are made with, its credentials kept fresh. */
export class IceConfiguration {
  #current: RTCConfiguration = {};
  #changes = 0;
  /** The newest one, joined or at the door. */
  #session: Session | undefined;
  #server: ServerUrl | undefined;
  /** Asks its server for ICE servers, as far as it is known to have some. */
  #ofServer: IceServersProvider | undefined;
  /** Whether its server was asked. */
  #isAsked = false;
  /** What came before the join, in place of what that was to begin with. */
  #early: RTCConfiguration | undefined;
  #refreshing: { readonly session: Session; readonly coming: Promise<RTCConfiguration> } | undefined;
  #hasFailed = false;
  readonly #credentials = new ExpiryWatch(() => {
    void this.refresh('expiring');
  }, credentialsEarly);

  constructor(
    private readonly settings: Settings,
    private readonly handlers: IceConfigurationHandlers,
  ) {}

  get current(): RTCConfiguration {
    return this.#current;
  }

  /** How often the page has changed what it goes by: what was asked for before counts no more. */
  get changes(): number {
    return this.#changes;
  }

  /** The page has changed what it goes by: connections made from now on have that. */
  handleChange(): void {
    this.#changes += 1;
    void this.refresh();
  }

  /** For a join as who is admitted. A server is waited for only where nothing else can lead to a call. @throws {MeetError} */
  async first(
    entry: Promise<Admission>,
    signal: AbortSignal,
    onError?: (error: MeetError) => void,
  ): Promise<RTCConfiguration> {
    const admission = needsServer(this.settings) ? await entry : undefined;
    const ofServer = admission && providerOf(admission.server, () => admission.token);
    return resolveConfiguration(this.settings, 'join', signal, onError, ofServer);
  }

  /** A session begins; `hasIce`: its server is known to have ICE servers. Nothing of the last one's is left. */
  enter(session: Session, server: ServerUrl, hasIce: boolean): void {
    this.stop();
    this.#session = session;
    this.#server = server;
    this.#isAsked = needsServer(this.settings);
    if (this.#isAsked) this.#ofServer = providerOf(server, this.handlers.token);
    if (hasIce) void this.follow(session);
  }

  /** Its server says that it has ICE servers: where the page names none they take the place of the default as soon as they are there. */
  async follow(session: Session): Promise<void> {
    if (session !== this.#session || !this.#server) return;
    this.#ofServer = providerOf(this.#server, this.handlers.token);
    if (this.#isAsked || !isUpToServer(this.settings)) return;
    this.#isAsked = true;
    await this.refresh();
  }

  /** A join begins with it, if there is nothing newer. */
  begin(configuration: RTCConfiguration): void {
    this.use(this.#early ?? configuration);
  }

  /** Uses it from now on, and keeps it fresh where somebody can. */
  use(configuration: RTCConfiguration): void {
    this.prefer(configuration);
    const end = (this.settings.iceServersProvider ?? this.#ofServer) && credentialsEnd(configuration);
    this.#watch(end, end && credentialsLeft(end));
    this.handlers.onRelay(hasTurnServer(configuration.iceServers ?? []));
  }

  /** Uses it from now on, for what may not come to be. */
  prefer(configuration: RTCConfiguration): void {
    this.#current = configuration;
  }

  /**
   * Asks for ICE servers with fresh credentials, once for all who ask meanwhile; connections made from now on have them.
   * Resolves to the newest configuration there is, also when that failed, which is told.
   */
  refresh(reason: 'restart' | 'expiring' = 'restart'): Promise<RTCConfiguration> {
    const session = this.#session;
    if (!session) return Promise.resolve(this.#current);
    if (this.#refreshing?.session === session) return this.#refreshing.coming;
    const mine = { session, coming: this.#refresh(reason, session) };
    this.#refreshing = mine;
    return mine.coming.finally(() => {
      if (this.#refreshing === mine) this.#refreshing = undefined;
    });
  }

  stop(): void {
    this.#credentials.stop();
    this.#session = undefined;
    this.#ofServer = undefined;
    this.#early = undefined;
    this.#hasFailed = false;
  }

  #watch(end: Date | undefined, left: number | undefined): void {
    this.#credentials.stop(); // The same ones once more count anew, too: a provider may keep them.
    this.#credentials.watch(end, left);
  }

  async #refresh(reason: 'restart' | 'expiring', session: Session): Promise<RTCConfiguration> {
    const changes = this.#changes;
    let failure: unknown;
    let configuration: RTCConfiguration | undefined;
    try {
      configuration = await resolveConfiguration(this.settings, reason, session.life, undefined, this.#ofServer);
    } catch (error) {
      failure = error;
    }
    if (session !== this.#session || session.life.aborted) return this.#current;
    if (changes !== this.#changes) return this.#refresh(reason, session); // The page wants something else by now.
    if (configuration) {
      if (this.handlers.session() !== session) this.#early = configuration;
      this.#hasFailed = false;
      this.use(configuration);
      session.mesh.reconfigure();
    } else this.#handleFailure(failure, session);
    return this.#current;
  }

  /** Tells it once, of a call that goes on, and asks again in a minute. */
  #handleFailure(error: unknown, session: Session): void {
    this.#watch(NO_DATE, AGAIN);
    if (this.handlers.session() !== session)
      this.#isAsked = needsServer(this.settings); // The join asks, and tells.
    else if (error instanceof MeetError && !this.#hasFailed) {
      this.#hasFailed = true;
      this.handlers.onError(error);
    }
  }
}
