import type { Leg } from './bridge.js';

type Bytes = Uint8Array<ArrayBuffer>;

interface Person {
  readonly session: string;
  readonly id: string;
  readonly name: string;
}

const concat = (...parts: readonly Bytes[]): Bytes => {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
};
const text = (value: string): Bytes => new TextEncoder().encode(value);
/** Length by LEB128, then the bytes (CPace, A.1). */
const lv = (bytes: Bytes): Bytes => {
  const length: number[] = [];
  let rest = bytes.length;
  for (; rest > 127; rest >>= 7) length.push((rest & 127) | 128);
  return concat(new Uint8Array([...length, rest]), bytes);
};
const u32 = (value: number): Bytes => new Uint8Array([value >>> 24, value >>> 16, value >>> 8, value]);
const sha256 = async (...parts: readonly Bytes[]): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', concat(...parts)));
const base64url = (bytes: Bytes): string =>
  btoa(String.fromCharCode(...bytes)).replace(/[+/=]/gu, (each) => ({ '+': '-', '/': '_' })[each] ?? '');
const fromHex = (hex: string): Bytes => Uint8Array.from(hex.match(/../gu) ?? [], (byte) => parseInt(byte, 16));

const compare = (one: Bytes, other: Bytes): number => {
  const index = one.findIndex((byte, at) => byte !== other[at]);
  return index < 0 ? one.length - other.length : (one[index] ?? 0) - (other[index] ?? -1);
};

/** What one end and we as the other commit to. */
interface Round {
  readonly view: string;
  readonly e: number;
  readonly r: Bytes;
}

/** Makes safety codes with two ends, with each as the other: written from the page that describes them, with nothing of the product's. */
export class CodeForger {
  /** Who each end says it is. */
  readonly #people = new Map<Leg, Person>();
  readonly #rounds = new Map<Leg, Round>();
  readonly #own: Bytes;
  #turn = Promise.resolve();

  constructor(
    certificate: RTCCertificate,
    private readonly room: string,
  ) {
    const fingerprint = certificate.getFingerprints().find(({ algorithm }) => algorithm === 'sha-256')?.value ?? '';
    this.#own = fromHex(fingerprint.replaceAll(':', ''));
  }

  /** A word that came in on the leg `from`, of two people who talk to nobody else. */
  take(word: Readonly<Record<string, unknown>>, from: Leg, to: Leg): Promise<void> {
    this.#turn = this.#turn.then(() => this.#take(word, from, to));
    return this.#turn;
  }

  async #take(word: Readonly<Record<string, unknown>>, from: Leg, to: Leg): Promise<void> {
    if (word['trust'] === 'hello') {
      const { session, id, name } = word as unknown as Person;
      this.#people.set(from, { session, id, name });
      to.say(JSON.stringify(word));
    } else if (word['trust'] === 'commit') {
      await this.#commit(String(word['view']), Number(word['e']), from, to);
    } else if (word['trust'] === 'reveal') {
      const round = this.#rounds.get(from);
      if (round && round.view === word['view'] && round.e === word['e']) {
        from.say(JSON.stringify({ v: 2, trust: 'reveal', view: round.view, e: round.e, r: base64url(round.r) }));
      }
    }
  }

  async #commit(theirView: string, e: number, from: Leg, to: Leg): Promise<void> {
    const [they, played] = [this.#people.get(from), this.#people.get(to)];
    if (!they || !played) return; // The other has not said yet whom we are to play; a round begins anew without an end.
    const theirs = await sha256(new Uint8Array(from.connection.sctp?.transport.getRemoteCertificates()[0] ?? []));
    const own = this.#record(played, this.#own);
    const records = [this.#record(they, theirs), own].sort(compare);
    const view = await sha256(lv(text('private-meet view 1')), lv(text(this.room)), ...records.map(lv));
    const known = this.#rounds.get(from);
    if (base64url(view) !== theirView || (known?.view === theirView && known.e === e)) return;
    const r = crypto.getRandomValues(new Uint8Array(32));
    this.#rounds.set(from, { view: theirView, e, r });
    const c = await sha256(lv(text('private-meet commit 1')), lv(view), u32(e), lv(own), lv(r));
    from.say(JSON.stringify({ v: 2, trust: 'commit', view: theirView, e, c: base64url(c) }));
  }

  #record({ session, id, name }: Person, fingerprint: Bytes): Bytes {
    return concat(lv(text(session)), lv(text(id)), lv(text(name)), lv(fingerprint));
  }
}
