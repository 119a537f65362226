/** What one `getStats()` of a connection says, in the units of the specification (W3C WebRTC Statistics). */
export interface Sample {
  /** Milliseconds, of the report. */
  readonly at: number;
  /** The candidate pair that carries the media; bytes and checks are counted by pair, so another one begins anew. */
  readonly pair: string | undefined;
  readonly bytesIn: number;
  readonly bytesOut: number;
  readonly packetsIn: number;
  readonly packetsLost: number;
  readonly framesDecoded: number;
  /** Whether any connectivity check was ever answered: there is a path, whatever else is wrong. */
  readonly isAnswered: boolean;
  /** Grows with whatever comes in: checks and answers to them until there is a path, then bytes alone, DTLS and all. */
  readonly activity: number;
  /** Connectivity checks that were answered (RFC 7675, consent): what still flows where nothing is sent. */
  readonly responses: number;
  /** Milliseconds since any packet came in, by the report's clock; 0 where it does not tell. */
  readonly idle: number;
  /** RTP packets by m-line (`mid`), as they came in and as they went out. */
  readonly heard: ReadonlyMap<string, number>;
  readonly sent: ReadonlyMap<string, number>;
  /** Pictures by m-line, as they were put together from packets, and as they were decoded. */
  readonly framesReceivedBy: ReadonlyMap<string, number>;
  readonly framesDecodedBy: ReadonlyMap<string, number>;
  readonly roundTripTime: number | undefined;
  readonly candidateTypes: readonly [local: string, remote: string] | undefined;
  readonly framesPerSecond: number | undefined;
  readonly frameWidth: number | undefined;
  readonly frameHeight: number | undefined;
  readonly qualityLimitationReason: string | undefined;
  /** Bits per second that the path carries, as the browser thinks; Firefox does not say. */
  readonly availableOutgoingBitrate: number | undefined;
  readonly framesEncoded: number;
  /** Seconds that encoders and decoders of pictures have taken. */
  readonly work: number;
}

/** What two samples say of the time between them. */
export interface Flow {
  readonly roundTripTime: number | undefined;
  readonly fractionLost: number | undefined;
  readonly bitrateIn: number;
  readonly bitrateOut: number;
  readonly path: 'direct' | 'relay' | 'unknown';
  readonly candidateTypes: Sample['candidateTypes'];
  readonly framesPerSecond: number | undefined;
  readonly frameWidth: number | undefined;
  readonly frameHeight: number | undefined;
  readonly qualityLimitationReason: string | undefined;
  readonly quality: 'good' | 'fair' | 'poor' | 'unknown';
  readonly availableOutgoingBitrate: number | undefined;
  /** How much of one core pictures took, encoded and decoded. */
  readonly work: number;
  /** Whether anything came in: media, words of the data channel, answers to checks. */
  readonly isReceiving: boolean;
}

/** Of a peer without a connection. */
export const NO_FLOW: Flow = {
  roundTripTime: undefined,
  fractionLost: undefined,
  bitrateIn: 0,
  bitrateOut: 0,
  path: 'unknown',
  candidateTypes: undefined,
  framesPerSecond: undefined,
  frameWidth: undefined,
  frameHeight: undefined,
  qualityLimitationReason: undefined,
  quality: 'unknown',
  availableOutgoingBitrate: undefined,
  work: 0,
  isReceiving: false,
};

/** Milliseconds after which an RTCP report says nothing of now: they come every few seconds while anything is sent. */
const FRESH = 10_000;

type Entry = Readonly<Record<string, unknown>>;

const number = (entry: Entry | undefined, key: string): number | undefined =>
  typeof entry?.[key] === 'number' ? entry[key] : undefined;
const text = (entry: Entry | undefined, key: string): string | undefined =>
  typeof entry?.[key] === 'string' ? entry[key] : undefined;

const sum = (entries: readonly Entry[], key: string): number =>
  entries.reduce((total, entry) => total + (number(entry, key) ?? 0), 0);

