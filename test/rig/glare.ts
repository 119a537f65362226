import { until } from '../e2e/picture.js';

/** The page's connections that carry something now. */
const connected = (): RTCPeerConnection[] =>
  witness.connections.filter(({ connectionState }) => connectionState === 'connected');

/** Those that were and are not closed: one that restarts may say `connecting` meanwhile. */
const used = (): RTCPeerConnection[] =>
  [...witness.everConnected].filter(({ connectionState }) => connectionState !== 'closed');

let offersBefore = 0;

/** Begins to count offers; called on both sides before either is made to offer, as the other's may come first. */
export const watchOffers = (): void => {
  offersBefore = witness.counts.offersIn + witness.counts.offersOut;
};

/** Makes every connection want to offer, as a change of its tracks would: called on both sides, the offers cross. */
export const offerNow = (): void => {
  for (const connection of used()) connection.restartIce();
};

/** Resolves once an offer was made or taken since they are counted, and every connection has settled on it. */
export const negotiated = (): Promise<void> =>
  until('a settled negotiation', () => {
    const { offersIn, offersOut } = witness.counts;
    const all = connected();
    return (
      offersIn + offersOut > offersBefore &&
      all.length > 0 &&
      all.every(({ signalingState }) => signalingState === 'stable')
    );
  });
