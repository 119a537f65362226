import type { Receipt } from '../protocol/receipt.js';
import { type Moment, PatientClock } from './patient-clock.js';
import { Pulse } from './pulse.js';
import { nextStep, type PairFacts, SILENT, type Step } from './recovery.js';

/** Steps taken without ever a connection, after which a person is told that there is no path. */
const HOPELESS = 2;
/** Milliseconds of checks that nobody answers, after which a person is told; they go on. */
const UNANSWERED_CHECKS = 7_000;
/** Milliseconds in which packets come in, receipts if nothing else. */
const OVERDUE = 1_300;
/** Milliseconds of silence until it is shown, and until somebody is taken for gone, though still listed: within 3 and 12 s. */
const QUIET = 2_400;
const LOST = 11_400;
/** Milliseconds of rest after which a connection counts as mended, and the ladder begins anew. */
const MENDED = 5_000;
/** Milliseconds of pictures that come in and are not decoded, after which it is not mended, and a key frame was asked for in vain. */
const UNSEEN = 1_500;
const BLIND = 8_000;
/** Steps for a picture that is not decoded: what they did not mend is the other end's, or the decoder's. */
const BLIND_STEPS = 3;
/** Milliseconds for which a sign of life is news. */
const SIGN = 3_000;

/** What a pair's connection is known to be, from its state. */
export type KnownState = PairFacts['state'];

/** How a pair fares: since when it is what it is, what was tried, and what its packets say. Times are ms of the clock. */
export class PairHealth {
  #state: KnownState = 'none';
  #since: Moment;
  #attempts = 0;
  #hasConnected = false;
  #signAt = Number.NEGATIVE_INFINITY;
  #jitter = 1;
  #pulse: Pulse;
  /** As of the last look: a machine that slept has heard nothing meanwhile, and nobody is to blame. */
  #silence = 0;
  /** Milliseconds in which checks were made and not answered, as far as somebody looked. */
  #unanswered: number | undefined;
  /** Whether DTLS ended once on the connection there is. */
  #isSecured = false;
  /** Milliseconds in which a check had been answered and DTLS had not ended, as far as somebody looked. */
  #securing: number | undefined;
  readonly #clock: PatientClock;
  #isPathless = false;
  /** When anything moved last, and by what count that was seen. */
  #movedAt: Moment;
  #activity = 0;
  #isAnswered = false;
  #hasRepeated = false;
  #isMended = false;
  /** Steps taken for pictures that are not decoded, since they were. */
  #blindSteps = 0;

  constructor(now: number) {
    this.#clock = new PatientClock(now);
    this.#since = this.#movedAt = this.#clock.moment(now);
    this.#pulse = new Pulse(now);
  }

  get hasConnected(): boolean {
    return this.#hasConnected;
  }

  get heardAt(): number {
    return this.#pulse.heardAt;
  }

  get isSilent(): boolean {
    return this.#silence >= QUIET;
  }

  /** Whether the other end gets nothing of what we send. */
  get isDeaf(): boolean {
    return this.#pulse.isDeaf;
  }

  /** Whether something should have come in by `now`: then a look is due. */
  isOverdue(now: number): boolean {
    return this.#hasConnected && now - this.#pulse.heardAt > OVERDUE;
  }

  /** Silent for so long that nobody may be there any more. */
  get isLost(): boolean {
    return this.#hasConnected && this.#silence >= LOST;
  }

  /** There is no path, as far as was tried. It is tried on. */
  get isHopeless(): boolean {
    return !this.#hasConnected && (this.#attempts >= HOPELESS || this.#isPathless);
  }

  /** Whether it has been well for a while, as of the last look. */
  get isMended(): boolean {
    return this.#isMended;
  }

  /** A connection was begun, or who it is became known. */
  begin(now: number): void {
    this.#since = this.#movedAt = this.#clock.moment(now);
    this.#activity = 0;
    this.#securing = undefined;
    this.#isSecured = false;
    const { heardAt } = this.#pulse;
    this.#pulse = new Pulse(heardAt);
  }

