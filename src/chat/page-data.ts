import { MeetError } from '../errors.js';
import { LIMITS } from '../protocol/limits.js';
import { type PageWord, parsePageWord, serializePageWord } from '../protocol/page-word.js';
import { REAL_TIME, type Time } from '../signaling/time.js';
import type { Receiver } from './outbox.js';
import { Rate } from '../signaling/rate.js';

/** Of one page, at once and a second: a pointer that is followed says 60. */
const RATE = { burst: 200, perSecond: 100 };
/** Of one peer, confirmed at once and a second: what comes faster is confirmed later, which slows it down. */
const THEIRS = { burst: 400, perSecond: 200 };
/** Words that are said to one peer and not confirmed; who says twice as many is not one of ours, and not heard. */
const WINDOW = 100;
/** UTF-16 units that may wait for one peer: then what waits is given up. */
const MOST_WAITING = 4_194_304;
/** Milliseconds until what could not be confirmed is. */
const LATER = 250;

const encoder = new TextEncoder();

export interface PageDataLinks {
  /** The others, by id. */
  readonly receivers: () => ReadonlyMap<string, Receiver>;
  /** Says a word to one of ours; false while there is no way to them. */
  readonly say: (to: string, word: string) => boolean;
  readonly onData: (from: string, topic: string, data: unknown) => void;
}

/** What waits for one peer: what was said and not confirmed, then what was not said yet. */
interface Line {
  /** A name that no other line has: another one begins anew at 1. */
  readonly session: string;
  readonly words: { readonly n: number; readonly text: string }[];
  /** How many of them were said on a connection that is still there. */
  said: number;
  next: number;
  size: number;
}

/** What came in last of a peer's line, and what of that was confirmed. */
interface Heard {
  readonly session: string;
  n: number;
  confirmed: number;
}

/** What a page says to itself in the browsers of the others: to each in order and once, over as many connections as it takes. */
export class PageData {
  readonly #lines = new Map<string, Line>();
  readonly #heard = new Map<string, Heard>();
  readonly #rate: Rate;
  readonly #theirs: Rate;
  #unwait: (() => void) | undefined;

  constructor(
    private readonly links: PageDataLinks,
    private readonly time: Time = REAL_TIME,
  ) {
    this.#rate = new Rate(RATE, time);
    this.#theirs = new Rate(THEIRS, time);
  }

  /**
   * Says it to all of ours who are there, or to those named.
   * @throws {MeetError} `message-invalid`: no JSON, more than 60 KiB, or to somebody who is not there or not one of ours; `rate-limited`
   */
  send(data: unknown, to: readonly string[] | undefined, topic: string): void {
    const json = toJson(data);
    if (topic.length > LIMITS.text || encoder.encode(json).length > LIMITS.pageData)
      throw new MeetError('message-invalid', 'data has at most 60 KiB as JSON, a topic 128 UTF-16 units');
    const receivers = this.links.receivers();
    const isPossible = (id: string) => ['ours', 'unknown'].includes(receivers.get(id)?.kind ?? 'nobody');
    if (to && !to.every(isPossible)) throw new MeetError('message-invalid', 'data goes to those of ours who are there');
    const isFull = (id: string) => (this.#lines.get(id)?.size ?? 0) + json.length > MOST_WAITING;
    if (to?.some(isFull) || !this.#rate.admits(''))
      throw new MeetError('rate-limited', 'too much data at once', { retryAfter: 1 });
    for (const id of to ?? [...receivers.keys()].filter(isPossible)) {
      if (isFull(id)) this.#lines.delete(id); // Who is out of reach for so long keeps it from nobody else.
      const line = this.#line(id);
      const word: PageWord = { kind: 'data', session: line.session, n: line.next, topic, data };
      const text = serializePageWord(word);
      line.words.push({ n: line.next, text });
      line.next += 1;
      line.size += text.length;
      this.flush(id);
    }
  }

  /** There is a way to somebody, or they became known, or went. */
  flush(id: string): void {
    const line = this.#lines.get(id);
    const kind = this.links.receivers().get(id)?.kind;
    if (kind === undefined || kind === 'deployed') {
      this.#lines.delete(id);
      this.#heard.delete(id);
    }
    if (kind !== 'ours') return;
    this.#confirm(id);
    for (const { text } of line?.words.slice(line.said, WINDOW) ?? []) {
      if (!line || !this.links.say(id, text)) return;
      line.said += 1;
    }
  }

  flushAll(): void {
    for (const id of new Set([...this.#lines.keys(), ...this.#heard.keys()])) this.flush(id);
  }

  /** The way to somebody is gone: what they have not confirmed is said again on the next one. */
  handleLost(id: string): void {
    const line = this.#lines.get(id);
    if (line) line.said = 0;
  }

  /** A word of one of ours. */
  hear(from: string, data: unknown): void {
    const word = parsePageWord(data);
    if (word?.kind === 'got') this.#handleGot(from, word);
    else if (word) this.#take(from, word);
  }

  end(): void {
    this.#lines.clear();
    this.#heard.clear();
    this.#unwait?.();
    this.#unwait = undefined;
  }

  #take(from: string, { session, n, topic, data }: Extract<PageWord, { kind: 'data' }>): void {
    const known = this.#heard.get(from);
    // Whom we know of from their beginning, or from where they are: we may be another page under the same id.
    const heard = known?.session === session ? known : { session, n: n - 1, confirmed: n - 1 };
    this.#heard.set(from, heard);
    const isNext = n === heard.n + 1 && n - heard.confirmed <= 2 * WINDOW;
    if (isNext) heard.n = n;
    else heard.confirmed = Math.min(heard.confirmed, n - 1); // Said again: they do not know yet.
    this.#confirm(from);
    if (isNext) this.links.onData(from, topic, data);
  }

  /** Says how far their words came in, no faster than an honest page says them. */
  #confirm(to: string): void {
    const heard = this.#heard.get(to);
    if (!heard || heard.n === heard.confirmed) return;
    const { session } = heard;
    let n = heard.confirmed;
    while (n < heard.n && this.#theirs.admits(to)) n += 1;
    const word = serializePageWord({ kind: 'got', session, n });
    if (n > heard.confirmed && this.links.say(to, word)) heard.confirmed = n;
    if (heard.confirmed === heard.n) return;
    this.#unwait ??= this.time.after(LATER, () => {
      this.#unwait = undefined;
      this.flushAll();
    });
  }

  #handleGot(from: string, { session, n }: Extract<PageWord, { kind: 'got' }>): void {
    const line = this.#lines.get(from);
    if (line?.session !== session) return;
    while (line.said > 0 && line.words[0] && line.words[0].n <= n) {
      line.size -= line.words.shift()?.text.length ?? 0;
      line.said -= 1;
    }
    this.flush(from);
  }

  #line(id: string): Line {
    const known = this.#lines.get(id) ?? { session: crypto.randomUUID(), words: [], said: 0, next: 1, size: 0 };
    this.#lines.set(id, known);
    return known;
  }
}

/** @throws {MeetError} `message-invalid` */
const toJson = (data: unknown): string => {
  let json: unknown;
  try {
    json = JSON.stringify(data);
  } catch (cause) {
    throw new MeetError('message-invalid', 'data must be what JSON can say', { cause });
  }
  if (typeof json !== 'string') throw new MeetError('message-invalid', 'data must be what JSON can say');
  return json;
};
