import type { Signal } from '../protocol/messages.js';
import type { Pair } from './pair.js';
import { DEPLOYED, OURS, type Pace, Resend } from './resend.js';
import { withDtx, withoutOrphans } from './sdp.js';

/** Milliseconds in which a description is not sent again: on a slow machine offers that wait in line ask for one answer. */
const AGAIN = 300;

type Description = Exclude<Signal, { type: 'webrtc.iceCandidate' }>;

/**
 * The offer and the answer that went out last, over a wire that loses some: an offer is sent again until it is dropped, an
 * answer to ours until the other end shows that it has it, and either as soon as somebody lacks it.
 */
export class SentDescriptions {
  #offer: { readonly signal: Description; resend: Resend } | undefined;
  #answer: Description | undefined;
  #answering: Resend | undefined;
  #hasDtx = false;
  #sentAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly connection: Pick<RTCPeerConnection, 'connectionState' | 'localDescription'>,
    private readonly pair: () => Pick<Pair, 'isOurs' | 'send' | 'wantsDtx'> | undefined,
    private readonly pace: Pace,
  ) {}

  /** Whether the last one asked for no sound in silence (DTX). */
  get hasDtx(): boolean {
    return this.#hasDtx;
  }

  offer(signal: Description): void {
    this.#sendFirst(signal);
    this.#repeat(signal);
  }

  /** An offer that has gone out another way. */
  hold(signal: Description): void {
    this.#sentAt = performance.now();
    this.#hasDtx = false;
    this.#repeat(signal);
  }

  /** It was answered, or rolled back. */
  dropOffer(): void {
    this.#offer?.resend.stop();
    this.#offer = undefined;
  }

  answer(signal: Description): void {
    this.#answer = signal;
    this.#sendFirst(signal);
    // The next offer asks for it again, but each such round would have to get through both ways.
    if (this.pair()?.isOurs()) this.#answering = new Resend(() => this.#answerUnasked(signal), OURS, this.pace);
  }

  /** Their offer came again: the answer was lost, or is still on its way. */
  answerAgain(): void {
    if (this.#answer) this.#sendAgain(this.#answer);
  }

  /** The answer has arrived; it stays for an offer of before that comes late. */
  restAnswer(): void {
    this.#answering?.stop();
  }

  /** It was to an offer that another has taken the place of. */
  dropAnswer(): void {
    this.restAnswer();
    this.#answer = undefined;
  }

  /** The other end is there, and lacks what we say again and again: it need not wait for its time. */
  remind(): void {
    (this.#offer?.resend ?? this.#answering)?.now();
  }

  /** The other end turned out to be ours: an offer that went out is sent again now, and from now on at our pace. */
  hasten(): void {
    this.remind();
    if (this.#offer) this.#repeat(this.#offer.signal);
  }

  stop(): void {
    this.#offer?.resend.stop();
    this.#answering?.stop();
  }

  #repeat(signal: Description): void {
    this.#offer?.resend.stop();
    const schedule = this.pair()?.isOurs() ? OURS : DEPLOYED;
    this.#offer = { signal, resend: new Resend(() => this.#sendAgain(signal), schedule, this.pace) };
  }

  #answerUnasked(answer: Description): void {
    const { connectionState } = this.connection;
    if (['connected', 'failed', 'closed'].includes(connectionState)) this.#answering?.stop();
    else this.#sendAgain(answer);
  }

  /** As it was, to ours with the candidates that were found since: who missed it may have missed them too. */
  #sendAgain(description: Description): void {
    if (performance.now() - this.#sentAt < AGAIN) return;
    if (this.connection.connectionState === 'closed') return; // Firefox throws for a look at its descriptions.
    const { type, sdp } = this.connection.localDescription ?? {};
    const isCurrent = this.pair()?.isOurs() && description.type === `webrtc.${type}` && sdp !== undefined;
    this.#send(isCurrent ? { ...description, sdp } : description);
  }

  /** Said again it asks for the same: who has taken it already does not look at it any more. */
  #sendFirst(description: Description): void {
    const pair = this.pair();
    this.#hasDtx = !!pair?.isOurs() && pair.wantsDtx();
    this.#send(description);
  }

  #send(description: Description): void {
    this.#sentAt = performance.now();
    const sdp = withoutOrphans(description.sdp);
    this.pair()?.send({ ...description, sdp: this.#hasDtx ? withDtx(sdp) : sdp });
  }
}
