import type { OpenOffer, PairWord } from '../protocol/extensions.js';
import type { Signal } from '../protocol/messages.js';
import type { PeerState } from '../protocol/peer-state.js';
import { CandidateQueue } from './candidate-queue.js';
import { BRIEF, Gathering } from './gather.js';
import type { Lines } from './lines.js';
import { LocalCandidates } from './local-candidates.js';
import type { Pair } from './pair.js';
import type { Pace } from './resend.js';
import { hasDtx, originOf, withoutOrphans, withPassiveAnswer } from './sdp.js';
import { SentDescriptions } from './sent-descriptions.js';
import { Serial } from './serial.js';

/** Milliseconds of rest opposite a deployed client after an answer: an offer that meets it still applying one is lost to it. */
const SETTLE = 300;
const NO_CANDIDATE: RTCIceCandidateInit = { candidate: '', sdpMid: '0', sdpMLineIndex: 0 };

/**
 * Perfect negotiation (W3C WebRTC, 10.7) of one connection over a lossy wire: signals are applied one after the other,
 * and what went out goes out again while it may be lost (`SentDescriptions`).
 */
export class Negotiation {
  #pair: Pair | undefined;
  readonly #steps: Serial;
  #offers = 0;
  /** Number of our offer that waits for its answer. */
  #pending: number | undefined;
  /** The offer that we took last: its number, or the text of one without. */
  #taken: number | string | undefined;
  /** Whether an offer was taken and its answer waits for our addresses: an offer of our own would take its place. */
  #owesAnswer = false;
  /** Whether the browser asked for an offer that was not made yet. */
  #owesOffer = false;
  #remoteId: string | undefined;
  #settledAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #gathering: Gathering;
  readonly #remoteCandidates: CandidateQueue;
  readonly #localCandidates: LocalCandidates;
  readonly #sent: SentDescriptions;

  constructor(
    private readonly connection: RTCPeerConnection,
    private readonly lines: Lines,
    pace: Pace,
  ) {
    // A description that the browser refuses changes nothing, and is told; of a spare's own to nobody but the page.
    this.#steps = new Serial(
      () => this.#isClosed,
      (error) => (this.#pair?.onRefused ?? reportError)(error),
    );
    this.#sent = new SentDescriptions(connection, () => this.#pair, pace);
    this.#gathering = new Gathering(connection);
    this.#remoteCandidates = new CandidateQueue(connection);
    this.#localCandidates = new LocalCandidates(
      connection,
      {
        isOurs: () => this.#pair?.isOurs() ?? true,
        sendOne: (candidate) => {
          this.#pair?.send({ type: 'webrtc.iceCandidate', candidate, x: this.#word(this.#offers) });
        },
        sendAll: (candidates) => {
          this.#sendWord({ ...this.#word(candidates.length), candidates });
        },
      },
      pace,
    );
    connection.addEventListener('negotiationneeded', this.#handleNegotiationNeeded);
  }

  /** Id of the other end's connection; `undefined` before its first description. */
  get remoteId(): string | undefined {
    return this.#remoteId;
  }

  get isOffering(): boolean {
    return this.#pending !== undefined;
  }

  /** Whether descriptions were exchanged at least once. */
  get isSettled(): boolean {
    return this.#settledAt > 0;
  }

  /** Makes the first offer and lets candidates gather, before it is known for whom. */
  prepare(): Promise<void> {
    return this.#steps.run(() => this.#makeOffer());
  }

  /** Resolves when the offer that was prepared last has the addresses that are found at once. */
  async gathered(): Promise<void> {
    await this.#steps.run(() => this.#gathering.settled(BRIEF));
  }

  bind(pair: Pair): void {
    this.#pair = pair;
  }

