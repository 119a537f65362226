import { randomBytes } from 'node:crypto';
import { BUSY } from '../messages.js';
import type { Identity } from '../tokens.js';
import { Backlog } from './backlog.js';
import type { LinkedNodes, NodesOptions, OwnRooms, Visitor } from './nodes.js';
import { Places, type Place } from './places.js';
import { RedisLink } from './redis-link.js';
import { isOwnFrame, keyOf, nodeOf, parseWord, passOn } from './words.js';

/**
 * Milliseconds after which a node that gives no sign counts as gone: others see it in the half second that follows. It gives one every
 * half second, and may be as late as that for once.
 */
const LEASE_MS = 3500;
/** After Redis was away, those who are not in its lists yet stay in ours for as long. */
const GRACE_MS = 4000;
/** Places freed at once. */
const SWEEP = 200;
/** Longer lists than this are none that nodes wrote. */
const MAX_LIST = 10_000;
const ATTEMPTS = 8;

export interface RedisOptions extends NodesOptions {
  readonly url: string;
}

/** The number of a database in an address: what is published goes to all of them. */
const databaseOf = (url: string): string => /^\/(\d+)$/.exec(new URL(url).pathname)?.[1] ?? '0';

const stringsOf = (reply: unknown): string[] =>
  Array.isArray(reply) ? reply.filter((each) => typeof each === 'string') : [];

/** Nodes that know of each other by a Redis. */
export class RedisNodes implements LinkedNodes {
  readonly #id = randomBytes(9).toString('base64url');
  readonly #namespace: string;
  readonly #places: Places;
  readonly #link: RedisLink;
  readonly #backlog = new Backlog();
  /** What was heard and waits for the answers that came before it. */
  #heard: { readonly place: Place; readonly message: Buffer }[] = [];
  /** Channels that could not be given up, for Redis was away. */
  readonly #left = new Set<string>();
  #keepsUntil = 0;
  #wasUp = false;
  #cancelGrace: NodeJS.Timeout | undefined;
  #rooms: OwnRooms | undefined;

