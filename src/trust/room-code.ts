import { type CommitWord, MAX_ROUND, MOST_SEEN, type RevealWord, type RoundWord } from '../protocol/trust.js';
import type { Rate } from '../signaling/rate.js';
import type { Time } from '../signaling/time.js';
import { type Bytes, isEqual } from './bytes.js';
import { codeOf, commitmentOf, viewOf } from './code.js';
import { roundLimit } from './round-limit.js';
import { Serial } from './serial.js';
import { NO_SAFETY, type Safety } from './state.js';

/** Milliseconds that the people must have been the same before a round begins; until it begins again, or may; until a split is told. */
const REST = 500;
const AGAIN = 10_000;
const RETRY = 1_000;
const SPLIT = 5_000;
/** Views of somebody's that are remembered: they may be in one before we are. */
const MOST_VIEWS = 16;

/** Somebody whom the code is to cover. */
export interface Member {
  readonly id: string;
  readonly session: string;
  readonly record: Bytes;
}

export interface CodeLinks {
  readonly send: (id: string, word: RoundWord) => void;
  /** What they revealed is not what they were bound to. */
  readonly onLiar: (member: Member) => void;
  readonly onSafety: (safety: Safety) => void;
}

/** All who are there. */
interface View {
  readonly name: string;
  readonly hash: Bytes;
  readonly own: Member;
  members: readonly Member[];
  /** It has been this long enough to tell that others see others. */
  isOld: boolean;
  /** Who has counted the rounds up to the last one there is, without a code: none will come. */
  spentBy: readonly string[] | undefined;
}

/** One try at a code. What somebody is bound to here, and what they reveal, is theirs for good: the first counts. */
interface Round {
  readonly e: number;
  readonly nonce: Bytes;
  readonly commitment: Bytes;
  readonly commitments: Map<string, Bytes>;
  readonly nonces: Map<string, Bytes>;
  isRevealed: boolean;
}

/** The safety code of the room: everybody binds themselves to a number, and reveals it once all are bound. */
export class RoomCode {
  #safety: Safety = NO_SAFETY;
  #view: View | undefined;
  #round: Round | undefined;
  /** Ids of those who are there and whom no code can cover. */
  #others: readonly string[] = [];
  /** The last round of each view that we took part in, and its code if it came to one. */
  readonly #ends = new Map<string, { readonly e: number; readonly code?: string }>();
  /** By id and view, the last one last: what others were bound to first in the highest round, which we may not have begun. */
  readonly #heard = new Map<string, Map<string, CommitWord>>();
  readonly #limit: Rate;
  readonly #serial = new Serial();
  #unbegin: (() => void) | undefined;
  #unsplit: (() => void) | undefined;
  #isResting = false;

  constructor(
    /** On the wire. */
    private readonly room: string,
    private readonly time: Time,
    private readonly links: CodeLinks,
  ) {
    this.#limit = roundLimit(time);
  }

  get safety(): Safety {
    return this.#safety;
  }

  /** Those whom the code covers, while there is one. */
  get covered(): readonly Member[] {
    return this.#safety.state === 'ready' ? (this.#view?.members ?? []) : [];
  }

