import type { Strings } from '../../locales/en.js';
import type { Peer, PeerStats } from '../../room/types.js';

/** Loss that is worth a word: below it nobody hears anything (ITU-T G.107). */
const NOTABLE_LOSS = 0.005;

/** How a connection is. */
export interface QualityText {
  /** `good` while nothing is known to be wrong. */
  readonly tone: 'good' | 'fair' | 'poor';
  readonly summary: string;
  /** Why it is as it is; empty while nothing is known. */
  readonly why: string;
}

/** How the connection to a peer is, in words, and why. */
export const qualityText = (
  { name, state, quality, path }: Pick<Peer, 'name' | 'state' | 'quality' | 'path'>,
  stats: PeerStats | undefined,
  words: Strings,
): QualityText => {
  switch (state) {
    case 'connecting':
      return { tone: 'fair', summary: words.peerConnecting, why: '' };
    case 'reconnecting':
    case 'lost':
      return { tone: 'poor', summary: words.peerReconnecting, why: '' };
    case 'failed':
      return { tone: 'poor', summary: words.peerFailed(name), why: '' };
    case 'connected':
      return {
        tone: quality === 'unknown' ? 'good' : quality,
        summary: words.quality[quality],
        why: reasons(path, stats, words).join(words.comma),
      };
  }
};

const reasons = (path: Peer['path'], stats: PeerStats | undefined, words: Strings): string[] => {
  const lost = stats?.fractionLost ?? 0;
  const roundTrip = stats?.roundTripTime;
  return [
    ...(lost >= NOTABLE_LOSS ? [words.packetLoss(lost)] : []),
    ...(path === 'relay' ? [words.throughRelay] : []),
    ...(roundTrip === undefined ? [] : [words.milliseconds(Math.round(roundTrip * 1000))]),
  ];
};
