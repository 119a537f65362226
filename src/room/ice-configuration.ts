import { MeetError } from '../errors.js';
import { hasTurnServer } from '../mesh/turn.js';
import { credentialsEarly, credentialsEnd, credentialsLeft, resolveConfiguration } from './ice-servers.js';
import type { Session } from './session.js';
import type { Settings } from './settings.js';
import { ExpiryWatch } from './token-watch.js';

export interface IceConfigurationHandlers {
  /** The join that goes on. */
  readonly session: () => Session | undefined;
  /** Whether connections made from now on can go through a TURN server. */
  readonly onRelay: (hasTurn: boolean) => void;
  readonly onError: (error: MeetError) => void;
}

/** What new connections are made with, its credentials kept fresh. */
export class IceConfiguration {
  #current: RTCConfiguration = {};
  #refreshing: Promise<RTCConfiguration> | undefined;
  #changes = 0;
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

  /** Uses it from now on, and keeps it fresh where the page can. */
  use(configuration: RTCConfiguration): void {
    this.prefer(configuration);
    const end = this.settings.iceServersProvider && credentialsEnd(configuration);
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
  refresh(reason: 'restart' | 'expiring' = 'restart'): Promise<RTCConfiguration> {
    this.#refreshing ??= this.#refresh(reason).finally(() => {
      this.#refreshing = undefined;
    });
    return this.#refreshing;
  }

  stop(): void {
    this.#credentials.stop();
  }

  async #refresh(reason: 'restart' | 'expiring'): Promise<RTCConfiguration> {
    const session = this.handlers.session();
    if (!session) return this.#current;
    const isOn = () => this.handlers.session() === session;
    try {
      const configuration = await resolveConfiguration(this.settings, reason, session.life);
      if (isOn()) {
        this.use(configuration);
        session.mesh.reconfigure();
      }
    } catch (error) {
      if (isOn() && error instanceof MeetError) this.handlers.onError(error);
    }
    return this.#current;
  }
}
