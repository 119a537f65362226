import { Bridge, type Leg } from './bridge.js';
import { CodeForger } from './code-forger.js';
import { flowing } from './flow.js';

/**
 * What becomes of the words by which two ends prove something to each other. `pass`: they go on; `swallow`: none does;
 * `reflect`: each comes back to who said it as well, instead of the other's; `disarm`: what proves a passphrase is taken out of them;
 * `spoil`: their bytes are changed; `forge`: whoever is in between makes codes with both ends, as the other.
 */
export type Words = 'pass' | 'swallow' | 'reflect' | 'disarm' | 'spoil' | 'forge';

interface TrustWord {
  readonly [field: string]: unknown;
  readonly trust: string;
}

const trustWordIn = (text: string): TrustWord | undefined => {
  const value = JSON.parse(text) as Record<string, unknown>;
  return value['v'] === 2 && typeof value['trust'] === 'string' ? (value as TrustWord) : undefined;
};

/** Another first character, which means other bytes. */
const spoiled = (text: unknown): unknown =>
  typeof text === 'string' ? `${text.startsWith('B') ? 'C' : 'B'}${text.slice(1)}` : text;

/** Somebody between two others, in a page: two connections for each of theirs, of which each end takes one for the other's. */
export class Mallory {
  readonly #bridges: Bridge[] = [];
  /** Words of trust that came in, in order; of both ends. */
  readonly trustWords: TrustWord[] = [];
  /** Everything else that was said over channels. */
  readonly overheard: unknown[] = [];
  /** Names of the certificate that both ends see. */
  readonly fingerprint: string;

  private constructor(
    private readonly certificate: RTCCertificate,
    private readonly words: Words,
    private readonly room: string,
  ) {
    this.fingerprint = certificate.getFingerprints().find(({ algorithm }) => algorithm === 'sha-256')?.value ?? '';
  }

  /** `room`: as it stands on the wire. */
  static async create(words: Words, room: string): Promise<Mallory> {
    const algorithm: EcKeyGenParams = { name: 'ECDSA', namedCurve: 'P-256' };
    return new Mallory(await RTCPeerConnection.generateCertificate(algorithm), words, room);
  }

  /** An offer on its way: what is to go on in its place. `from` and `to` name connections, as `x` does. */
  offer(sdp: string, from: string, to?: string): Promise<string> {
    const bridge = this.#bridgeOf(from) ?? this.#bridgeOf(to) ?? this.#build(from);
    return bridge.offer(from, sdp);
  }

  answer(sdp: string, from: string, to: string): Promise<string> {
    const bridge = this.#bridgeOf(to);
    if (!bridge) throw new Error(`an answer to ${to}, of which there was no offer`);
    return bridge.answer(from, sdp);
  }

  /** Resolves once both ends of a pair of connections were connected, to us, and could say something. */
  async stands(): Promise<void> {
    await kit.until('to stand between', () => this.#bridges.some(({ near, far }) => near.hasOpened && far.hasOpened));
  }

  /** Resolves once pictures and sound of both ends come through. */
  async overhears(): Promise<void> {
    await flowing(2);
  }

  /** Packets of sound and pictures that came in, from both ends together. */
  async mediaPackets(): Promise<number> {
    let packets = 0;
    for (const { near, far } of this.#bridges) {
      for (const { connection } of [near, far]) {
        for (const entry of (await connection.getStats()).values() as Iterable<Record<string, unknown>>) {
          if (entry['type'] === 'inbound-rtp') packets += Number(entry['packetsReceived'] ?? 0);
        }
      }
    }
    return packets;
  }

  #bridgeOf(id: string | undefined): Bridge | undefined {
    return this.#bridges.findLast((bridge) => bridge.legTo(id));
  }

  #build(offerer: string): Bridge {
    const forger = new CodeForger(this.certificate, this.room);
    const pass = (text: string, from: Leg, to: Leg) => {
      const word = trustWordIn(text);
      if (word) this.trustWords.push(word);
      else this.overheard.push(text);
      if (word && this.words === 'forge') void forger.take(word, from, to);
      else if (word && this.words === 'reflect') from.say(text);
      else if (!word || this.words !== 'swallow') to.say(word ? this.#changed(word, text) : text);
    };
    const bridge = new Bridge(this.certificate, offerer, pass, (word) => this.overheard.push(word));
    this.#bridges.push(bridge);
    return bridge;
  }

  #changed(word: TrustWord, text: string): string {
    if (this.words === 'disarm' && word.trust === 'hello') return JSON.stringify({ ...word, y: undefined });
    if (this.words === 'spoil') return JSON.stringify({ ...word, y: spoiled(word['y']), tag: spoiled(word['tag']) });
    return text;
  }
}
