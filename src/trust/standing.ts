import type { PairTrust } from './pair-trust.js';
import { PENDING, type PeerTrust } from './state.js';

/** Somebody, as far as they are known. */
export interface Peer {
  name: string;
  isListed: boolean;
  /** An app that can't prove anything, for all that is known: a deployed one, or one that says nothing. */
  isUnable: boolean;
  /** The session that we have, or had, a connection to. */
  pair: PairTrust | undefined;
  /** Words that came before this end knew of the connection, and their session. */
  early: { readonly session: string; readonly words: unknown[] } | undefined;
  /** What was told last. */
  told: PeerTrust;
  /** There is a connection to that session, or was since they came into the list. */
  isUp: boolean;
  unwait: (() => void) | undefined;
}

/** Of whom nothing is known yet. */
export const newPeer = (): Peer => ({
  name: '',
  isListed: false,
  isUnable: false,
  pair: undefined,
  early: undefined,
  told: PENDING,
  isUp: false,
  unwait: undefined,
});

/** What that is worth, where a passphrase is required and where it is not. */
export const standingOf = ({ pair, isUnable, isUp }: Peer, requires: boolean): PeerTrust => {
  const why = pair?.refusal ?? (isUnable && !(pair?.record && isUp) ? 'unsupported' : undefined);
  if (pair?.isVerified && isUp) {
    return { trust: pair.isConfirmed ? 'code' : 'passphrase', verified: true, refusal: undefined };
  }
  if (why && (requires || (why !== 'no-passphrase' && why !== 'unsupported'))) {
    return { trust: 'refused', verified: false, refusal: why };
  }
  if (why === 'unsupported') return { trust: why, verified: false, refusal: undefined };
  const isKnown = why !== undefined || (pair?.isUnproved && !pair.isVerified);
  return isKnown ? { trust: 'unverified', verified: false, refusal: undefined } : PENDING;
};