/** The pair that carries the media: the transport's, or the nominated one where there is no transport entry (Firefox). */
const selectedPair = (entries: readonly Entry[]): Entry | undefined => {
  const transport = entries.find(({ type }) => type === 'transport');
  const selected = text(transport, 'selectedCandidatePairId');
  return (
    entries.find(({ type, id }) => type === 'candidate-pair' && id === selected) ??
    entries.find((entry) => entry['type'] === 'candidate-pair' && entry['nominated'] && entry['state'] === 'succeeded')
  );
};

/** Packets by m-line, whatever became of earlier streams on it. */
const byLine = (entries: readonly Entry[], key: string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const entry of entries) {
    const mid = text(entry, 'mid');
    if (mid !== undefined) counts.set(mid, (counts.get(mid) ?? 0) + (number(entry, key) ?? 0));
  }
  return counts;
};

/**
 * What kind of candidate it is. Somebody found by their packets is peer-reflexive, and stays so in Firefox also when the
 * candidate that they signaled comes later, which then stands in their description alone.
 */
const candidateType = (candidate: Entry | undefined, signaled: string): string | undefined => {
  const type = text(candidate, 'candidateType');
  if (type !== 'prflx') return type;
  const at = ` ${text(candidate, 'address') ?? ''} ${String(number(candidate, 'port'))} typ `;
  const [, known] = signaled.split(at, 2);
  return known?.match(/^\w+/u)?.[0] ?? type;
};

/** Milliseconds since the last packet of any of them. */
const idleOf = (entries: readonly (Entry | undefined)[]): number => {
  const ages = entries.flatMap((entry) => {
    const [at, last] = [number(entry, 'timestamp'), number(entry, 'lastPacketReceivedTimestamp')];
    return at && last ? [Math.max(0, at - last)] : [];
  });
  return ages.length > 0 ? Math.min(...ages) : 0;
};

/**
 * Seconds there and back, as RTCP measured them lately (RFC 3550, 6.4.1). The pair's own measure is second to it: Firefox
 * takes that once, when the path is found, and never again.
 */
const roundTripOf = (reports: readonly Entry[], now: number): number | undefined => {
  const fresh = reports.filter((entry) => now - (number(entry, 'timestamp') ?? 0) < FRESH);
  const times = fresh.flatMap((entry) => number(entry, 'roundTripTime') ?? []);
  return times.length > 0 ? Math.max(...times) : undefined;
};

/** Whether a core does the work: hardware counts the time from a frame's coming in to its going out, of several at once. */
const isByCpu = (entry: Entry): boolean =>
  entry['powerEfficientEncoder'] !== true && entry['powerEfficientDecoder'] !== true;