  /** The offer that was prepared, as that of the connection `id`, for whoever takes it; `undefined` while there is none. */
  openOffer(id: string, state: PeerState): OpenOffer | undefined {
    const sdp = this.#isClosed ? undefined : this.connection.localDescription?.sdp;
    if (this.#pending === undefined || !sdp) return undefined;
    this.#localCandidates.describe(sdp);
    return { sdp: withoutOrphans(sdp), x: { from: id, n: this.#pending, state, lines: this.lines.describe() } };
  }

  /** Somebody takes it, or has taken it: now it goes out again to them alone, until they have answered. */
  startOpen({ sdp, x }: OpenOffer): void {
    this.#sent.hold({ type: 'webrtc.offer', sdp, x });
    this.#localCandidates.remind();
  }

  /** Sends the first offer, prepared or not. */
  start(): void {
    if (this.#pending !== undefined) void this.#sendOffer(this.#pending);
    else void this.#steps.run(() => this.#makeOffer());
  }

  /** The other end turned out to be ours: an offer that went out is sent again now, and from now on at our pace. */
  hasten(): void {
    this.#sent.hasten();
  }

  /** The other end is there, and lacks what we say again and again: it need not wait for its time. */
  remind(): void {
    this.#sent.remind();
  }

  /** Negotiates anew where silence is sent and is not to be any more. */
  syncDtx(): void {
    if (!this.isSettled || this.isOffering || this.#sent.hasDtx || !this.#pair?.wantsDtx()) return;
    // That is the impolite side's, unless it did so before we knew of as many, and our answer asked for silence.
    if (this.#pair.isPolite && !hasDtx(this.connection.currentRemoteDescription?.sdp)) return;
    this.#owesOffer = true;
    this.#offerSoon();
  }

  handle(signal: Signal): void {
    if (!this.#steps.isFull) void this.#steps.run(() => this.#apply(signal));
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#sent.stop();
    this.#localCandidates.stop();
    this.connection.removeEventListener('negotiationneeded', this.#handleNegotiationNeeded);
  }

  get #isClosed(): boolean {
    return this.connection.signalingState === 'closed';
  }

  #apply(signal: Signal): Promise<void> {
    if (signal.x?.to !== undefined) this.#sent.restAnswer(); // It knows us by our answer.
    if (signal.type === 'webrtc.offer') return this.#takeOffer(signal.sdp, signal.x);
    if (signal.type === 'webrtc.answer') return this.#takeAnswer(signal.sdp, signal.x);
    return this.#takeCandidates(signal.candidate, signal.x);
  }

  readonly #handleNegotiationNeeded = (): void => {
    if (this.#remoteId === undefined) return; // The first offer is made when its time has come.
    this.#owesOffer = true;
    this.#offerSoon();
  };

  #offerSoon(): void {
    if (!this.#owesOffer || this.#owesAnswer || this.#timer !== undefined) return;
    const rest = this.#pair?.isOurs() ? 0 : this.#settledAt + SETTLE - performance.now();
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined;
        void this.#steps.run(() => this.#makeOffer());
      },
      Math.max(0, rest),
    );
  }

  async #makeOffer(): Promise<void> {
    if (this.#owesAnswer) return; // It is made once that is sent.
    this.#owesOffer = false;
    if (this.connection.signalingState !== 'stable') return; // The browser asks again once it is.
    await this.connection.setLocalDescription();
    this.#offers += 1;
    this.#sent.dropOffer(); // Rolled back by an offer that was then refused.
    this.#pending = this.#offers;
    if (this.#pair) void this.#sendOffer(this.#offers);
  }

  async #sendOffer(n: number): Promise<void> {
    const patience = this.#pair?.patience();
    if (patience) await this.#gathering.settled(patience);
    if (this.#isClosed) return; // Firefox throws for a look at the descriptions of a closed connection.
    const sdp = this.connection.localDescription?.sdp;
    if (this.#pending !== n || this.connection.signalingState !== 'have-local-offer' || !sdp) return;
    const x = { ...this.#word(n), ...this.#state(), lines: this.lines.describe() };
    this.#localCandidates.describe(sdp);
    this.#sent.offer({ type: 'webrtc.offer', sdp, x });
  }

  async #takeOffer(sdp: string, x: PairWord | undefined): Promise<void> {
    const key = x?.n ?? sdp;
    if (key === this.#taken) {
      this.#sent.answerAgain();
      return;
    }
    if (typeof key === 'number' && typeof this.#taken === 'number' && key < this.#taken) return;
    if (this.connection.signalingState === 'have-local-offer' && !this.#pair?.isPolite) {
      this.remind(); // Ours goes first.
      return;
    }
    if (!this.#pair?.accepts(sdp, x)) return;
    await this.connection.setRemoteDescription({
      type: 'offer',
      sdp: this.#mayBeAnswered ? withPassiveAnswer(sdp) : sdp,
    });
    this.#sent.dropOffer(); // Rolled back, now that theirs is taken.
    this.#pending = undefined;
    this.#taken = key;
    this.#sent.dropAnswer();
    this.#remoteId = x?.from ?? originOf(sdp);
    this.lines.adopt(x?.lines);
    await this.#remoteCandidates.flush();
    await this.lines.sync(this.#pair.audience());
    if (this.#isClosed) return;
    await this.connection.setLocalDescription();
    this.#owesAnswer = true;
    void this.#sendAnswer(key);
  }

  /** Whether a deployed client may have answered our first offer, and the answer was lost: then its part in the handshake is settled. */
  get #mayBeAnswered(): boolean {
    return this.#remoteId === undefined && this.#pending !== undefined && !this.#pair?.isOurs();
  }

  async #sendAnswer(key: number | string): Promise<void> {
    const patience = this.#pair?.patience();
    if (patience) await this.#gathering.settled(patience);
    if (this.#isClosed) return;
    const sdp = this.connection.localDescription?.sdp;
    if (this.#taken !== key || this.connection.localDescription?.type !== 'answer' || !sdp) return;
    const x = { ...this.#word(typeof key === 'number' ? key : 0), ...this.#state() };
    this.#localCandidates.describe(sdp);
    this.#sent.answer({ type: 'webrtc.answer', sdp, x });
    this.#settle();
  }

  async #takeAnswer(sdp: string, x: PairWord | undefined): Promise<void> {
    if (this.#pending === undefined || this.connection.signalingState !== 'have-local-offer') return;
    if (x && x.n !== this.#pending) return;
    const from = x?.from ?? originOf(sdp);
    if (this.#remoteId !== undefined && this.#remoteId !== from) {
      this.#pair?.onStranger();
      return;
    }
    if (!this.#pair?.accepts(sdp, x)) return;
    await this.connection.setRemoteDescription({ type: 'answer', sdp });
    this.#sent.dropOffer();
    this.#pending = undefined;
    this.#remoteId = from;
    await this.#remoteCandidates.flush();
    this.#settle();
  }

  async #takeCandidates(candidate: RTCIceCandidateInit, x: PairWord | undefined): Promise<void> {
    if (x?.ack !== undefined) this.#localCandidates.acknowledge(x.ack);
    if (!x?.candidates) return this.#remoteCandidates.add(candidate);
    for (const one of x.candidates) await this.#remoteCandidates.add(one);
    // Once connected nobody waits for them: the sender stops by itself.
    if (this.connection.connectionState !== 'connected') this.#sendWord({ ...this.#word(0), ack: x.n });
    return undefined;
  }

  #settle(): void {
    this.#settledAt = performance.now();
    this.#owesAnswer = false;
    this.#pair?.onSettled();
    this.#offerSoon();
  }

  /** A word without a description, which a client that does not know it takes for the end of candidates. */
  #sendWord(x: PairWord): void {
    this.#pair?.send({ type: 'webrtc.iceCandidate', candidate: NO_CANDIDATE, x });
  }

  #state(): { readonly state?: PeerState } {
    const state = this.#pair?.describeState();
    return state ? { state } : {};
  }

  #word(n: number): PairWord {
    return { from: this.#pair?.id ?? '', n, ...(this.#remoteId === undefined ? {} : { to: this.#remoteId }) };
  }
}