  /** Descriptions were exchanged: what comes of them has a time of its own, however long that took. */
  settle(now: number): void {
    this.#movedAt = this.#clock.moment(now);
    if (this.#state === 'new' || this.#state === 'connecting') this.#since = this.#movedAt;
  }

  /** They said something, or what we said was said again. */
  noteMove(now: number): void {
    this.#movedAt = this.#clock.moment(now);
  }

  noteRepeat(now: number): void {
    this.#hasRepeated = true;
    this.#movedAt = this.#clock.moment(now);
  }

  /** Another attempt, ours or theirs. */
  noteAttempt(now: number): void {
    this.#attempts += 1;
    this.#since = this.#clock.moment(now);
    this.#securing = undefined;
    this.#signAt = Number.NEGATIVE_INFINITY;
    this.#jitter = 0.85 + 0.3 * Math.random();
  }

  follow(state: KnownState, now: number): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#since = this.#movedAt = this.#clock.moment(now);
    if (state !== 'connected') return;
    if (!this.#hasConnected) this.#attempts = 0; // Whatever it took to get here.
    this.#hasConnected = true;
    this.#isSecured = true;
    this.#pulse.heard(now);
  }

  heard(at: number): void {
    this.#pulse.heard(at);
  }

  receive(receipt: Receipt, sent: Receipt, now: number): void {
    this.#pulse.receive(receipt, sent, now);
  }

  /** The network may be there again. */
  noteSign(now: number): void {
    this.#signAt = now;
  }

  /**
   * Looks at what is known now, after the packets were counted; tells what to do. `blind`: ms of pictures not decoded. `took`: ms
   * that the count took.
   */
  look(
    pair: Pick<PairFacts, 'isSettled' | 'isInCharge' | 'isOurs'>,
    isAnswered: boolean,
    now: number,
    activity = 0,
    blind = 0,
    took = 0,
  ): Step {
    const passed = this.#clock.look(now, took);
    if (activity !== this.#activity || isAnswered !== this.#isAnswered) this.#movedAt = this.#clock.moment(now);
    this.#activity = activity;
    this.#isAnswered = isAnswered;
    this.#silence = this.#hasConnected ? now - this.#pulse.heardAt : 0;
    const isChecking = this.#state === 'connecting' || this.#state === 'failed';
    const count = (before: number | undefined) => (before === undefined ? 0 : before + passed);
    const isUnanswered = !this.#hasConnected && pair.isSettled && isChecking && !isAnswered;
    if (isUnanswered) this.#unanswered = count(this.#unanswered);
    else if (isAnswered) this.#unanswered = undefined; // A new connection goes on where the last one ended.
    const isSecuring = !this.#isSecured && this.#state === 'connecting' && isAnswered;
    this.#securing = isSecuring ? count(this.#securing) : undefined;
    if (isAnswered) this.#isPathless = false;
    else if ((this.#unanswered ?? 0) >= UNANSWERED_CHECKS) this.#isPathless = true;
    const isWell = this.#state === 'connected' && this.#silence < SILENT && !this.#pulse.isDeaf;
    this.#isMended = isWell && now - this.#since.at >= MENDED;
    if (this.#isMended) this.#attempts = 0;
    if (this.#isMended && blind < UNSEEN) this.#blindSteps = 0;
    const isBlind = this.#blindSteps < BLIND_STEPS && Math.min(blind, now - this.#since.at) >= BLIND;
    // A first connection on its way is as fast as it can be: begun anew it would only be later.
    const canHurry = this.#hasConnected || this.#state === 'failed';
    const step = nextStep({
      ...pair,
      securing: this.#securing ?? 0,
      state: this.#state,
      elapsed: this.#passed(this.#since, now),
      unmoved: this.#passed(this.#movedAt, now),
      isNew: !this.#hasConnected,
      hasRepeated: this.#hasRepeated,
      silence: this.#silence,
      isDeaf: this.#pulse.isDeaf,
      isBlind,
      attempts: this.#attempts,
      hasSign: canHurry && now - this.#signAt < SIGN,
      jitter: this.#jitter,
    });
    if (isBlind && isWell && step !== 'wait') this.#blindSteps += 1;
    return step;
  }

  /** Since then: of a first connection as far as the machine was in time, for most of what is waited for is its own. */
  #passed({ at, counted }: Moment, now: number): number {
    return this.#hasConnected ? now - at : this.#clock.moment(now).counted - counted;
  }
}
