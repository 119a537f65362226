/** What passed between the stand-in and one peer; kept when the connection is closed, for tests to read. */
export interface PeerRecord {
  offersMade: number;
  answersMade: number;
  candidatesSent: number;
  /** Offers answered. */
  offersTaken: number;
  /** Colliding offers that the impolite side let go. */
  offersIgnored: number;
  /** Offers lost for good by known fault 1, or because the browser refused them. */
  offersDropped: number;
  /** Offers a stillborn pair (known fault 2) never looked at. */
  offersSwallowed: number;
  answersTaken: number;
  /** Answers to no open question (a repeat). */
  answersIgnored: number;
  /** Candidates handed to the connection, end-of-candidates included. */
  candidatesTaken: number;
  rollbacks: number;
  /** RTCPeerConnections made for this peer so far. */
  connections: number;
}

export const createPeerRecord = (): PeerRecord => ({
  offersMade: 0,
  answersMade: 0,
  candidatesSent: 0,
  offersTaken: 0,
  offersIgnored: 0,
  offersDropped: 0,
  offersSwallowed: 0,
  answersTaken: 0,
  answersIgnored: 0,
  candidatesTaken: 0,
  rollbacks: 0,
  connections: 0,
});

/** An error that a deployed client would have logged. */
export interface LoggedError {
  readonly peerId: string;
  readonly during: 'offer' | 'answer' | 'candidate' | 'negotiation';
  readonly error: unknown;
}

/** Totals of what has been received from one peer's connection, from `getStats()`. */
export interface MediaTotals {
  readonly framesDecoded: number;
  readonly audioPackets: number;
  /** As `totalAudioEnergy` of webrtc-stats: grows while there is sound. */
  readonly audioEnergy: number;
}

/** Sums up what a connection has received; only the RTP that comes in counts, not what goes out. */
export const readMedia = async (connection: RTCPeerConnection): Promise<MediaTotals> => {
  const totals = { framesDecoded: 0, audioPackets: 0, audioEnergy: 0 };
  for (const entry of (await connection.getStats()).values() as Iterable<RTCInboundRtpStreamStats>) {
    if (entry.type !== 'inbound-rtp') continue;
    totals.framesDecoded += entry.framesDecoded ?? 0;
    if (entry.kind !== 'audio') continue;
    totals.audioPackets += entry.packetsReceived ?? 0;
    totals.audioEnergy += entry.totalAudioEnergy ?? 0;
  }
  return totals;
};
