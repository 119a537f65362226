import type { PairWord } from '../protocol/extensions.js';
import type { Signal } from '../protocol/messages.js';
import type { PeerState } from '../protocol/peer-state.js';
import { CandidateQueue } from './candidate-queue.js';
import { Gathering } from './gather.js';
import type { Lines } from './lines.js';
import { LocalCandidates } from './local-candidates.js';
import type { Pair } from './pair.js';
import { DEPLOYED, OURS, type Pace, Resend } from './resend.js';
import { originOf, withoutOrphans } from './sdp.js';
import { Serial } from './serial.js';

/** Milliseconds of rest opposite a deployed client after an answer: an offer that meets it still applying one is lost to it. */
const SETTLE = 300;
/** Milliseconds in which a description is not sent again: on a slow machine offers that wait in line ask for one answer. */
const AGAIN = 300;
const NO_CANDIDATE: RTCIceCandidateInit = { candidate: '', sdpMid: '0', sdpMLineIndex: 0 };

type Description = Exclude<Signal, { type: 'webrtc.iceCandidate' }>;

/**
 * Perfect negotiation (W3C WebRTC, 10.7) of one connection over a lossy wire: signals are applied one after the other,
 * an offer is sent again until it is answered, and an answer is kept for an offer that comes again.
 */
export class Negotiation {
  #pair: Pair | undefined;
  readonly #steps: Serial;
  #offers = 0;
  #pending: { readonly n: number; signal?: Description; resend?: Resend } | undefined;
  /** The offer that we took last: its number, or the text of one without. */
  #taken: number | string | undefined;
  #answer: Description | undefined;
  #answering: Resend | undefined;
  /** Whether an offer was taken and its answer waits for our addresses: an offer of our own would take its place. */
  #owesAnswer = false;
  /** Whether the browser asked for an offer that was not made yet. */
  #owesOffer = false;
  #describedAt = Number.NEGATIVE_INFINITY;
  #remoteId: string | undefined;
  #settledAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #gathering: Gathering;
  readonly #remoteCandidates: CandidateQueue;
  readonly #localCandidates: LocalCandidates;

