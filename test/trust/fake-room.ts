import { randomBytes } from '../helpers/bytes.js';
import { RoomTrust } from '../../src/trust/room-trust.js';
import type { PeerTrust, Refusal, Safety } from '../../src/trust/state.js';
import { mulberry32 } from '../rig/prng.js';
import { ManualTime } from '../signaling/manual-time.js';
import { idle } from './idle.js';

export const ROOM = 'pm:standup';
/** Milliseconds that pass at once. */
const SLICE = 500;

/** One end of a connection, at somebody's: what they say goes to `hear`, and `say` says something to them. */
export interface End {
  readonly say: (word: string) => void;
  /** Milliseconds do not pass: it is cut at once, and what is on its way is lost. */
  readonly cut: () => void;
}

export interface PersonOptions {
  readonly passphrase?: string;
  readonly requires?: boolean;
  readonly maxPeers?: number;
  readonly session?: string;
  readonly fingerprint?: Uint8Array;
  /** Their name in their own token. */
  readonly name?: string;
}

/** Somebody with all of `RoomTrust`, and what it told. */
export class FakePerson {
  session = '';
  fingerprint: Uint8Array = randomBytes(32);
  trust!: RoomTrust;
  readonly safeties: Safety[] = [];
  readonly closed: [id: string, refusal: Refusal][] = [];
  readonly told = new Map<string, PeerTrust[]>();
  readonly wanted: boolean[] = [];
  /** Where words to somebody go: the connection that is current. */
  readonly ends = new Map<string, (word: string) => void>();
  /** All that was ever said, with whom it was said to. */
  readonly said: [id: string, word: Record<string, unknown>][] = [];

  constructor(
    readonly id: string,
    readonly name: string,
  ) {}

  get code(): string | undefined {
    return this.trust.safety.code;
  }

  levelOf(id: string): string {
    const { trust, refusal } = this.trust.of(id);
    return refusal === undefined ? trust : `${trust}: ${refusal}`;
  }

  saidTo(id: string, kind: string): Record<string, unknown>[] {
    return this.said.flatMap(([to, word]) => (to === id && word['trust'] === kind ? [word] : []));
  }
}

/** People and connections without WebRTC: each word comes in order, those of different connections in any. */
export class FakeRoom {
  readonly time = new ManualTime();
  readonly people: FakePerson[] = [];
  readonly #ways: (() => void)[][] = [];
  readonly random: () => number;

  constructor(readonly seed: number) {
    this.random = mulberry32(seed);
  }

  /** Makes somebody who knows nobody. */
  person(id: string, options: PersonOptions = {}): FakePerson {
    const person = new FakePerson(id, options.name ?? `Name of ${id}`);
    this.join(person, options);
    this.people.push(person);
    return person;
  }

  /** They come with a new session and certificate. */
  join(person: FakePerson, options: PersonOptions = {}): void {
    const { passphrase = '', requires = false, maxPeers = 8 } = options;
    person.session = options.session ?? crypto.randomUUID().slice(0, 13);
    person.fingerprint = options.fingerprint ?? randomBytes(32);
    person.ends.clear();
    person.trust = new RoomTrust({
      time: this.time,
      room: ROOM,
      session: person.session,
      self: { id: person.id, name: person.name },
      passphrase,
      requires,
      maxPeers: () => maxPeers,
      send: (id, word) => {
        person.said.push([id, JSON.parse(word) as Record<string, unknown>]);
        const way = person.ends.get(id);
        way?.(word);
        return way !== undefined;
      },
      onPeer: (id, trust) => person.told.set(id, [...(person.told.get(id) ?? []), trust]),
      onClose: (id, refusal) => person.closed.push([id, refusal]),
      onSafety: (safety) => person.safeties.push(safety),
      onWanted: (isWanted) => person.wanted.push(isWanted),
    });
  }

  /** The list shows each to the other. */
  list(...people: readonly FakePerson[]): void {
    for (const one of people) for (const other of people) if (one !== other) one.trust.add(other.id, other.name);
  }

  /** A connection that ends at `person`, who takes it for one to `id` in `session` and sees this certificate. */
  open(person: FakePerson, id: string, session: string, fingerprint: Uint8Array, hear: (word: string) => void): End {
    const [out, back]: [(() => void)[], (() => void)[]] = [[], []];
    this.#ways.push(out, back);
    const { trust } = person;
    const send = (word: string) => void out.push(() => hear(word));
    const secure = () => {
      person.ends.set(id, send);
      trust.handleSecure(id, session, person.fingerprint, fingerprint);
    };
    back.push(secure);
    let isCut = false;
    return {
      say: (word) => {
        if (!isCut) back.push(() => trust.receive(id, session, word));
      },
      cut: () => {
        isCut = true;
        out.length = 0;
        back.length = 0;
        if (person.ends.get(id) === send) person.ends.delete(id);
      },
    };
  }

  /** An honest connection between two; `cut` breaks it. */
  connect(a: FakePerson, b: FakePerson): { readonly cut: () => void } {
    const atA: End = this.open(a, b.id, b.session, b.fingerprint, (word) => atB.say(word));
    const atB: End = this.open(b, a.id, a.session, a.fingerprint, (word) => atA.say(word));
    return {
      cut: () => {
        atA.cut();
        atB.cut();
      },
    };
  }

  /** All see and reach each other. */
  connectAll(...people: readonly FakePerson[]): void {
    this.list(...people);
    const pairs = people.flatMap((a, at) => people.slice(at + 1).map((b) => [a, b] as const));
    for (const [a, b] of pairs.sort(() => this.random() - 0.5)) this.connect(a, b);
  }

  /** Until nothing is on its way and nobody reckons. `most`: words until then. */
  async settle(most = Number.POSITIVE_INFINITY): Promise<void> {
    for (let count = 0; count < most; count += 1) {
      if (this.random() < 0.1) await idle();
      let waiting = this.#ways.filter(({ length }) => length > 0);
      if (waiting.length === 0) {
        await idle();
        waiting = this.#ways.filter(({ length }) => length > 0);
        if (waiting.length === 0) return;
      }
      waiting[Math.floor(this.random() * waiting.length)]?.shift()?.();
    }
    await idle();
  }

  /** Lets time pass. */
  async pass(ms: number): Promise<void> {
    await this.settle();
    for (let left = ms; left > 0; left -= SLICE) {
      this.time.advance(Math.min(SLICE, left));
      await this.settle();
    }
  }

  end(): void {
    for (const { trust } of this.people) trust.close();
  }
}
