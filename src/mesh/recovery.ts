/** What is known of a pair when its next step is chosen. */
export interface PairFacts {
  /** `none`: no connection was begun. */
  readonly state: RTCPeerConnectionState | 'none';
  /** Milliseconds since the state changed or a step was taken. */
  readonly elapsed: number;
  /** Whether descriptions were exchanged. */
  readonly isSettled: boolean;
  /** Steps taken since it was last connected. */
  readonly attempts: number;
  /** The side that restarts: the impolite one, and always ours opposite a deployed client. */
  readonly isInCharge: boolean;
  readonly isOurs: boolean;
}

/** `begin`: offer at last, since the other end did not. `restart`: ICE. `replace`: a new connection. */
export type Step = 'wait' | 'begin' | 'restart' | 'replace';

/** The other side acts too, but later: what only one end notices is mended as well. */
const PATIENCE = 3;
/** Milliseconds. A deployed client waits 300 ms before it offers; one of ours offers at once and again after 500 ms. */
const FIRST_OFFER = { ours: 3_000, deployed: 1_500 };
/** Milliseconds before another attempt at a connection that failed. */
const BACKOFF = [1_000, 2_000, 4_000];
const BACKOFF_LAST = 15_000;
/** Milliseconds in which a disconnected path may come back by itself (W3C WebRTC: the state is not final). */
const DISCONNECTED = 2_000;
/** Milliseconds after the answer with nothing tried at all: stillborn, as one pair in a hundred of deployed clients is. */
const STILLBORN = 5_000;
/** Milliseconds for connectivity checks and DTLS; ICE itself gives up after some 15 to 30 s. */
const CONNECTING = 15_000;
/** Milliseconds for an offer that is sent again and again to be answered: to a deployed client it goes three times. */
const UNANSWERED = { ours: 20_000, deployed: 8_000 };

const limit = ({ state, isSettled, isOurs, attempts }: PairFacts): number => {
  const unanswered = isOurs ? UNANSWERED.ours : UNANSWERED.deployed;
  switch (state) {
    case 'none':
      return isOurs ? FIRST_OFFER.ours : FIRST_OFFER.deployed;
    case 'new':
      return isSettled ? STILLBORN : unanswered;
    case 'connecting':
      return isSettled ? CONNECTING : unanswered;
    case 'disconnected':
      return DISCONNECTED + (attempts > 0 ? (BACKOFF[attempts - 1] ?? BACKOFF_LAST) : 0);
    default:
      return BACKOFF[attempts] ?? BACKOFF_LAST;
  }
};

/** The next rung of the ladder: a pure function of what is known. */
export const nextStep = (facts: PairFacts): Step => {
  const { state, elapsed, isInCharge } = facts;
  if (state === 'connected') return 'wait';
  const patience = isInCharge || state === 'none' ? 1 : PATIENCE;
  if (elapsed < limit(facts) * patience) return 'wait';
  if (state === 'none') return 'begin';
  return state === 'disconnected' ? 'restart' : 'replace';
};
