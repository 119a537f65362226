import {
  type HelloWord,
  MAX_RUN,
  parseTrustWord,
  type RoundWord,
  type TagWord,
  type TrustWord,
} from '../protocol/trust.js';
import { type Bytes, compareBytes, concat, framed, isEqual, u32, utf8 } from './bytes.js';
import { agree, createGenerator, createShare, createTag, type Share, type Side } from './cpace.js';
import type { Guesses } from './guesses.js';
import { type Person, recordOf } from './record.js';
import { Serial } from './serial.js';
import type { Refusal } from './state.js';

/** What a pair needs of the room around it, and tells it. */
export interface PairLinks {
  /** On the wire. */
  readonly room: string;
  /** Ours, prepared; empty: we have none. */
  readonly passphrase: () => Bytes;
  /** Of this passphrase: another one has others. */
  readonly guesses: () => Guesses;
  /** How the list calls them. */
  readonly name: () => string;
  readonly send: (word: TrustWord) => boolean;
  readonly onChange: () => void;
  /** A word of the safety code, of somebody who said who they are. */
  readonly onRound: (word: RoundWord) => void;
  /** There must be no connection to this session any more. */
  readonly onClose: (refusal: Refusal) => void;
}

/** One exchange of shares and tags. */
interface Run {
  readonly n: number;
  readonly sid: Bytes;
  /** Those that count the tag of this run: another passphrase has others, and then its outcome is nothing any more. */
  readonly guesses: Guesses;
  /** Our secret, until it is used; none without a passphrase. */
  share: Share | undefined;
  /** The share that they said first; `null`: that they have none. */
  theirs: Bytes | null | undefined;
  /** The tag that proves them. */
  expected: Bytes | undefined;
}

/**
 * What is known of one session of somebody, which has one certificate: who they say they are, and whether they know our passphrase. In
 * runs: within one the first share and the first tag count, a higher one of theirs is taken up, and a proof stays.
 */
export class PairTrust {
  /** Who they said they are, rightly: all that both ends must agree on. */
  record: Bytes | undefined;
  /** They know our passphrase, or knew the one that we had then. */
  isProved = false;
  /** Somebody here said that the safety code is the same at their end. */
  isConfirmed = false;
  /** In the last run they had a passphrase. */
  hasPassphrase = false;
  /** Why they are not let in. */
  refusal: Refusal | undefined;
  /** The last run ended with nothing to prove: we have no passphrase. */
  isUnproved = false;
  /** As they said it. */
  #name: string | undefined;
  #isClosed = false;
  #run: Run | undefined;
  readonly #key: string;
  readonly #serial = new Serial();

  constructor(
    private readonly own: Person,
    private readonly theirs: Omit<Person, 'name'>,
    private readonly links: PairLinks,
  ) {
    this.#key = String(theirs.fingerprint);
  }

  get id(): string {
    return this.theirs.id;
  }

  get session(): string {
    return this.theirs.session;
  }

  get isVerified(): boolean {
    return !this.#isClosed && (this.isProved || this.isConfirmed);
  }

  /** There is a connection between us, with these two fingerprints. */
  handleSecure(own: Uint8Array, theirs: Uint8Array): void {
    const isSame = isEqual(own, this.own.fingerprint) && isEqual(theirs, this.theirs.fingerprint);
    if (!isSame && !this.#isClosed) this.close('changed');
    else if (this.#isClosed) this.#tellClosed();
    else this.restart();
  }

  /** The list shows this name for them. */
  handleName(name: string): void {
    if (this.#name !== undefined && this.#name !== name) this.close('name');
  }

  /** Somebody here says that they see the same safety code, or another one. */
  confirm(isSame: boolean): void {
    this.isConfirmed = isSame;
  }

  /** Tries again, unless they proved themselves: on a new connection, or with another passphrase. */
  restart(): void {
    this.#serial.run(() => (this.isProved ? undefined : this.#begin((this.#run?.n ?? -1) + 1)));
  }

  /** What is no word, whole and within bounds, is dropped. */
  hear(data: unknown): void {
    const word = parseTrustWord(data);
    this.#serial.run(() => {
      if (!word) return undefined;
      if (word.trust === 'hello') return this.#hearHello(word);
      if (word.trust === 'tag') return this.#hearTag(word);
      if (this.record) this.links.onRound(word);
    });
  }

  /** Nothing makes this good, for the whole of their session. */
  close(refusal: Refusal): void {
    if (this.#isClosed) return;
    this.refusal = refusal;
    this.#isClosed = true;
    this.end();
    this.links.onChange();
    this.#tellClosed();
  }

  /** Nothing is heard or said any more. */
  end(): void {
    this.#serial.end();
    this.#run?.guesses.fail(this.#key);
    this.#run = undefined;
  }

  #tellClosed(): void {
    if (this.refusal) this.links.onClose(this.refusal);
  }

  get #isFirst(): boolean {
    return compareBytes(utf8(this.own.id), utf8(this.theirs.id)) < 0;
  }

