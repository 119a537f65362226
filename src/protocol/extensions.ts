import { patched } from './difference.js';
import { LIMITS } from './limits.js';
import { type PeerState, readPeerState } from './peer-state.js';
import { description, isRecord, safeInteger, shortText, userId } from './shape.js';

/**
 * Our own words, under one key `x` of `data`, which the server relays untouched and deployed clients ignore.
 * Version 1; a frame of any other version counts as one without `x`.
 */
export const EXTENSION_VERSION = 1;

/** What an m-line is for. */
export const LINE_KINDS = ['microphone', 'camera', 'screen', 'screen-audio'] as const;
export type LineKind = (typeof LINE_KINDS)[number];

/** Said to the whole room, on `chat.typing` with `typing: false`. */
export interface RoomWord {
  /**
   * `hello`: here I am. `roster`: these are ours. `ping`: am I still in? (its echo says so). `bye`: I leave.
   * `waiting`: I found the room too full, as others may have; who has to go is settled in a moment.
   */
  readonly word: 'hello' | 'roster' | 'ping' | 'bye' | 'waiting';
  /** The sender's session: a new one for each join, so that words of an earlier one are told apart. */
  readonly session: string;
  /** The session that is answered, of a `ping` to a second one under the same user id. */
  readonly to?: string;
  /** User ids known as ours, of `roster`. */
  readonly ours?: readonly string[];
  /** Of a `hello`: offers for those who are there, by their rank, in the flight of the join. */
  readonly offers?: readonly OpenOffer[];
  /** Of the `roster` that answers a hello: id of the connection whose offer the sender takes. */
  readonly takes?: string;
}

/** An offer that is made before it is known for whom. */
export interface OpenOffer {
  readonly sdp: string;
  readonly x: PairWord;
}

/** Rides on an offer, an answer or candidates for one peer. */
export interface PairWord {
  /** Id of the sender's connection (`connectionId`): a new one for each `RTCPeerConnection`. */
  readonly from: string;
  /** Id of the connection that it is meant for, once known. */
  readonly to?: string;
  /** Number of the offer, of the offer that is answered, or of the candidates so far. */
  readonly n: number;
  /** What each m-line is for, by `mid`, of an offer. */
  readonly lines?: Readonly<Record<string, LineKind>>;
  /** The sender's microphone and camera when it said this, of an offer or an answer; later changes go over the data channel. */
  readonly state?: PeerState;
  /** Candidates found after the description went out, all of them so far. */
  readonly candidates?: readonly RTCIceCandidateInit[];
  /** Of an offer: it is not for whoever took that of one of these connections, which rode on a hello. */
  readonly unless?: readonly string[];
  /** How many candidates have come in. */
  readonly ack?: number;
}

/** Names one `RTCPeerConnection` of a pair: the session it belongs to and its number there. */
export const connectionId = (session: string, generation: number): string => `${session}.${String(generation)}`;

/** The session of a connection's id. */
export const sessionOf = (id: string): string => id.split('.', 1)[0] ?? '';

/** Whether `id` is an earlier connection than `other` of the same session, so that what it says is stale. */
export const isEarlierConnection = (id: string, other: string): boolean => {
  const [session, generation] = id.split('.');
  const [otherSession, otherGeneration] = other.split('.');
  return session === otherSession && Number(generation) < Number(otherGeneration);
};

const isLineKind = (value: unknown): value is LineKind => (LINE_KINDS as readonly unknown[]).includes(value);

const versioned = (value: unknown): Record<string, unknown> | undefined =>
  isRecord(value) && value['v'] === EXTENSION_VERSION ? value : undefined;

/**
 * Of the session that says hello, in the order of those whom they are for: the first one whole, of each other one its
 * connection, its number and what differs from the first. From a bad one on there are none.
 */
const parseOpenOffers = (first: unknown, more: unknown, session: string): { offers?: readonly OpenOffer[] } => {
  if (!isRecord(first)) return {};
  const sdp = description(first['sdp']);
  const x = parsePairWord(first['x']);
  if (sdp === undefined || sdp.length > LIMITS.openSdp || x === undefined || sessionOf(x.from) !== session) return {};
  const offers: OpenOffer[] = [{ sdp, x }];
  for (const each of Array.isArray(more) ? (more.slice(0, LIMITS.openOffers - 1) as unknown[]) : []) {
    if (!Array.isArray(each)) break;
    const [from, n, other] = [shortText(each[0]), safeInteger(each[1]), patched(sdp, each.slice(2))];
    if (from === undefined || n === undefined || other === undefined || sessionOf(from) !== session) break;
    offers.push({ sdp: other, x: { ...x, from, n } });
  }
  return { offers };
};