  constructor(private readonly options: RedisOptions) {
    this.#namespace = `private-meet:${databaseOf(options.url)}:${keyOf(options.name).slice(0, 16)}`;
    this.#places = new Places(this.#id, this.#namespace);
    this.#link = new RedisLink(options.url, {
      onUp: () => this.#mend(),
      onDown: (reason) => options.tell({ kind: 'redis', isUp: false, reason }),
      tick: () => this.#backlog.expire(Date.now()),
      beat: () => this.#beat(),
      hear: this.#hear,
    });
  }

  get isUp(): boolean {
    return this.#link.isUp;
  }

  serve(rooms: OwnRooms): void {
    this.#rooms = rooms;
  }

  start(): Promise<void> {
    return this.#link.start();
  }

  async close(): Promise<void> {
    clearTimeout(this.#cancelGrace);
    await this.#link.close(() => this.#sweep(this.#id, '1'));
  }

  users(room: string): readonly Identity[] {
    return this.#places.of(room)?.mirror.people ?? [];
  }

  async join(room: string, visitor: Visitor): Promise<string | undefined> {
    const place = this.#places.open(room);
    place.joining += 1;
    try {
      const refusal = await this.#join(place, visitor);
      if (refusal === undefined) place.own.set(this.#places.numberOf(visitor), visitor);
      return refusal;
    } finally {
      place.joining -= 1;
      this.#close(place);
    }
  }

  leave(room: string, visitor: Visitor): void {
    const place = this.#places.of(room);
    if (!place) return;
    const [connection, user] = this.#places.argumentsOf(visitor);
    place.own.delete(connection);
    // Where Redis is away, its return brings what is to be known (`#tidy`).
    if (this.isUp) void this.#run('leave', place.key, this.#id, connection, user).catch(() => undefined);
    this.#close(place);
  }

  relay(room: string, frame: Buffer, onLost: () => void): void {
    const place = this.#places.of(room);
    if (!place) return;
    const message = passOn(this.#id, frame);
    const lose = () => {
      if (place.mirror.size > 0) onLost();
    };
    if (this.isUp && !this.#backlog.has(place.channel)) return this.#publish(place.channel, message, lose);
    if (place.mirror.size > 0) this.#backlog.push(place.channel, { message, onLost: lose, since: Date.now() });
  }

  #publish(channel: string, message: Buffer, onLost: () => void): void {
    const published = this.#link.publish(channel, message);
    if (published === false) onLost();
    else void published.catch(onLost); // whether it was passed on can't be told then, and twice is worse than not
  }

  #run(name: Parameters<RedisLink['run']>[0], ...values: readonly string[]): Promise<unknown> {
    return this.#link.run(name, this.#namespace, ...values);
  }

  async #join(place: Place, visitor: Visitor): Promise<string | undefined> {
    const { peoplePerRoom, roomsPerUser } = this.options.limits;
    const number = this.#places.numberOf(visitor);
    const most = [peoplePerRoom, roomsPerUser].map((limit) => String(Math.min(limit, Number.MAX_SAFE_INTEGER)));
    for (let attempt = 0; this.isUp && attempt < ATTEMPTS; attempt += 1) {
      const wasIn = place.own.has(number);
      let reply: string[];
      try {
        await this.#subscribe(place);
        const values = [place.key, this.#id, ...this.#places.argumentsOf(visitor), ...most, String(MAX_LIST)];
        reply = stringsOf(await this.#run('join', ...values));
      } catch {
        break; // the link knows why, and tells
      }
      if (reply[0] === 'full' || reply[0] === 'rooms') return this.#refusalOf(reply[0]);
      if (wasIn && !place.own.has(number)) continue; // put out meanwhile, and behind us in Redis as well: once more
      place.mirror.replace(reply, this.#keeps);
      return undefined;
    }
    return this.#joinAlone(place, visitor);
  }

  #refusalOf(reached: 'full' | 'rooms'): string {
    const { peoplePerRoom, roomsPerUser } = this.options.limits;
    if (reached === 'full') return `Room is full (maximum is ${peoplePerRoom} people)`;
    return `Too many rooms (maximum is ${roomsPerUser})`;
  }

  /** Without Redis: into a room that is here. Whether there is another by that name elsewhere nobody could tell. */
  #joinAlone(place: Place, visitor: Visitor): string | undefined {
    if (place.own.size === 0) return BUSY;
    if (place.own.has(this.#places.numberOf(visitor))) return undefined;
    return this.#rooms?.refusal(place.room, visitor, place.mirror.size);
  }

  #subscribe(place: Place): Promise<unknown> {
    place.subscribed ??= this.#link.subscribe(place.channel).catch((error: unknown) => {
      place.subscribed = undefined;
      throw error;
    });
    return place.subscribed;
  }

  #close(place: Place): void {
    if (!this.#places.closeIfEmpty(place) || !place.subscribed) return;
    // Behind the subscription, and before another one to the same room: all go by one connection, in order.
    if (this.isUp) void this.#link.unsubscribe(place.channel).catch(() => this.#left.add(place.channel));
    else this.#left.add(place.channel);
  }

  /** In a turn of its own: an answer is acted on a little later than it comes, and what came behind it must not overtake it. */
  readonly #hear = (channel: string, message: Buffer): void => {
    if (isOwnFrame(message, this.#id)) return;
    const place = this.#places.heardOn(channel);
    if (!place) return; // left in the meantime
    this.#heard.push({ place, message });
    if (this.#heard.length === 1) setImmediate(this.#listen);
  };

  readonly #listen = (): void => {
    const heard = this.#heard;
    this.#heard = [];
    for (const { place, message } of heard) this.#take(place, message);
  };

  #take(place: Place, message: Buffer): void {
    const word = parseWord(message, place.room);
    if (!word) return this.options.tell({ kind: 'garbage' });
    if (word.kind === 'frame') return this.#rooms?.broadcast(place.room, word.bytes);
    const { before, version, change } = word;
    const isOwn = change.kind !== 'all' && nodeOf(change.field) === this.#id;
    const outcome = place.mirror.apply(before, version, change);
    if (outcome === 'gap') void this.#sync(place);
    // Somebody who joins again changes nothing, and everybody gets the list again (protocol.md).
    else if (outcome === 'changed' || (change.kind === 'here' && !isOwn)) this.#rooms?.announce(place.room);
  }

  get #keeps(): boolean {
    return Date.now() < this.#keepsUntil;
  }

  /** Tells Redis whom we have in a room, and takes its list. */
  async #sync(place: Place): Promise<void> {
    if (place.sync !== 'none') {
      place.sync = 'again';
      return;
    }
    try {
      do {
        if (place.own.size === 0) break; // left in the meantime
        place.sync = 'under-way';
        await this.#subscribe(place);
        const own = [...place.own.values()].flatMap((visitor) => this.#places.argumentsOf(visitor));
        const list = stringsOf(await this.#run('sync', place.key, this.#id, String(MAX_LIST), ...own));
        if (place.mirror.replace(list, this.#keeps)) this.#rooms?.announce(place.room);
      } while (this.#isWanted(place));
    } catch {
      // Redis is away, and its return makes good for it.
    }
    place.sync = 'none';
  }

  #isWanted({ sync }: Place): boolean {
    return sync === 'again';
  }

  /** Redis is back, with everything or with nothing, or had given us up. */
  #mend(): void {
    this.options.tell({ kind: 'redis', isUp: true, reason: '' });
    if (this.#wasUp) {
      this.#keepsUntil = Date.now() + GRACE_MS;
      clearTimeout(this.#cancelGrace);
      this.#cancelGrace = setTimeout(() => this.#syncAll(), GRACE_MS + 1);
    }
    this.#wasUp = true;
    this.#syncAll();
  }

  #syncAll(): void {
    for (const place of this.#places.all) void this.#sync(place);
    void this.#tidy().catch(() => undefined); // away again, and then its return comes here again
  }

  /** Frees what Redis holds for us and we do not: left while it was away, or asked for and not waited for. */
  async #tidy(): Promise<void> {
    const left = [...this.#left].filter((channel) => !this.#places.heardOn(channel));
    this.#left.clear();
    for (const channel of left) await this.#link.unsubscribe(channel);
    for (const each of stringsOf(await this.#run('places', this.#id))) {
      const [key = '', connection = '', user = ''] = each.split(' ');
      const place = this.#places.heardOn(`${this.#namespace}:say:${key}`);
      if (!place?.own.has(connection) && !place?.joining) await this.#run('leave', key, this.#id, connection, user);
    }
  }

  async #beat(): Promise<boolean> {
    const wasUp = this.isUp;
    const [known, ...ended] = stringsOf(await this.#run('beat', this.#id, String(LEASE_MS)));
    for (const node of ended) {
      if (node === this.#id || !wasUp || this.#keeps) continue; // it was Redis that was away: they had no chance to give a sign
      this.options.tell({ kind: 'node-gone' });
      void this.#sweep(node, '0').catch(() => undefined);
    }
    void this.#sendBacklog().catch(() => undefined);
    return known === '1';
  }

  async #sweep(node: string, isOwn: '0' | '1'): Promise<void> {
    while (Number(await this.#run('sweep', node, String(SWEEP), isOwn)) > 0);
  }

  /** What waited, once all who are to hear it are back, or had their time. */
  async #sendBacklog(): Promise<void> {
    for (const channel of this.#backlog.channels) {
      const place = this.#places.heardOn(channel);
      const isHeard = !this.#keeps || (await this.#link.hearers(channel)) > (place?.mirror.nodes.size ?? 0);
      if (!this.isUp || !isHeard) continue;
      for (const { message, onLost } of this.#backlog.take(channel)) this.#publish(channel, message, onLost);
    }
  }
}
