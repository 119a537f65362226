import assert from 'node:assert/strict';
import { HostileRelay } from '../rig/hostile-relay.js';
import { each } from '../rig/people.js';
import { HELD, WATCHED } from '../rig/proofs.js';
import { type BrowserName, type Guest, Stage } from './stage.js';

export const PASSPHRASE = 'seven quiet otters';

export interface PersonOptions {
  readonly passphrase?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  /** Whether the page keeps its proofs back. */
  readonly isHeld?: boolean;
}

/** A stage whose server can't be trusted, and whose pages are watched for what they prove and what they send before. */
export class TrustStage {
  #rooms = 0;

  private constructor(
    readonly stage: Stage,
    readonly relay: HostileRelay,
  ) {}

  static async open(): Promise<TrustStage> {
    const stage = await Stage.open({ fps: 4, seed: 1 });
    return new TrustStage(stage, new HostileRelay(stage.proxy));
  }

  newRoom(): string {
    this.#rooms += 1;
    return this.room;
  }

  /** The last of them. */
  get room(): string {
    return `trust-${String(this.#rooms)}`;
  }

  /** Somebody on their way into a room; their id is their name in small letters, so ids sort as names do. */
  come(room: string, name: string, browser: BrowserName, options: PersonOptions = {}): Promise<Guest> {
    const { passphrase, attributes = {}, isHeld = false } = options;
    return this.stage.guest(room, {
      name,
      browser,
      id: name.toLowerCase(),
      attributes,
      url: this.stage.site.url + (isHeld ? HELD : WATCHED),
      ...(passphrase === undefined ? {} : { properties: { passphrase } }),
    });
  }

  /** Ann and Bo on their way into a room of their own. */
  async two(browser: BrowserName, options: PersonOptions = {}, room = this.newRoom()): Promise<[Guest, Guest]> {
    return [await this.come(room, 'Ann', browser, options), await this.come(room, 'Bo', browser, options)];
  }

  /** The two, once they see and hear each other. */
  async twoTogether(browser: BrowserName, options: PersonOptions = {}): Promise<[Guest, Guest]> {
    const guests = await this.two(browser, options);
    await each(guests, () => kit.connectedTo(1));
    await each(guests, () => kit.flowing(1));
    return guests;
  }

  /** The two, once they have proved to each other that they know the same as well. */
  async twoVerified(browser: BrowserName): Promise<[Guest, Guest]> {
    const guests = await this.twoTogether(browser, { passphrase: PASSPHRASE });
    await each(guests, () => kit.trusting.verified(1));
    return guests;
  }

  async clear(): Promise<void> {
    this.relay.relent();
    await this.stage.clear();
  }

  close(): Promise<void> {
    return this.stage.close();
  }
}

/** No packet of sound or pictures has left any of the pages, no track was ever about to, and none of the others' is played. */
export const nothingSent = async (guests: readonly Guest[]): Promise<void> => {
  assert.deepEqual(
    await each(guests, async () => ({
      sent: await kit.trusting.sent(),
      early: kit.proofs().early,
      shown: kit.trusting.shown(),
    })),
    guests.map(() => ({ sent: 0, early: [], shown: 0 })),
  );
};
