import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'puppeteer-core';
import type { TurnOptions } from '../../demo/server/ice.js';
import { startServer, type StartedServer } from '../../demo/server/start.js';
import { FaultProxy } from '../rig/fault-proxy.js';
import { type BrowserName, launchBrowser } from '../rig/launch.js';
import type { Place } from '../rig/links.js';
import { waitInPage } from '../rig/wait-in-page.js';
import { instrument } from './instrument.js';
import type {} from './page-kit.js';
import { INSECURE_NAME, type Site, startSite } from './site.js';

export type { BrowserName };
export const BROWSERS: readonly BrowserName[] = ['chromium', 'firefox'];

/** Far apart, so that a lossy picture is still told from another. */
export const COLOURS = [
  [220, 30, 30],
  [30, 200, 30],
  [30, 60, 230],
  [220, 210, 30],
  [210, 30, 210],
  [30, 210, 210],
  [240, 130, 20],
  [120, 120, 120],
] as const;

export interface Guest {
  readonly id: string;
  readonly name: string;
  readonly page: Page;
  readonly colour: readonly [number, number, number];
}

export interface GuestOptions {
  readonly browser?: BrowserName;
  readonly name?: string;
  /** User id; ids in order give the roles of a pair. */
  readonly id?: string;
  /** Attributes of the element, beside room, server and token; `null` leaves one out that it has otherwise. */
  readonly attributes?: Readonly<Record<string, string | null>>;
  /** Properties of the element that are no attributes. */
  readonly properties?: Readonly<Record<string, string>>;
  /** What its token says that it is. */
  readonly role?: 'host' | 'speaker';
  /** Whether it has no token and signs in by its name: then the server gives the id. */
  readonly signsIn?: boolean;
  /** Whether the page gives its own canvas and tone instead of the devices; with them unless false. */
  readonly hasOwnTracks?: boolean;
  /** Where in the stage's network its browser runs; on this machine when absent. */
  readonly place?: Place;
  /** Runs in the page before its scripts. */
  readonly init?: () => void;
  /** The site's page by another address. */
  readonly url?: string;
}

export interface DeployedOptions extends Pick<GuestOptions, 'browser' | 'name' | 'id' | 'place'> {
  /** Whether it joins with its camera on; so unless false. */
  readonly camera?: boolean;
  /** Known fault 2: its first connection with everyone stays `new`. */
  readonly stillborn?: boolean;
}

export interface StageOptions {
  /** Frames a second of Chromium's fake camera. */
  readonly fps?: number;
  /** Of the faults that the stage's proxy draws. */
  readonly seed?: number;
  /** Address of site and server, default `127.0.0.1`; the stage's own browsers take pages of another for secure as well. */
  readonly host?: string;
  /** Whether Firefox hides its addresses behind mDNS names, as it does for everyone who changed nothing. */
  readonly hidesAddresses?: boolean;
  /** Where the built bundle stands. */
  readonly dist?: URL;
  /** The TURN server that the signaling server gives credentials for. */
  readonly turn?: TurnOptions;
  /** Whom hosts have to let in; without it the server has no host tools. */
  readonly waitingRoom?: 'off' | 'guests' | 'all';
}

/** A server, a site and real browsers: what an end-to-end test happens on. */
export class Stage {
  readonly #browsers = new Map<string, Promise<Browser>>();
  #guests = 0;
  #pages: Page[] = [];

  #server: StartedServer;
  #proxy: FaultProxy | undefined;

  private constructor(
    server: StartedServer,
    readonly site: Site,
    private readonly options: StageOptions,
  ) {
    this.#server = server;
  }

  /** With a `seed`, a proxy that can be told to break things stands between the pages and the server. */
  static async open(options: StageOptions = {}): Promise<Stage> {
    const { seed, host, dist, turn, waitingRoom } = options;
    const site = await startSite(host, dist); // before anything listens: it fails where nothing is built
    const server = await startServer({
      ...(host ? { host } : {}),
      ...(turn ? { turn } : {}),
      ...(waitingRoom ? { hostTools: { waitingRoom } } : {}),
    });
    const stage = new Stage(server, site, options);
    if (seed !== undefined) stage.#proxy = await FaultProxy.start(server.url, { seed, ...(host ? { host } : {}) });
    return stage;
  }

  get server(): StartedServer {
    return this.#server;
  }

