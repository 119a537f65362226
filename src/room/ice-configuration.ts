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

/** What new connections are made with, its credentials kept fresh. */
export class IceConfiguration {
  #current: RTCConfiguration = {};
  #refreshing: Promise<RTCConfiguration> | undefined;
  #changes = 0;
  #server: ServerUrl | undefined;
  /** Asks the server for its own, as far as it is known to have some. */
  #ofServer: IceServersProvider | undefined;
  /** Whether what is used came from it. */
  #isOfServer = false;
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
    if (!needsServer(this.settings)) return resolveConfiguration(this.settings, 'join', signal, onError);
    const { server, token } = await entry;
    this.enter(server);
    this.#know(server, () => token);
    const configuration = await resolveConfiguration(this.settings, 'join', signal, onError, this.#ofServer);
    this.prefer(configuration);
    this.#isOfServer = true;
    return configuration;
  }

  /** A session at a server begins, which has ICE servers for us where the session is given. */
  enter(server: ServerUrl, session?: Session): void {
    if (server.http('/ice') !== this.#server?.http('/ice')) this.stop();
    this.#server = server;
    if (session) void this.follow(session);
  }

  /** The server says that it has ICE servers: where the page names none they take the place of the default as soon as they are there. */
  async follow(session: Session): Promise<void> {
    const isKnown = this.#ofServer !== undefined;
    if (this.#server) this.#know(this.#server, this.handlers.token);
    if (!isKnown && isUpToServer(this.settings)) await this.refresh('restart', session);
  }

  /** A join begins with it, if the server's own are not there already. */
  begin(configuration: RTCConfiguration): void {
    this.use(this.#isOfServer && isUpToServer(this.settings) ? this.#current : configuration);
  }

  /** Uses it from now on, and keeps it fresh where the page can. */
  use(configuration: RTCConfiguration): void {
    this.prefer(configuration);
    const end = (this.settings.iceServersProvider ?? this.#ofServer) && credentialsEnd(configuration);
    this.#credentials.stop(); // The same ones once more count anew, too: a provider may keep them.
    this.#credentials.watch(end, end && credentialsLeft(end));
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
  refresh(reason: 'restart' | 'expiring' = 'restart', session = this.handlers.session()): Promise<RTCConfiguration> {
    this.#refreshing ??= this.#refresh(reason, session).finally(() => {
      this.#refreshing = undefined;
    });
    return this.#refreshing;
  }

  stop(): void {
    this.#credentials.stop();
    this.#refreshing = undefined;
    this.#ofServer = undefined;
    this.#isOfServer = false;
  }

  #know(server: ServerUrl, token: () => string): void {
    // What it gives is looked at like the page's own.
    this.#ofServer = ({ signal }) => askIceServers(server, token(), signal) as Promise<RTCIceServer[]>;
  }

  async #refresh(reason: 'restart' | 'expiring', session: Session | undefined): Promise<RTCConfiguration> {
    if (!session) return this.#current;
    const isOn = () => !session.life.aborted;
    try {
      const configuration = await resolveConfiguration(this.settings, reason, session.life, undefined, this.#ofServer);
      if (isOn()) {
        this.#isOfServer = isUpToServer(this.settings) && this.#ofServer !== undefined;
        this.use(configuration);
        session.mesh.reconfigure();
      }
    } catch (error) {
      if (isOn() && error instanceof MeetError) this.handlers.onError(error);
    }
    return this.#current;
  }
}