/** `signaled`: the other end's description, with the candidates that came after it. */
export const readSample = (report: RTCStatsReport, signaled = ''): Sample => {
  const entries: Entry[] = [];
  report.forEach((entry: Entry) => entries.push(entry));
  const ofType = (type: string) => entries.filter((entry) => entry['type'] === type);
  const byId = (id: string | undefined) => entries.find((entry) => entry['id'] === id);
  const incoming = ofType('inbound-rtp');
  const picture = incoming.find(({ kind, frameWidth }) => kind === 'video' && frameWidth !== undefined);
  const sent = ofType('outbound-rtp').find(({ kind, frameWidth }) => kind === 'video' && frameWidth !== undefined);
  const pair = selectedPair(entries);
  const local = text(byId(text(pair, 'localCandidateId')), 'candidateType');
  const remote = candidateType(byId(text(pair, 'remoteCandidateId')), signaled);
  const at = number(pair, 'timestamp') ?? performance.now();
  const pairs = ofType('candidate-pair');
  const isAnswered = pairs.some(
    (entry) => entry['state'] === 'succeeded' || (number(entry, 'responsesReceived') ?? 0) > 0,
  );
  const checks = pairs.length + sum(pairs, 'requestsReceived') + sum(pairs, 'responsesReceived');
  return {
    at,
    pair: text(pair, 'id'),
    bytesIn: number(pair, 'bytesReceived') ?? sum(incoming, 'bytesReceived'),
    bytesOut: number(pair, 'bytesSent') ?? sum(ofType('outbound-rtp'), 'bytesSent'),
    packetsIn: sum(incoming, 'packetsReceived'),
    packetsLost: sum(incoming, 'packetsLost'),
    framesDecoded: sum(incoming, 'framesDecoded'),
    isAnswered,
    activity: sum([...pairs, ...ofType('transport')], 'bytesReceived') + (isAnswered ? 0 : checks),
    responses: number(pair, 'responsesReceived') ?? 0,
    idle: idleOf([pair, ...incoming]),
    heard: byLine(incoming, 'packetsReceived'),
    sent: byLine(ofType('outbound-rtp'), 'packetsSent'),
    framesReceivedBy: byLine(incoming, 'framesReceived'),
    framesDecodedBy: byLine(incoming, 'framesDecoded'),
    roundTripTime: roundTripOf(ofType('remote-inbound-rtp'), at) ?? number(pair, 'currentRoundTripTime'),
    candidateTypes: local && remote ? [local, remote] : undefined,
    framesPerSecond: number(picture, 'framesPerSecond'),
    frameWidth: number(picture, 'frameWidth'),
    frameHeight: number(picture, 'frameHeight'),
    qualityLimitationReason: text(sent, 'qualityLimitationReason'),
    availableOutgoingBitrate: number(pair, 'availableOutgoingBitrate'),
    framesEncoded: sum(ofType('outbound-rtp'), 'framesEncoded'),
    work:
      sum(ofType('outbound-rtp').filter(isByCpu), 'totalEncodeTime') + sum(incoming.filter(isByCpu), 'totalDecodeTime'),
  };
};

/**
 * Good, fair or poor. Talk suffers from 150 ms one way and 1 to 2 % loss, and is hard from 400 ms and 5 % (ITU-T G.114;
 * G.107 for the loss).
 */
const judge = (roundTripTime: number | undefined, fractionLost: number | undefined): Flow['quality'] => {
  if (roundTripTime === undefined) return 'unknown';
  const lost = fractionLost ?? 0;
  if (roundTripTime > 0.8 || lost > 0.05) return 'poor';
  return roundTripTime > 0.3 || lost > 0.015 ? 'fair' : 'good';
};

/** What happened between two samples; of one alone, what it can say. */
export const compareSamples = (before: Sample | undefined, now: Sample): Flow => {
  const seconds = before ? (now.at - before.at) / 1000 : 0;
  const isSamePair = before !== undefined && before.pair === now.pair;
  const rate = (key: 'bytesIn' | 'bytesOut') =>
    isSamePair && seconds > 0 ? Math.max(0, (8 * (now[key] - before[key])) / seconds) : 0;
  const received = Math.max(0, now.packetsIn - (before?.packetsIn ?? 0)); // Falls when an entry vanishes.
  const lost = Math.max(0, now.packetsLost - (before?.packetsLost ?? 0));
  const fractionLost = received + lost > 0 ? lost / (received + lost) : undefined;
  const { roundTripTime, candidateTypes, framesPerSecond, frameWidth, frameHeight } = now;
  // An encoder that rests says for ever what held it up last.
  const isEncoding = !before || now.framesEncoded > before.framesEncoded;
  return {
    roundTripTime,
    fractionLost,
    bitrateIn: rate('bytesIn'),
    bitrateOut: rate('bytesOut'),
    path: candidateTypes ? (candidateTypes.includes('relay') ? 'relay' : 'direct') : 'unknown',
    candidateTypes,
    framesPerSecond,
    frameWidth,
    frameHeight,
    qualityLimitationReason: isEncoding ? now.qualityLimitationReason : undefined,
    quality: judge(roundTripTime, fractionLost),
    availableOutgoingBitrate: now.availableOutgoingBitrate,
    work: before && seconds > 0 ? Math.max(0, (now.work - before.work) / seconds) : 0,
    // Another pair begins to count anew: what it counted so far says nothing of the time between.
    isReceiving:
      received > 0 ||
      ((isSamePair || !before) && (now.bytesIn > (before?.bytesIn ?? 0) || now.responses > (before?.responses ?? 0))),
  };
};