  /** The proxy of a stage that was opened with a seed. */
  get proxy(): FaultProxy {
    if (!this.#proxy) throw new Error('this stage has no proxy: open it with a seed');
    return this.#proxy;
  }

  /** Stops the server, runs `meanwhile`, and starts it anew: same port, same secret unless another is given, nobody in its rooms. */
  async restartServer(
    meanwhile: () => Promise<void> = () => Promise.resolve(),
    secret = this.#server.secret,
  ): Promise<void> {
    const { port } = this.#server;
    await this.#server.close();
    await meanwhile();
    const { host } = this.options;
    this.#server = await startServer({ port, secret, ...(host ? { host } : {}) });
  }

  /** A window of a browser with nothing in it. Not a tab: a hidden tab shows no frames. */
  async window(browser: BrowserName = 'chromium', place?: Place): Promise<Page> {
    const key = `${browser} ${place?.name ?? ''}`;
    const running = this.#browsers.get(key) ?? this.#launch(browser, place);
    this.#browsers.set(key, running);
    const page = await (await running).newPage({ type: 'window' });
    this.#pages.push(page);
    return page;
  }

  #launch(browser: BrowserName, place: Place | undefined): Promise<Browser> {
    const { fps = 10, host, hidesAddresses = false } = this.options;
    const secure = host ? { secure: [new URL(this.site.url).origin] } : {};
    return launchBrowser(browser, { fps, insecureName: INSECURE_NAME, place, hidesAddresses, ...secure });
  }

  /** A blank page of the site, with the kit loaded. */
  async page(browser: BrowserName = 'chromium', init?: () => void, url = this.site.url, place?: Place): Promise<Page> {
    const page = await this.window(browser, place);
    await page.evaluateOnNewDocument(instrument);
    if (init) await page.evaluateOnNewDocument(init);
    await page.goto(url);
    await waitInPage(page, () => 'kit' in globalThis && customElements.get('private-meet') !== undefined);
    return page;
  }

  /** A person's page with the element in it, on its way into the room. */
  async guest(room: string, options: GuestOptions = {}): Promise<Guest> {
    const index = this.#guests++;
    const name = options.name ?? `Guest ${String(index)}`;
    const id = options.id ?? randomUUID();
    const colour = COLOURS[index % COLOURS.length] ?? COLOURS[0];
    const page = await this.page(options.browser, options.init, options.url, options.place);
    const attributes: Readonly<Record<string, string | null>> = {
      room,
      ...(options.signsIn
        ? { 'display-name': name }
        : {
            token: await this.server.issueToken({
              ...{ sub: id, username: name },
              ...(options.role ? { role: options.role } : {}),
            }),
          }),
      server: this.#proxy?.url ?? this.server.url,
      'ice-servers': '[]',
      autojoin: '',
      ...options.attributes,
    };
    await page.evaluate(
      (given, properties, rgb, own, pitch) => {
        const element = Object.assign(document.createElement('private-meet'), properties);
        for (const [key, value] of Object.entries(given)) if (value !== null) element.setAttribute(key, value);
        if (own) {
          element.cameraTrack = kit.createCanvasTrack(`rgb(${rgb.join(' ')})`, { fps: 8 }).track;
          if (pitch > 0) element.microphoneTrack = kit.createToneTrack(pitch).track;
        }
        document.body.append(element);
      },
      attributes,
      options.properties ?? {},
      [...colour],
      options.hasOwnTracks ?? true,
      // Firefox without a sound card leaves an AudioContext silent: there its own fake microphone sounds.
      options.browser === 'firefox' ? 0 : 300 + 60 * index,
    );
    return { id, name, page, colour };
  }

  /** A page with the stand-in for a deployed client in it, in the room. */
  async deployed(room: string, options: DeployedOptions = {}): Promise<Guest> {
    const index = this.#guests++;
    const name = options.name ?? `Deployed ${String(index)}`;
    const id = options.id ?? randomUUID();
    const colour = COLOURS[index % COLOURS.length] ?? COLOURS[0];
    const page = await this.page(options.browser, undefined, undefined, options.place);
    await page.evaluate(
      async (given) => {
        kit.standIn = await kit.StandIn.join(given);
      },
      {
        server: this.#proxy?.url ?? this.server.url,
        token: await this.server.issueToken({ sub: id, username: name }),
        room,
        colour,
        pitch: 300 + 60 * index,
        camera: options.camera ?? true,
        stillborn: options.stillborn ?? false,
      },
    );
    return { id, name, page, colour };
  }

  /** Closes the pages of one test; the browsers stay for the next. */
  async clear(): Promise<void> {
    const pages = this.#pages;
    this.#pages = [];
    this.#guests = 0;
    await Promise.all(pages.map((page) => page.close()));
  }

  async close(): Promise<void> {
    await Promise.all([...this.#browsers.values()].map(async (browser) => (await browser).close()));
    await this.site.close();
    await this.#proxy?.close();
    await this.server.close();
  }
}

/** Resolves once each of `guests` shows every other's moving picture on the right tile, and hears them all. */
export const everyoneMeets = async (guests: readonly Guest[]): Promise<void> => {
  await Promise.all(
    guests.map(async (guest) => {
      const others = guests.filter((other) => other !== guest);
      await guest.page.evaluate((count) => kit.connectedTo(count), others.length);
      await Promise.all(
        others.map(({ name, colour }) => guest.page.evaluate((who, rgb) => kit.seePicture(who, rgb), name, colour)),
      );
      await guest.page.evaluate((count) => kit.hear(count), others.length);
    }),
  );
};

/** Waits for something in the page; asked again by the page itself. */
export const leaves = (guest: Guest): Promise<void> =>
  guest.page.evaluate(async () => {
    await document.querySelector('private-meet')?.leave();
  });
