/** What is known of a pair when its next step is chosen. Times are milliseconds. */
export interface PairFacts {
  /** `none`: no connection was begun. */
  readonly state: RTCPeerConnectionState | 'none';
  /** Since the state changed or a step was taken. */
  readonly elapsed: number;
  /** Since anything came in; 0 before there was a connection. */
  readonly silence: number;
  /** Since anything moved at all: a word of theirs, a check that was answered or came in, a byte. */
  readonly unmoved: number;
  /** Whether it was never connected. */
  readonly isNew: boolean;
  /** Whether what we said was said again, since nothing moved. */
  readonly hasRepeated: boolean;
  /** Whether the other end lives and gets nothing of what we send. */
  readonly isDeaf: boolean;
  /** Whether its pictures come in and are not decoded, though a key frame was asked for. */
  readonly isBlind: boolean;
  /** Whether descriptions were exchanged. */
  readonly isSettled: boolean;
  /** For how long DTLS has been under way: since a connectivity check was answered, and so there is a path. */
  readonly securing: number;
  /** Steps taken since it was last connected. */
  readonly attempts: number;
  /** The side that restarts: the impolite one, and always ours opposite a deployed client. */
  readonly isInCharge: boolean;
  readonly isOurs: boolean;
  /** Whether something said just now that the network is there again: the socket, the browser, the peer itself. */
  readonly hasSign: boolean;
  /** What waits are stretched by, about 1: so that pairs that broke together do not mend in step. */
  readonly jitter: number;
}

/**
 * `begin`: offer at last, since the other end did not. `repeat`: what was said, as it was. `restart`: ICE. `refresh`: ICE with
 * fresh servers. `replace`: a new connection. `relay`: a new one through the relay alone, where there is one. `rejoin`: a new
 * one at both ends; a deployed client keeps its own until a list lacks us.
 */
export type Step = 'wait' | 'begin' | 'repeat' | 'restart' | 'refresh' | 'replace' | 'relay' | 'rejoin';

/** The other side acts too, but later: what only one end notices is mended as well. */
const PATIENCE = 3;
/** A deployed client waits 300 ms before it offers; one of ours offers at once and again after 500 ms. */
const FIRST_OFFER = { ours: 3_000, deployed: 1_500 };
/** Before another attempt: the last one repeats. One that was connected once is back within 18 s of whatever was in its way. */
const BACKOFF = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 60_000];
const BACKOFF_KNOWN = 4;
/** In which a disconnected path may come back by itself (W3C WebRTC: the state is not final). */
const DISCONNECTED = 2_000;
/** Without a packet: ours are heard every second, a deployed client's microphone all the time. */
export const SILENT = 3_000;
/** A first connection of which nothing is heard: what was said is said again, and then once it is begun anew. */
const UNHEARD = 3_000;
/**
 * Opposite a deployed client, without anything that moved: then it is dead, as one pair in a hundred of theirs is born. Not
 * before: it applies the descriptions of a new one to its own old one, and in Firefox no later one comes up then (measured).
 */
const DEAD = 15_000;
/** Until the next step then: later than that after the answer to the last one, whatever the jitter. */
const BEYOND = 1.25 * DEAD;
/** Restarts of a connection that failed, which only Chromium's survives. */
const RESTARTS = 2;
/** For connectivity checks and DTLS; ICE itself gives up after some 15 to 30 s. */
const CONNECTING = 15_000;
/**
 * For DTLS alone, which takes a few round trips and repeats what is lost after 50 ms, 100 ms, … (RFC 6347, 4.2.4, with Chromium's
 * first wait): it never ends where the other end's first connection spoke before its second one was answered.
 */
const SECURING = 6_000;
/** For an offer that is sent again and again to be answered. */
const UNANSWERED = 20_000;
/** After a step before a sign of life is reason for the next. */
const HASTE = 1_500;

const backoffOf = ({ isNew }: PairFacts, attempts: number): number =>
  BACKOFF[Math.min(attempts, isNew ? BACKOFF.length - 1 : BACKOFF_KNOWN)] ?? 0;

