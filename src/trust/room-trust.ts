import { displayText } from '../protocol/shape.js';
import { MAX_TRUST_WORD, serializeTrustWord } from '../protocol/trust.js';
import { Rate } from '../signaling/rate.js';
import type { Time } from '../signaling/time.js';
import type { Bytes } from './bytes.js';
import { preparePassphrase } from './cpace.js';
import { Guesses } from './guesses.js';
import { PairTrust } from './pair-trust.js';
import { type Person, recordOf } from './record.js';
import { LateRoomCode } from './late-code.js';
import type { Member } from './room-code.js';
import { newPeer, type Peer, standingOf } from './standing.js';
import { PENDING, type PeerTrust, type Refusal, type Safety } from './state.js';

export { supportsTrust } from './cpace.js';

/** Words of a peer, at once and a second: some four times what an honest one says. */
const RATE = { burst: 40, perSecond: 4 };
/** Milliseconds from the first connection until one of ours that says nothing counts as an app that can't. */
const SILENCE = 3_000;
/** Milliseconds between two passphrases that are tried: each is some words to everybody, who takes so many. */
const BREATH = 1_000;
/** People that are remembered who are not in the list: some come back with the same session. */
const MOST_AWAY = 128;

export interface RoomTrustOptions {
  readonly time: Time;
  /** On the wire, with its prefix. */
  readonly room: string;
  /** Ours, of this join. */
  readonly session: string;
  /** As our token says it. */
  readonly self: { readonly id: string; readonly name: string };
  /** At the beginning. Empty: none. */
  readonly passphrase: string;
  /** At the beginning: whether nothing may flow to and from who is not verified. */
  readonly requires: boolean;
  readonly maxPeers: () => number;
  /** Says a word on the pair's own channel, on the connection that is current and open; false while there is none. */
  readonly send: (id: string, word: string) => boolean;
  /** What is known of somebody in the list is another than before. */
  readonly onPeer: (id: string, trust: PeerTrust) => void;
  /** The connection to them is to be closed, and that session not tried again (`identity`, `name`, `changed`, `liar`). */
  readonly onClose: (id: string, refusal: Refusal) => void;
  readonly onSafety: (safety: Safety) => void;
  /** Whether somebody in the list has a passphrase and we have none. */
  readonly onWanted: (isWanted: boolean) => void;
}

/**
 * Who is at the other end of each connection of a room, for one join: all that the room needs to know of it. Nothing of it throws or
 * rejects; what can't be proved is not proved.
 */
export class RoomTrust {
  readonly #peers = new Map<string, Peer>();
  readonly #rate: Rate;
  readonly #code: LateRoomCode;
  #passphrase: Bytes;
  #requires: boolean;
  #guesses: Guesses;
  /** We ourselves, once DTLS has shown which certificate is ours. */
  #own: (Person & Member) | undefined;
  #isWanted = false;
  #isClosed = false;
  /** When everybody was tried with another passphrase last, ms of the clock; and what calls the next time off. */
  #restartedAt = Number.NEGATIVE_INFINITY;
  #unrestart: (() => void) | undefined;