  constructor(
    private readonly connection: RTCPeerConnection,
    private readonly lines: Lines,
    private readonly pace: Pace,
  ) {
    // A description that the browser refuses changes nothing, and is told; of a spare's own to nobody but the page.
    this.#steps = new Serial(
      () => this.#isClosed,
      (error) => (this.#pair?.onRefused ?? reportError)(error),
    );
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

  bind(pair: Pair): void {
    this.#pair = pair;
  }

  /** Sends the first offer, prepared or not. */
  start(): void {
    if (this.#pending) void this.#sendOffer(this.#pending.n);
    else void this.#steps.run(() => this.#makeOffer());
  }

  /** The other end turned out to be ours: an offer that went out is sent again now, and from now on at our pace. */
  hasten(): void {
    this.remind();
    this.#repeat();
  }

  /** The other end is there, and lacks what we say again and again: it need not wait for its time. */
  remind(): void {
    (this.#pending?.resend ?? this.#answering)?.now();
  }

  handle(signal: Signal): void {
    if (!this.#steps.isFull) void this.#steps.run(() => this.#apply(signal));
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#pending?.resend?.stop();
    this.#answering?.stop();
    this.#localCandidates.stop();
    this.connection.removeEventListener('negotiationneeded', this.#handleNegotiationNeeded);
  }

  get #isClosed(): boolean {
    return this.connection.signalingState === 'closed';
  }

  #apply(signal: Signal): Promise<void> {
    if (signal.x?.to !== undefined) this.#answering?.stop(); // It knows us by our answer.
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
    this.#pending?.resend?.stop(); // Rolled back by an offer that was then refused.
    this.#pending = { n: this.#offers };
    if (this.#pair) void this.#sendOffer(this.#offers);
  }

  async #sendOffer(n: number): Promise<void> {
    const patience = this.#pair?.patience();
    if (patience) await this.#gathering.settled(patience);
    if (this.#isClosed) return; // Firefox throws for a look at the descriptions of a closed connection.
    const sdp = this.connection.localDescription?.sdp;
    if (this.#pending?.n !== n || this.connection.signalingState !== 'have-local-offer' || !sdp) return;
    const x = { ...this.#word(n), ...this.#state(), lines: this.lines.describe() };
    const signal: Description = { type: 'webrtc.offer', sdp: withoutOrphans(sdp), x };
    this.#localCandidates.describe(sdp);
    this.#describedAt = performance.now();
    this.#pair?.send(signal);
    this.#pending.signal = signal;
    this.#repeat();
  }

  #repeat(): void {
    const { signal, resend } = this.#pending ?? {};
    if (!this.#pending || !signal) return;
    resend?.stop();
    this.#pending.resend = new Resend(() => this.#sendAgain(signal), this.#pair?.isOurs() ? OURS : DEPLOYED, this.pace);
  }

  async #takeOffer(sdp: string, x: PairWord | undefined): Promise<void> {
    const key = x?.n ?? sdp;
    if (key === this.#taken) {
      if (this.#answer) this.#sendAgain(this.#answer); // It was lost, or is still on its way.
      return;
    }
    if (typeof key === 'number' && typeof this.#taken === 'number' && key < this.#taken) return;
    if (this.connection.signalingState === 'have-local-offer' && !this.#pair?.isPolite) {
      this.remind(); // Ours goes first.
      return;
    }
    await this.connection.setRemoteDescription({ type: 'offer', sdp });
    this.#pending?.resend?.stop(); // Rolled back, now that theirs is taken.
    this.#pending = undefined;
    this.#taken = key;
    this.#answering?.stop();
    this.#answer = undefined;
    this.#remoteId = x?.from ?? originOf(sdp);
    this.lines.adopt(x?.lines);
    await this.#remoteCandidates.flush();
    await this.lines.sync(!this.#pair?.isOurs());
    if (this.#isClosed) return;
    await this.connection.setLocalDescription();
    this.#owesAnswer = true;
    void this.#sendAnswer(key);
  }

  async #sendAnswer(key: number | string): Promise<void> {
    const patience = this.#pair?.patience();
    if (patience) await this.#gathering.settled(patience);
    if (this.#isClosed) return;
    const sdp = this.connection.localDescription?.sdp;
    if (this.#taken !== key || this.connection.localDescription?.type !== 'answer' || !sdp) return;
    const x = { ...this.#word(typeof key === 'number' ? key : 0), ...this.#state() };
    const answer: Description = { type: 'webrtc.answer', sdp, x };
    this.#answer = answer;
    this.#describedAt = performance.now();
    this.#localCandidates.describe(sdp);
    this.#pair?.send(answer);
    // The next offer asks for it again, but each such round would have to get through both ways.
    if (this.#pair?.isOurs()) this.#answering = new Resend(() => this.#answerAgain(answer), OURS, this.pace);
    this.#settle();
  }

  #answerAgain(answer: Description): void {
    const { connectionState } = this.connection;
    if (connectionState === 'connected' || connectionState === 'failed') this.#answering?.stop();
    else this.#sendAgain(answer);
  }

  /** As it was, to ours with the candidates that were found since: who missed it may have missed them too. */
  #sendAgain(description: Description): void {
    if (performance.now() - this.#describedAt < AGAIN) return;
    this.#describedAt = performance.now();
    const { type, sdp } = this.connection.localDescription ?? {};
    const isCurrent = this.#pair?.isOurs() && description.type === `webrtc.${type}` && sdp !== undefined;
    this.#pair?.send(isCurrent ? { ...description, sdp: withoutOrphans(sdp) } : description);
  }

  async #takeAnswer(sdp: string, x: PairWord | undefined): Promise<void> {
    if (!this.#pending || this.connection.signalingState !== 'have-local-offer') return;
    if (x && x.n !== this.#pending.n) return;
    const from = x?.from ?? originOf(sdp);
    if (this.#remoteId !== undefined && this.#remoteId !== from) {
      this.#pair?.onStranger();
      return;
    }
    await this.connection.setRemoteDescription({ type: 'answer', sdp });
    this.#pending.resend?.stop();
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
    return this.#pair ? { state: this.#pair.describeState() } : {};
  }

  #word(n: number): PairWord {
    return { from: this.#pair?.id ?? '', n, ...(this.#remoteId === undefined ? {} : { to: this.#remoteId }) };
  }
}