  async #begin(n: number): Promise<void> {
    if (n > MAX_RUN) return;
    const { own, theirs, links } = this;
    const fingerprints = [own.fingerprint, theirs.fingerprint];
    const sid = concat(...(this.#isFirst ? fingerprints : fingerprints.reverse()), u32(n));
    const run: Run = { n, sid, guesses: links.guesses(), share: undefined, theirs: undefined, expected: undefined };
    this.#run = run;
    const passphrase = links.passphrase();
    if (passphrase.length > 0) {
      const generator = await createGenerator(passphrase, framed('private-meet trust 1', links.room), sid);
      // Without the curve it is as without a passphrase: nothing is proved.
      run.share = await createShare(generator).catch(() => undefined);
    }
    const { session, id, name } = own;
    if (this.#run === run)
      links.send({ trust: 'hello', session, id, name, run: n, ...(run.share ? { y: run.share.share } : {}) });
  }

  async #hearHello(word: HelloWord): Promise<void> {
    const { session, id, name, run: n, y } = word;
    if (session !== this.session || id !== this.id) {
      this.close('identity');
      return;
    }
    if (name !== this.links.name()) {
      this.close('name');
      return;
    }
    this.#name = name;
    this.record ??= recordOf({ ...this.theirs, name });
    const last = this.#run;
    // Whoever has lost what they knew of us begins from the first run again.
    const isAnew = this.isProved && last && n <= last.n && y && last.theirs && !isEqual(y, last.theirs);
    if (n > (last?.n ?? -1)) await this.#begin(n);
    else if (isAnew) await this.#begin(last.n + 1);
    const run = this.#run;
    if (run?.n === n && run.theirs === undefined) {
      run.theirs = y ?? null;
      this.hasPassphrase = y !== undefined;
      await this.#exchange(run, y);
    }
    this.links.onChange();
  }

  /** Both have said what they have. */
  async #exchange(run: Run, y: Bytes | undefined): Promise<void> {
    const { share } = run;
    run.share = undefined;
    if (!share || !y) {
      this.#settle(share && 'no-passphrase');
      return;
    }
    const [ours, other]: [Side, Side] = [
      { share: share.share, data: recordOf(this.own) },
      { share: y, data: this.record ?? new Uint8Array() },
    ];
    const secret = await agree(run.sid, share.key, y, this.#isFirst ? [ours, other] : [other, ours]).catch(
      () => undefined,
    );
    if (!secret) {
      this.#settle('passphrase');
      return;
    }
    const tags = await Promise.all([ours, other].map((side) => createTag(run.sid, secret, side)));
    if (this.#run !== run) return;
    if (!run.guesses.take(this.#key)) {
      this.#settle('attempts');
      return;
    }
    const [tag, expected] = tags;
    run.expected = expected;
    if (tag) this.links.send({ trust: 'tag', run: run.n, tag });
  }

  #hearTag({ run: n, tag }: TagWord): void {
    const run = this.#run;
    if (run?.n !== n || !run.expected) return;
    const isRight = isEqual(run.expected, tag);
    run.expected = undefined;
    if (run.guesses !== this.links.guesses()) return;
    if (isRight) {
      run.guesses.prove(this.#key);
      this.isProved = true;
      this.refusal = undefined;
    } else {
      run.guesses.fail(this.#key);
      this.#settle('passphrase');
    }
    this.links.onChange();
  }

  /** How a run ended that proved nothing; `undefined`: we have no passphrase ourselves. */
  #settle(refusal: Refusal | undefined): void {
    if (this.isProved || this.#isClosed) return;
    this.refusal = refusal;
    this.isUnproved = refusal === undefined;
  }
}