  constructor(private readonly options: RoomTrustOptions) {
    const { time, room, passphrase, requires, maxPeers } = options;
    this.#rate = new Rate(RATE, time);
    this.#passphrase = preparePassphrase(passphrase);
    this.#requires = requires;
    this.#guesses = new Guesses(maxPeers);
    this.#code = new LateRoomCode(room, time, {
      send: (id, word) => options.send(id, serializeTrustWord(word)),
      onLiar: ({ id, session }) => this.#pairOf(id, session)?.close('liar'),
      onSafety: options.onSafety,
    });
  }

  get safety(): Safety {
    return this.#code.safety;
  }

  /** Somebody is in the list, by the name that it shows; again when it shows another. */
  add(id: string, name: string): void {
    const peer = this.#peerOf(id);
    peer.name = name;
    peer.isListed = true;
    peer.pair?.handleName(name);
    this.#update(id);
  }

  /** They are not in the list any more. Their session is known if they come back with it. */
  remove(id: string): void {
    const peer = this.#peers.get(id);
    if (!peer) return;
    peer.isListed = false;
    peer.isUp = peer.isUnable = false;
    peer.told = PENDING;
    this.#unwait(peer);
    if (!peer.pair) this.#peers.delete(id);
    const away = [...this.#peers].filter(([, { isListed }]) => !isListed);
    const [oldest] = away;
    if (away.length > MOST_AWAY && oldest) {
      oldest[1].pair?.end();
      this.#peers.delete(oldest[0]);
      this.#code.forget(oldest[0]);
    }
    this.#update();
  }

  /** Their app is a deployed one, for all that is known by now: whoever is far away says late that it is not. */
  handleDeployed(id: string): void {
    const peer = this.#peerOf(id);
    peer.isUp = false;
    this.#wait(id, peer);
    this.#update(id);
  }

  /**
   * DTLS is up and the channel open on a connection to somebody's `session` (of the extension `x`), with the SHA-256 fingerprints of both
   * ends' certificates as DTLS saw them, 32 bytes each. To be told of each connection.
   */
  handleSecure(id: string, session: string, own: Uint8Array, theirs: Uint8Array): void {
    if (this.#isClosed) return;
    const peer = this.#peerOf(id);
    const { session: ours, self } = this.options;
    if (!this.#own) {
      const person = { session: ours, id: self.id, name: displayText(self.name), fingerprint: own };
      this.#own = { ...person, record: recordOf(person) };
    }
    if (peer.pair?.session !== session) this.#begin(peer, { id, session, fingerprint: theirs }, this.#own);
    peer.isUp = true;
    peer.pair?.handleSecure(own, theirs);
    this.#code.repeat(id);
    const { early } = peer;
    peer.early = undefined;
    if (early?.session === session) for (const data of early.words) peer.pair?.hear(data);
    this.#update(id);
  }

  /**
   * A word of theirs of version 2, in order, that came on a connection to `session` (of the extension `x`). It may come before
   * `handleSecure`: of the connection before, or of a later session, words would be somebody else's.
   */
  receive(id: string, session: string, data: unknown): void {
    const peer = this.#peers.get(id);
    if (!peer || this.#isClosed) return;
    const isWithin = typeof data === 'string' && data.length <= MAX_TRUST_WORD;
    const pair = this.#pairOf(id, session);
    if (!this.#rate.admits(`${id} ${session}`) || !isWithin) return pair?.close('identity');
    if (pair) return pair.hear(data);
    if (peer.early?.session !== session) peer.early = { session, words: [] };
    if (peer.early.words.length < RATE.burst) peer.early.words.push(data);
  }

  /** Another passphrase: it is tried with all who are not verified. Empty: none; nobody who is verified is less so. */
  setPassphrase(passphrase: string): void {
    const prepared = preparePassphrase(passphrase);
    if (String(prepared) === String(this.#passphrase)) return;
    this.#passphrase = prepared;
    this.#guesses = new Guesses(this.options.maxPeers);
    this.#restartSoon();
    this.#update(...this.#peers.keys());
  }

  /** At once, and of many that are written one after the other the last one. */
  #restartSoon(): void {
    const { time } = this.options;
    const restart = () => {
      this.#unrestart = undefined;
      this.#restartedAt = time.now();
      for (const { pair } of this.#peers.values()) if (pair && !pair.isProved) pair.restart();
    };
    const rest = this.#restartedAt + BREATH - time.now();
    if (rest <= 0) restart();
    else this.#unrestart ??= time.after(rest, restart);
  }

  setRequires(requires: boolean): void {
    this.#requires = requires;
    this.#update(...this.#peers.keys());
  }

  /** What is known of somebody. */
  of(id: string): PeerTrust {
    const peer = this.#peers.get(id);
    return peer ? standingOf(peer, this.#requires) : PENDING;
  }

  /** Whether media, state, reactions, chat and files may flow to and from them. */
  isAdmitted(id: string): boolean {
    const { verified, trust } = this.of(id);
    return verified || (!this.#requires && trust !== 'refused');
  }

  /** Somebody here says that the others see this code too. False, and nothing marked, if it is not the current one. */
  confirm(code: string): boolean {
    const [said, current] = [code, this.safety.code].map((each) => each?.replace(/\D/g, ''));
    if (!current || said !== current) return false;
    const { covered } = this.#code;
    for (const { id, session } of covered) this.#pairOf(id, session)?.confirm(true);
    this.#update(...covered.map(({ id }) => id));
    return true;
  }

  /** Somebody here says that another sees another code: nobody is verified by one any more. */
  doubt(): void {
    for (const { pair } of this.#peers.values()) pair?.confirm(false);
    this.#update(...this.#peers.keys());
    this.options.onSafety({ ...this.safety });
  }

  /** Nothing is said, heard or told any more. */
  close(): void {
    this.#isClosed = true;
    this.#code.end();
    this.#unrestart?.();
    for (const { pair, unwait } of this.#peers.values()) {
      pair?.end();
      unwait?.();
    }
  }

  #peerOf(id: string): Peer {
    const peer = this.#peers.get(id) ?? newPeer();
    this.#peers.set(id, peer);
    return peer;
  }

  #pairOf(id: string, session: string): PairTrust | undefined {
    const pair = this.#peers.get(id)?.pair;
    return pair?.session === session ? pair : undefined;
  }

  /** A session that is new to us is a stranger. */
  #begin(peer: Peer, theirs: Omit<Person, 'name'>, own: Person): void {
    const { room, send, onClose } = this.options;
    const { id } = theirs;
    peer.pair?.end();
    this.#code.forget(id);
    const pair: PairTrust = new PairTrust(own, theirs, {
      room,
      passphrase: () => this.#passphrase,
      guesses: () => this.#guesses,
      name: () => peer.name,
      send: (word) => send(id, serializeTrustWord(word)),
      onChange: () => this.#update(id),
      onRound: (word) => this.#code.hear(id, word),
      onClose: (refusal) => onClose(id, refusal),
    });
    peer.pair = pair;
    peer.isUnable = false;
    this.#unwait(peer);
    this.#wait(id, peer);
  }

  /** Whoever says nothing for a while can't. */
  #wait(id: string, peer: Peer): void {
    peer.unwait ??= this.options.time.after(SILENCE, () => {
      peer.unwait = undefined;
      peer.isUnable = true;
      this.#update(id);
    });
  }

  #unwait(peer: Peer): void {
    peer.unwait?.();
    peer.unwait = undefined;
  }

  /** Tells what is another than it was told. */
  #update(...ids: readonly string[]): void {
    if (this.#isClosed) return;
    for (const id of ids) {
      const peer = this.#peers.get(id);
      if (!peer?.isListed) continue;
      const trust = standingOf(peer, this.#requires);
      if (trust.trust === peer.told.trust && trust.refusal === peer.told.refusal) continue;
      peer.told = trust;
      this.options.onPeer(id, trust);
    }
    const listed = [...this.#peers].filter(([, { isListed }]) => isListed);
    const members = listed.flatMap(([id, { pair }]): Member[] =>
      // With a passphrase required: those who proved it; else all who are not refused.
      pair?.record && this.isAdmitted(id) ? [{ id, session: pair.session, record: pair.record }] : [],
    );
    const others = listed.flatMap(([id]) => (members.some((member) => member.id === id) ? [] : id));
    this.#code.update(this.#own, members, others);
    const isWanted = this.#passphrase.length === 0 && listed.some(([, { pair }]) => pair?.hasPassphrase);
    if (isWanted !== this.#isWanted) this.options.onWanted((this.#isWanted = isWanted));
  }
}