const limit = (facts: PairFacts): number => {
  const { state, isSettled, isOurs, attempts, isDeaf, isBlind } = facts;
  const backoff = (count: number) => backoffOf(facts, count);
  switch (state) {
    case 'none':
      return isOurs ? FIRST_OFFER.ours : FIRST_OFFER.deployed;
    case 'new':
    case 'connecting':
      return isOurs ? (isSettled ? CONNECTING : UNANSWERED) : Math.max(BEYOND, backoff(attempts));
    case 'connected':
      return (isDeaf || isBlind) && attempts === 0 ? 0 : backoff(attempts);
    case 'disconnected':
      return DISCONNECTED + (attempts > 0 ? backoff(attempts - 1) : 0);
    default:
      return backoff(attempts);
  }
};

/**
 * The rungs for a path that is lost, and for a connection that is: after the last they begin again from `replace`.
 * A path that has long been silent when the network comes back is taken for a lost connection. Restarted, or come back by
 * itself, it would keep Chromium's estimate of what it carries, sunk to 150 kbit/s by all that was lost: the picture is
 * back after 2.5 s then, and after 0.2 to 1.5 s on a new connection (measured after 5 s without a link).
 */
const LOST: readonly Step[] = ['restart', 'refresh', 'replace', 'relay'];
const FAILED: readonly Step[] = ['replace', 'relay'];
/** The same opposite a deployed client. */
const LOST_DEPLOYED: readonly Step[] = ['restart', 'refresh', 'replace', 'rejoin'];
const FAILED_DEPLOYED: readonly Step[] = ['replace', 'rejoin'];

const rung = (steps: readonly Step[], attempts: number): Step => {
  const repeated = steps.indexOf('replace');
  const at = attempts < steps.length ? attempts : repeated + ((attempts - repeated) % (steps.length - repeated));
  return steps[at] ?? 'replace';
};

const isBeginning = ({ state, isNew }: PairFacts): boolean => isNew && (state === 'new' || state === 'connecting');

/** The next rung of the ladder: a pure function of what is known. */
export const nextStep = (facts: PairFacts): Step => {
  const { state, elapsed, securing, silence, isDeaf, isInCharge, isOurs, attempts, hasSign, jitter } = facts;
  const isSilent = silence >= SILENT;
  const isPoor = isDeaf || facts.isBlind;
  const isPathWell = state === 'connected' && !isSilent && !isDeaf;
  if (isPathWell && !isPoor) return 'wait';
  if (state === 'disconnected' && silence < DISCONNECTED) return 'wait'; // Packets know better than the state.
  // What goes one way only is known at one end alone, which so is the one to act.
  const patience = isInCharge || state === 'none' || (isPoor && !isSilent) ? 1 : PATIENCE;
  const stretch = patience * (state === 'none' ? 1 : jitter);
  const isOver = state === 'closed' || (state === 'failed' && attempts >= RESTARTS);
  const isDead = facts.unmoved >= DEAD || isOver;
  const isUnsecured = isOurs ? securing >= SECURING * stretch : securing > 0 && isDead;
  const isUnheard =
    isOurs && attempts === 0 && securing === 0 && isBeginning(facts) && facts.unmoved >= UNHEARD * patience;
  const isDue = elapsed >= limit(facts) * stretch || isUnsecured || isUnheard;
  if (!isDue && !(hasSign && state !== 'none' && elapsed >= HASTE)) return 'wait';
  if (state === 'none') return 'begin';
  if (isUnheard && !facts.hasRepeated) return 'repeat';
  if (isPathWell) return isOurs ? 'replace' : 'restart'; // Their voice is heard: a deployed client might lose it.
  const isLost = state === 'disconnected' || (state === 'connected' && isSilent);
  const isRestart = isLost && !(hasSign && isSilent);
  if (isOurs) return rung(isRestart ? LOST : FAILED, attempts);
  if (isUnsecured) return 'rejoin'; // There is a path, and no other one would be any better.
  const step = rung(isRestart ? LOST_DEPLOYED : FAILED_DEPLOYED, attempts);
  return isDead || step === 'refresh' ? step : 'restart';
};
