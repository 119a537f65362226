import { MeetError } from '../errors.js';
import { LIMITS } from '../protocol/limits.js';
import { type PageWord, parsePageWord, serializePageWord } from '../protocol/page-word.js';
import { REAL_TIME, type Time } from '../signaling/time.js';
import type { Receiver } from './outbox.js';
import { Rate } from './rate.js';

/** Of one page, at once and a second: a pointer that is followed says 60. */
const RATE = { burst: 200, perSecond: 100 };
/** Of one peer: twice that, for a line that was held brings in one go what it held. Who says more is not an honest page. */
const THEIRS = { burst: 400, perSecond: 200 };
/** UTF-16 units that may wait for one peer. */
const MOST_WAITING = 4_194_304;

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
  readonly words: { readonly n: number; readonly text: string }[];
  /** How many of them were said on a connection that is still there. */
  said: number;
  next: number;
  size: number;
}

/** What a page says to itself in the browsers of the others: to each in order and once, over as many connections as it takes. */
export class PageData {
  #session = '';
  readonly #lines = new Map<string, Line>();
  /** What came in last of each. */
  readonly #heard = new Map<string, { readonly session: string; n: number }>();
  readonly #rate: Rate;
  readonly #theirs: Rate;

  constructor(
    private readonly links: PageDataLinks,
    time: Time = REAL_TIME,
  ) {
    this.#rate = new Rate(RATE, time);
    this.#theirs = new Rate(THEIRS, time);
  }

  begin(): void {
    this.end();
    this.#session = crypto.randomUUID();
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
    const ids = to ?? [...receivers.keys()].filter(isPossible);
    const lines = ids.map((id) => [id, this.#line(id)] as const);
    if (!this.#rate.admits('') || lines.some(([, { size }]) => size + json.length > MOST_WAITING))
      throw new MeetError('rate-limited', 'too much data at once', { retryAfter: 1 });
    for (const [id, line] of lines) {
      const word: PageWord = { kind: 'data', session: this.#session, n: line.next, topic, data };
      const text = serializePageWord(word);
      line.words.push({ n: line.next, text });
      line.next += 1;
      line.size += text.length;
      this.flush(id);
    }
  }

  /** There is a way to somebody, or they became known. */
  flush(id: string): void {
    const line = this.#lines.get(id);
    const kind = this.links.receivers().get(id)?.kind;
    if (kind === undefined || kind === 'deployed') this.#lines.delete(id);
    if (!line || kind !== 'ours') return;
    for (const { text } of line.words.slice(line.said)) {
      if (!this.links.say(id, text)) return;
      line.said += 1;
    }
  }

  flushAll(): void {
    for (const id of this.#lines.keys()) this.flush(id);
  }

  /** The way to somebody is gone: what they have not confirmed is said again on the next one. */
  handleLost(id: string): void {
    const line = this.#lines.get(id);
    if (line) line.said = 0;
    this.flush(id);
  }

  /** A word of one of ours. */
  hear(from: string, data: unknown): void {
    const word = parsePageWord(data);
    if (!word) return;
    if (word.kind === 'got') this.#confirm(from, word);
    else this.#take(from, word);
  }

  end(): void {
    this.#lines.clear();
    this.#heard.clear();
  }

  #take(from: string, { session, n, topic, data }: Extract<PageWord, { kind: 'data' }>): void {
    const known = this.#heard.get(from);
    // Whom we know of from their beginning, or from where they are: we may be another page under the same id.
    const last = known?.session === session ? known : { session, n: n - 1 };
    this.#heard.set(from, last);
    const isNext = n === last.n + 1;
    if (isNext) last.n = n;
    this.links.say(from, serializePageWord({ kind: 'got', session, n: last.n }));
    if (isNext && this.#theirs.admits(from)) this.links.onData(from, topic, data);
  }

  #confirm(from: string, { session, n }: Extract<PageWord, { kind: 'got' }>): void {
    const line = this.#lines.get(from);
    if (!line || session !== this.#session) return;
    while (line.said > 0 && line.words[0] && line.words[0].n <= n) {
      line.size -= line.words.shift()?.text.length ?? 0;
      line.said -= 1;
    }
  }

  #line(id: string): Line {
    const known = this.#lines.get(id) ?? { words: [], said: 0, next: 1, size: 0 };
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