  /** Who is there: `members` are to be covered, `others` (ids) are not. */
  update(own: Member | undefined, members: readonly Member[], others: readonly string[]): void {
    this.#serial.run(async () => {
      this.#others = others;
      if (own && members.length > 0) await this.#enter(own, members);
      else this.#leave();
      this.#tell();
    });
  }

  hear(id: string, word: RoundWord): void {
    this.#serial.run(async () => {
      if (word.trust === 'commit') await this.#hearCommit(id, word);
      else await this.#hearReveal(id, word);
      this.#tell();
    });
  }

  /** There is another connection to somebody: what was said of this round is said again. */
  repeat(id: string): void {
    this.#serial.run(() => {
      if (!this.#round || !this.#view?.members.some((member) => member.id === id)) return;
      this.#sayCommit(this.#view, this.#round, id);
      if (this.#round.isRevealed) this.#sayReveal(this.#view, this.#round, id);
    });
  }

  /** Whoever has this id now is somebody else. */
  forget(id: string): void {
    this.#serial.run(() => void this.#heard.delete(id));
  }

  end(): void {
    this.#serial.end();
    this.#leave();
  }

  #leave(): void {
    this.#unbegin?.();
    this.#unsplit?.();
    this.#unbegin = undefined;
    this.#unsplit = undefined;
    this.#view = undefined;
    this.#round = undefined;
  }

  async #enter(own: Member, members: readonly Member[]): Promise<void> {
    const hash = await viewOf(
      this.room,
      [own, ...members].map(({ record }) => record),
    );
    const name = String(hash);
    if (this.#serial.isEnded) return;
    if (this.#view?.name === name) {
      this.#view.members = members;
      return;
    }
    this.#leave();
    const view: View = { name, hash, own, members, isOld: false, spentBy: undefined };
    this.#view = view;
    this.#unsplit = this.time.after(SPLIT, () => {
      view.isOld = true;
      this.#serial.run(() => this.#tell());
    });
    const end = this.#ends.get(name);
    this.#isResting = end?.code === undefined;
    if (this.#isResting) this.#beginIn(REST);
    else if (this.#highest(view) > (end?.e ?? 0)) await this.#begin();
  }

  #beginIn(ms: number): void {
    this.#unbegin?.();
    this.#unbegin = this.time.after(ms, () => {
      this.#serial.run(async () => {
        await this.#begin();
        this.#tell();
      });
    });
  }

  async #begin(): Promise<void> {
    const view = this.#view;
    if (!view) return;
    this.#isResting = false;
    const e = Math.max(this.#highest(view), (this.#ends.get(view.name)?.e ?? 0) + 1);
    if (e > MAX_ROUND) {
      const { members, name } = view;
      view.spentBy = members.flatMap(({ id }) => (this.#roundOf(id, name) === MAX_ROUND ? [id] : []));
      return;
    }
    const isAllowed = this.#limit.admits('');
    this.#beginIn(isAllowed ? AGAIN : RETRY);
    if (!isAllowed) return;
    const nonce = crypto.getRandomValues(new Uint8Array(32));
    const commitment = await commitmentOf(view.hash, e, { record: view.own.record, nonce });
    if (this.#view !== view) return;
    const round: Round = { e, nonce, commitment, commitments: new Map(), nonces: new Map(), isRevealed: false };
    this.#round = round;
    this.#ends.set(view.name, { e });
    for (const { id } of view.members) {
      const heard = this.#heard.get(id)?.get(view.name);
      if (heard?.e === e) round.commitments.set(id, heard.c);
      this.#sayCommit(view, round, id);
    }
    await this.#advance(view, round);
  }

  /** The highest round of a view that others were in; 0: none. */
  #highest({ members, name }: View): number {
    return Math.max(0, ...members.map(({ id }) => this.#roundOf(id, name)));
  }

  #roundOf(id: string, name: string): number {
    return this.#heard.get(id)?.get(name)?.e ?? 0;
  }

  #sayCommit(view: View, { e, commitment: c }: Round, to: string): void {
    const sees = [view.own, ...view.members].slice(0, MOST_SEEN).map(({ session }) => session);
    this.links.send(to, { trust: 'commit', view: view.hash, e, c, sees });
  }

  #sayReveal(view: View, { e, nonce: r }: Round, to: string): void {
    this.links.send(to, { trust: 'reveal', view: view.hash, e, r });
  }

  async #hearCommit(id: string, word: CommitWord): Promise<void> {
    const [name, view, round] = [String(word.view), this.#view, this.#round];
    this.#keep(id, name, word);
    if (view?.name !== name || !view.members.some((member) => member.id === id)) return;
    if (word.e === round?.e) {
      if (!round.commitments.has(id)) round.commitments.set(id, word.c);
      await this.#advance(view, round);
    } else if (!this.#isResting && word.e > (this.#ends.get(name)?.e ?? 0)) await this.#begin();
  }

  #keep(id: string, name: string, word: CommitWord): void {
    const heard = this.#heard.get(id) ?? new Map<string, CommitWord>();
    const before = heard.get(name);
    heard.delete(name);
    heard.set(name, before && before.e >= word.e ? before : word);
    const [oldest] = heard.keys();
    if (heard.size > MOST_VIEWS && oldest !== undefined) heard.delete(oldest);
    this.#heard.set(id, heard);
  }

  async #hearReveal(id: string, { view: hash, e, r: nonce }: RevealWord): Promise<void> {
    const [view, round] = [this.#view, this.#round];
    const member = view?.members.find((each) => each.id === id);
    const bound = round?.commitments.get(id);
    if (!view || !round || !member || !bound || round.e !== e || !isEqual(view.hash, hash)) return;
    if (round.nonces.has(id)) return;
    const commitment = await commitmentOf(hash, e, { record: member.record, nonce });
    if (!isEqual(commitment, bound)) {
      this.links.onLiar(member);
      return;
    }
    round.nonces.set(id, nonce);
    await this.#advance(view, round);
  }

  /** Reveals ours once all are bound, and reckons the code once all have revealed theirs. */
  async #advance(view: View, round: Round): Promise<void> {
    const { members } = view;
    const hasAll = (of: ReadonlyMap<string, Bytes>) => members.every(({ id }) => of.has(id));
    if (this.#ends.get(view.name)?.code !== undefined || !hasAll(round.commitments)) return;
    if (!round.isRevealed) {
      round.isRevealed = true;
      for (const { id } of members) this.#sayReveal(view, round, id);
    }
    if (!hasAll(round.nonces)) return;
    const parts = members.map(({ id, record }) => ({ record, nonce: round.nonces.get(id) ?? new Uint8Array() }));
    const code = await codeOf(view.hash, round.e, [{ record: view.own.record, nonce: round.nonce }, ...parts]);
    this.#ends.set(view.name, { e: round.e, code });
    this.#unbegin?.();
  }

  #tell(): void {
    const safety = this.#look();
    if (JSON.stringify(safety) === JSON.stringify(this.#safety)) return;
    this.#safety = Object.freeze(safety);
    this.links.onSafety(safety);
  }

  #look(): Safety {
    const [view, others] = [this.#view, this.#others];
    if (!view) return { ...NO_SAFETY, missing: others };
    const code = this.#ends.get(view.name)?.code;
    const ids = view.members.map(({ id }) => id);
    if (code !== undefined) return { state: 'ready', code, covers: ids, missing: others };
    if (view.spentBy) return { state: 'split', code, covers: [], missing: [...others, ...view.spentBy] };
    const last = (id: string) => [...(this.#heard.get(id) ?? [])].at(-1);
    const elsewhere = ids.filter((id) => last(id)?.[0] !== view.name);
    if (!view.isOld || elsewhere.length === 0) return { state: 'forming', code, covers: [], missing: others };
    const all = [view.own, ...view.members];
    const blind = elsewhere.filter((id) => !all.every(({ session }) => last(id)?.[1].sees?.includes(session)));
    return { state: 'split', code, covers: [], missing: [...others, ...blind] };
  }
}
