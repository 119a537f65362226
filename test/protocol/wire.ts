import fc from 'fast-check';
import type { LineKind, PairWord } from '../../src/protocol/extensions.js';
import type { PeerState } from '../../src/protocol/peer-state.js';

/** What the server makes of a client's frame: `from` is its own, foreign keys go, `<`, `>`, `&` are escaped, and it is binary. */
export const relayed = (frame: string, from: string): ArrayBuffer => {
  const { type, room, data } = JSON.parse(frame) as Record<string, unknown>;
  const text = JSON.stringify({ type, room, data, from });
  const escaped = text.replace(/[<>&]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
  return new TextEncoder().encode(escaped).buffer;
};

/** The bytes of a frame that no client would write. */
export const bytesOf = (value: unknown): ArrayBuffer => new TextEncoder().encode(JSON.stringify(value)).buffer;

/** One frame of each kind that the server sends, as it is when nothing is wrong with it. */
export const VALID_FRAMES: readonly Readonly<Record<string, unknown>>[] = [
  { type: 'room.users', room: 'r', from: 'system', data: { users: [{ userID: 'a', username: 'Ann' }] } },
  {
    type: 'room.users',
    room: 'r',
    from: 'system',
    data: { users: [{ userID: 'a', username: 'Ann', role: 'host' }], house: { locked: false, waiting: true } },
  },
  { type: 'room.waiting', room: 'r', from: 'system', data: { host: true } },
  { type: 'room.refused', room: 'r', from: 'system', data: { reason: 'denied' } },
  { type: 'room.knocks', room: 'r', from: 'system', data: { users: [{ userID: 'b', username: 'Bo', guest: true }] } },
  { type: 'host.ask', room: 'r', from: 'a', data: { ask: 'mute' } },
  { type: 'chat.typing', room: 'r', from: 'a', data: { typing: false, x: { v: 1, word: 'hello', session: 's' } } },
  {
    type: 'chat.typing',
    room: 'r',
    from: 'a',
    data: { typing: false, x: { v: 1, word: 'roster', session: 's', ours: ['a', 'b'] } },
  },
  {
    type: 'chat.typing',
    room: 'r',
    from: 'a',
    data: { typing: false, x: { v: 1, word: 'ping', session: 's', to: 't' } },
  },
  {
    type: 'webrtc.offer',
    room: 'r',
    from: 'a',
    data: {
      sdp: 'v=0',
      to: 'b',
      x: { v: 1, from: 's.1', to: 't.1', n: 1, lines: { 0: 'microphone', 1: 'camera' }, state: { microphone: true } },
    },
  },
  { type: 'webrtc.answer', room: 'r', from: 'a', data: { sdp: 'v=0', to: 'b', x: { v: 1, from: 's.1', n: 1 } } },
  {
    type: 'webrtc.iceCandidate',
    room: 'r',
    from: 'a',
    data: { candidate: '{"candidate":"candidate:1","sdpMid":"0","sdpMLineIndex":0}', to: 'b' },
  },
  {
    type: 'webrtc.iceCandidate',
    room: 'r',
    from: 'a',
    data: {
      candidate: '{"candidate":"","sdpMid":"0","sdpMLineIndex":0}',
      to: 'b',
      x: { v: 1, from: 's.1', n: 1, ack: 1, candidates: [{ candidate: 'candidate:1', sdpMid: '0' }] },
    },
  },
  { type: 'general.error', from: 'system', data: { error: 'Rate limit exceeded' } },
];

const deep = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));

/** What a hostile peer might put where something else belongs. */
const HOSTILE: readonly unknown[] = [
  null,
  true,
  -1,
  0.5,
  1e300,
  2 ** 53,
  '',
  ' ',
  '{',
  '{"candidate":1}',
  '{"candidate":"candidate:1","sdpMid":1e9,"sdpMLineIndex":1e9}',
  '\ud800',
  '\u202e\u0000',
  'x'.repeat(129),
  'x'.repeat(60 * 1024),
  'constructor',
  '__proto__',
  [],
  [[]],
  [null],
  Array.from({ length: 600 }, () => ({ userID: crypto.randomUUID(), username: 'N' })),
  Array.from({ length: 600 }, (_, index) => ({ candidate: `candidate:${String(index)}` })),
  Array.from({ length: 600 }, (_, index) => `id ${String(index)}`),
  deep(200),
  {},
  { length: 3 },
  { toString: 1, valueOf: 1 },
  JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
  JSON.parse('{"v":1,"__proto__":{"from":"s.1","n":1}}'),
  Object.fromEntries(Array.from({ length: 100 }, (_, index) => [String(index), 'camera'])),
  { ['m'.repeat(5000)]: 'camera', constructor: 'camera' },
];

export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
);

type Path = readonly string[];

/** Every place of a JSON value, its root left out. */
const pathsOf = (value: unknown): Path[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([key, inner]) => [[key], ...pathsOf(inner).map((rest) => [key, ...rest])]);

const put = (target: Record<string, unknown>, path: Path, value: unknown): void => {
  const [key = '', ...rest] = path;
  if (rest.length > 0) put(target[key] as Record<string, unknown>, rest, value);
  else if (value === undefined) Reflect.deleteProperty(target, key);
  else Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
};

/** A valid frame with one field taken out, put in or exchanged. */
export const spoiledFrame: fc.Arbitrary<Record<string, unknown>> = fc.constantFrom(...VALID_FRAMES).chain((valid) => {
  const paths = pathsOf(valid);
  const added = ['__proto__', 'constructor', 'x', 'from', 'room'].map((key) => [key]);
  return fc
    .tuple(fc.constantFrom(...paths, ...added), fc.option(hostileValue, { nil: undefined, freq: 10 }))
    .map(([path, value]) => {
      const frame = structuredClone(valid) as Record<string, unknown>;
      put(frame, path, value);
      return frame;
    });
});

const id = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
const candidate = fc.record({
  candidate: fc.string({ maxLength: 200 }),
  sdpMid: fc.constantFrom('0', '1', 'audio'),
  sdpMLineIndex: fc.nat({ max: 8 }),
});
const lines = fc
  .uniqueArray(fc.constantFrom<LineKind>('microphone', 'camera', 'screen', 'screen-audio'))
  .map((kinds) => Object.fromEntries(kinds.map((kind, index) => [String(index), kind])));

export const peerState: fc.Arbitrary<PeerState> = fc.record(
  {
    microphone: fc.boolean(),
    camera: fc.boolean(),
    screen: fc.boolean(),
    hand: fc.boolean(),
    stalled: fc.constantFrom('microphone', 'camera', 'both'),
  },
  { requiredKeys: ['microphone', 'camera', 'screen', 'hand'] },
);

/** Anything that one of ours may say to another. */
export const pairWord: fc.Arbitrary<PairWord> = fc.record(
  {
    from: id,
    n: fc.nat(),
    to: id,
    lines,
    ack: fc.nat(),
    candidates: fc.array(candidate, { maxLength: 8 }),
    state: peerState,
  },
  { requiredKeys: ['from', 'n'] },
);
