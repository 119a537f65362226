import { type BrowserName, type Guest, type GuestOptions, Stage } from '../e2e/stage.js';
import { HOST, Links, type Place } from './links.js';
import { each } from './people.js';

/** A stage whose people sit at machines of their own: `here`, `there` and, where asked for, more. Needs root. */
export class Network {
  #calls = 0;

  private constructor(
    readonly links: Links,
    readonly stage: Stage,
  ) {}

  static async open(places = 2): Promise<Network> {
    const links = Links.open(places);
    try {
      return new Network(links, await Stage.open({ host: HOST, fps: 4 }));
    } catch (error) {
      links.close();
      throw error;
    }
  }

  place(index: number): Place {
    const place = this.links.places[index];
    if (!place) throw new Error(`there is no place ${String(index)}`);
    return place;
  }

  get here(): Place {
    return this.place(0);
  }

  get there(): Place {
    return this.place(1);
  }

  /** Somebody at a place; names and ids are Ann, Bo and Cy by place, so Ann offers. */
  guest(room: string, browser: BrowserName, index: number, options: GuestOptions = {}): Promise<Guest> {
    const name = ['Ann', 'Bo', 'Cy'][index] ?? `Guest ${String(index)}`;
    return this.stage.guest(room, { browser, id: name.toLowerCase(), name, place: this.place(index), ...options });
  }

  /** Ann and Bo, connected, with sound and pictures both ways. */
  async call(browser: BrowserName, attributes: Readonly<Record<string, string>> = {}): Promise<[Guest, Guest]> {
    this.#calls += 1;
    const room = `call ${String(this.#calls)}`; // One that an earlier call's people may not have left yet would be theirs.
    const ann = await this.guest(room, browser, 0, { attributes });
    const bo = await this.guest(room, browser, 1, { attributes });
    await each([ann, bo], () => kit.connectedTo(1));
    await each([ann, bo], () => kit.flowing(1));
    return [ann, bo];
  }

  /** Drops all UDP between the two, both ways: what goes to this machine passes, so a server here is a relay for both. */
  separate(): void {
    const { here, there } = this;
    this.links.lose({ from: here, to: there, what: 'udp' }, { from: there, to: here, what: 'udp' });
  }

  /** Loses every packet of the first, to and from anyone, without a word. */
  isolate(): void {
    this.links.lose({ from: this.here }, { to: this.here });
  }

  async clear(): Promise<void> {
    this.links.heal();
    await this.stage.clear();
  }

  async close(): Promise<void> {
    try {
      await this.stage.close();
    } finally {
      this.links.close();
    }
  }
}