/** `undefined` for anything that is not a word of ours, whole and well-formed. */
export const parseRoomWord = (value: unknown): RoomWord | undefined => {
  const x = versioned(value);
  const session = shortText(x?.['session']);
  if (!x || !session) return undefined;
  const word = x['word'];
  if (word === 'hello') return { word, session, ...parseOpenOffers(x['offer'], x['more'], session) };
  if (word === 'bye' || word === 'waiting') return { word, session };
  if (word === 'ping') {
    const to = shortText(x['to']);
    return { word, session, ...(to === undefined ? {} : { to }) };
  }
  if (word !== 'roster' || !Array.isArray(x['ours']) || x['ours'].length > LIMITS.users) return undefined;
  const ours = x['ours'].map(userId);
  const takes = shortText(x['takes']);
  if (!ours.every((id) => id !== undefined)) return undefined;
  return { word, session, ours, ...(takes === undefined ? {} : { takes }) };
};

/** An unsigned short (W3C WebRTC, `RTCIceCandidateInit`): a browser wraps a larger one round, to another line. */
const MAX_LINE = 65_535;

const parseLines = (value: unknown): Record<string, LineKind> | undefined => {
  if (!isRecord(value)) return undefined;
  const lines = Object.entries(value).slice(0, 16);
  const known = lines.filter(
    (line): line is [string, LineKind] => shortText(line[0]) === line[0] && isLineKind(line[1]),
  );
  return Object.assign(Object.create(null) as Record<string, LineKind>, Object.fromEntries(known));
};

/** The candidate as `addIceCandidate` takes it: a line without an m-line belongs to the first, since all is bundled. */
export const parseCandidate = (value: unknown): RTCIceCandidateInit | undefined => {
  if (!isRecord(value)) return undefined;
  const { candidate, sdpMid, sdpMLineIndex, usernameFragment } = value;
  if (typeof candidate !== 'string' || candidate.length > LIMITS.candidate) return undefined;
  const mid = shortText(sdpMid);
  const line = safeInteger(sdpMLineIndex);
  const index = line === undefined || line > MAX_LINE ? undefined : line;
  const fragment = shortText(usernameFragment);
  return {
    candidate,
    ...(mid === undefined ? {} : { sdpMid: mid }),
    ...(index === undefined ? (mid === undefined ? { sdpMLineIndex: 0 } : {}) : { sdpMLineIndex: index }),
    ...(fragment === undefined ? {} : { usernameFragment: fragment }),
  };
};

/** The id under which one of ours sent a message, which goes to each other of ours under it as well. */
export const parseMessageId = (value: unknown): string | undefined => shortText(versioned(value)?.['id']);

/** `undefined` for anything that is not a word of ours, whole and well-formed. */
export const parsePairWord = (value: unknown): PairWord | undefined => {
  const x = versioned(value);
  const from = shortText(x?.['from']);
  const n = safeInteger(x?.['n']);
  if (!x || !from || n === undefined) return undefined;
  const to = shortText(x['to']);
  const unless = Array.isArray(x['unless']) ? x['unless'].slice(0, LIMITS.openOffers).map(shortText) : undefined;
  const lines = parseLines(x['lines']);
  const ack = safeInteger(x['ack']);
  const candidates = Array.isArray(x['candidates'])
    ? x['candidates'].slice(0, LIMITS.candidates).map(parseCandidate)
    : undefined;
  return {
    from,
    n,
    ...(to === undefined ? {} : { to }),
    ...(unless?.every((id) => id !== undefined) ? { unless } : {}),
    ...(lines === undefined ? {} : { lines }),
    ...(ack === undefined ? {} : { ack }),
    ...(isRecord(x['state']) ? { state: readPeerState(x['state']) } : {}),
    ...(candidates === undefined ? {} : { candidates: candidates.filter((one) => one !== undefined) }),
  };
};
