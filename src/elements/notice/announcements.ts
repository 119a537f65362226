import { type Strings, whole } from '../../locales/en.js';
import type { FirstStrings } from '../../locales/first/en.js';
import type { RoomStore } from '../../room/room-store.js';
import type { MeetingState, Peer } from '../../room/types.js';
import { REAL_TIME, type Time } from '../../signaling/time.js';
import { ChatNews } from './chat-news.js';
import { howItEnded } from '../shared/how-it-ended.js';
import { plainName } from '../shared/person.js';
import { TrustNews } from './trust-news.js';

/** Milliseconds within which what happens is told together; likewise after our own joining, when all are still arriving. */
const TOGETHER = 1000;

/** What is told, in the order in which it is. */
const KINDS = ['joined', 'left', 'raisedHand', 'startedSharing', 'lostTouch', 'backInTouch'] as const;
type Kind = (typeof KINDS)[number];

/** What takes another back, so that of both nothing needs to be told. */
const UNDOES: Partial<Record<Kind, Kind>> = {
  joined: 'left',
  left: 'joined',
  lostTouch: 'backInTouch',
  backInTouch: 'lostTouch',
};

interface Seen {
  readonly name: string;
  readonly hand: boolean;
  readonly screen: boolean;
  /** Whether the connection was up, and whether it is down now. */
  readonly wasUp: boolean;
  readonly isDown: boolean;
}

/** What to read out of what happens in a call, from one look at the store to the next: a sentence, not a stream. */
export class Announcements {
  /** What the live region says now. */
  text = '';
  #seen: ReadonlyMap<string, Seen> = new Map();
  #state: MeetingState | undefined;
  #joinedAt: number | undefined;
  /** What is still to be told of ourselves: that we are in, or back after the line was lost. */
  #own: 'in' | 'back' | undefined;
  #isAway = false;
  #pending = new Map<Kind, string[]>();
  readonly #news = new ChatNews();
  readonly #trust = new TrustNews();
  #callOff: (() => void) | undefined;

  constructor(
    /** Told when `text` is another. */
    private readonly changed: () => void,
    private readonly time: Time = REAL_TIME,
  ) {}

  look(store: RoomStore, table: FirstStrings): void {
    const words = whole(table);
    const hands = new Set(store.$hands.get());
    const now = new Map<string, Seen>();
    for (const peer of store.$peers.get().values()) {
      if (peer.state !== 'lost') now.set(peer.id, this.#see(peer, hands.has(peer.id), words));
    }
    const before = this.#seen;
    this.#seen = now;
    const last = this.#state;
    const state = store.$state.get();
    this.#state = state;
    if (state !== 'joined' && state !== 'reconnecting') {
      this.#reset();
      if (last !== undefined && state !== last) this.#say(state === 'left' ? howItEnded(store, words) : '');
      return;
    }
    this.#lookAtOurselves(state === 'reconnecting', words);
    const isArriving = this.time.now() - (this.#joinedAt ??= this.time.now()) < TOGETHER;
    // Those who were there already when we came are no news.
    for (const [id, seen] of now) this.#compare(before.get(id), seen, isArriving, words);
    for (const [id, { name }] of before) if (!now.has(id)) this.#add('left', name, words);
    const hasTrustNews = this.#trust.look(store, words);
    if (this.#news.look(store) || hasTrustNews) this.#tellSoon(words);
  }

  /** Says nothing any more. */
  close(): void {
    this.#reset();
    this.#say('');
    this.#state = undefined;
    this.#seen = new Map();
  }

  #lookAtOurselves(isAway: boolean, words: Strings): void {
    if (this.#joinedAt === undefined) this.#own = 'in';
    else if (isAway !== this.#isAway && this.#own !== 'in') this.#own = isAway ? undefined : 'back';
    this.#isAway = isAway;
    if (this.#own) this.#tellSoon(words);
  }

  #see({ id, name, screen, state }: Peer, hand: boolean, words: Strings): Seen {
    const isUp = state === 'connected';
    const wasUp = isUp || (this.#seen.get(id)?.wasUp ?? false);
    return { name: plainName(name) || words.guest, hand, screen, wasUp, isDown: wasUp && !isUp };
  }

  #compare(was: Seen | undefined, is: Seen, isArriving: boolean, words: Strings): void {
    if (!was) {
      if (!isArriving) this.#add('joined', is.name, words);
      return;
    }
    if (is.hand && !was.hand) this.#add('raisedHand', is.name, words);
    if (!is.hand && was.hand) this.#takeBack('raisedHand', is.name);
    if (is.screen && !was.screen && !isArriving) this.#add('startedSharing', is.name, words);
    if (is.isDown !== was.isDown) this.#add(is.isDown ? 'lostTouch' : 'backInTouch', is.name, words);
  }

  #add(kind: Kind, name: string, words: Strings): void {
    if (UNDOES[kind] && this.#takeBack(UNDOES[kind], name)) return;
    this.#pending.set(kind, [...(this.#pending.get(kind) ?? []), name]);
    this.#tellSoon(words);
  }

  /** Whether it was still to be told, and now is not. */
  #takeBack(kind: Kind, name: string): boolean {
    const names = this.#pending.get(kind);
    const at = names?.indexOf(name) ?? -1;
    if (at >= 0) names?.splice(at, 1);
    return at >= 0;
  }

  #tellSoon(words: Strings): void {
    this.#callOff ??= this.time.after(TOGETHER, () => this.#tell(words));
    this.#say(''); // else the same sentence twice would be read once
  }

  #tell(words: Strings): void {
    this.#callOff = undefined;
    const own = this.#own === 'in' ? this.#whoIsHere(words) : this.#own && words.backOnline;
    this.#own = undefined;
    const sentences = KINDS.flatMap((kind) => {
      const names = this.#pending.get(kind) ?? [];
      return names.length > 0 ? [words[kind](names)] : [];
    });
    this.#pending.clear();
    const news = this.#news.take(words);
    this.#say([own ?? [], ...sentences, ...this.#trust.take(words), news || []].flat().join(' '));
  }

  #whoIsHere(words: Strings): string {
    const names = [...this.#seen.values()].map(({ name }) => name);
    return names.length === 0 ? words.first : words.sentence(words.because(words.people, words.format.list(names)));
  }

  #say(text: string): void {
    if (text === this.text) return;
    this.text = text;
    this.changed();
  }

  /** The call is over, if there was one: what was still to be told is not. */
  #reset(): void {
    this.#joinedAt = this.#own = undefined;
    this.#callOff?.();
    this.#callOff = undefined;
    this.#pending.clear();
    this.#news.forget();
    this.#trust.forget();
  }
}
