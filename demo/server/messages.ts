import { isHostType, readHostAct, type HostAct } from './house/host-frame.js';

/** A frame as a client sent it. What else stood in it is gone, `from` above all. */
export interface Frame {
  readonly type: string;
  readonly room: string;
  readonly data: unknown;
}

/** What is to be done with a frame. */
export type Verdict =
  | { readonly kind: 'host'; readonly room: string; readonly act: HostAct }
  | { readonly kind: 'join'; readonly room: string }
  | { readonly kind: 'leave'; readonly room: string }
  | { readonly kind: 'relay'; readonly room: string; readonly data: object }
  | { readonly kind: 'room-id' }
  | { readonly kind: 'error'; readonly error: string };

/** protocol.md: a frame of 65,536 bytes passes, one more closes with 1009. */
export const MAX_FRAME_BYTES = 65_536;
const MAX_ROOM_CODE_POINTS = 128;
const MAX_MESSAGE_CODE_POINTS = 5000;

/** The refusal that a frame of this type gets from a room its sender is not in. */
const REFUSALS: Readonly<Record<string, string>> = {
  'chat.message': "You can't send messages to this room",
  'chat.typing': "You can't send typing notifications to this room",
  'webrtc.offer': "You can't send WebRTC messages to this room",
  'webrtc.answer': "You can't send WebRTC messages to this room",
  'webrtc.iceCandidate': "You can't send WebRTC messages to this room",
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const codePoints = (text: string): number => {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
};

/** The frame in a text, or `undefined` when it is not the JSON of one. */
export const parseFrame = (text: string): Frame | undefined => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined; // the caller closes the connection, which is all the answer broken JSON gets
  }
  if (!isObject(value)) return undefined;
  const { type = '', room = '', data } = value;
  return typeof type === 'string' && typeof room === 'string' ? { type, room: room.trim(), data } : undefined;
};

const isRelayed = (type: string) => Object.hasOwn(REFUSALS, type);
const fail = (error: string): Verdict => ({ kind: 'error', error });

/** Judges a frame by itself: its type, its room's name, its data. Being in the room is judged later. */
export const judge = ({ type, room, data }: Frame, hostTools = false): Verdict => {
  const isHosts = hostTools && isHostType(type);
  if (type === 'utils.generateRoomID') return { kind: 'room-id' };
  if (type !== 'chat.join' && type !== 'chat.leave' && !isRelayed(type) && !isHosts) {
    return fail('Invalid message type');
  }
  if (room === '') return fail('Room ID is required');
  if (codePoints(room) > MAX_ROOM_CODE_POINTS) {
    return fail(`Room ID too long (maximum is ${MAX_ROOM_CODE_POINTS} characters)`);
  }
  if (type === 'chat.join') return { kind: 'join', room };
  if (type === 'chat.leave') return { kind: 'leave', room };
  if (!isObject(data)) return fail('Invalid message data');
  if (isHosts) return judgeHost(type, room, data);
  if (type === 'chat.message') return judgeChat(room, data);
  if (type.startsWith('webrtc.') && (typeof data.to !== 'string' || data.to.trim() === '')) {
    return fail('Missing WebRTC recipient');
  }
  return { kind: 'relay', room, data };
};

const judgeHost = (type: string, room: string, data: Record<string, unknown>): Verdict => {
  const act = readHostAct(type, data);
  return act ? { kind: 'host', room, act } : fail('Invalid message data');
};

const judgeChat = (room: string, data: Record<string, unknown>): Verdict => {
  const message = typeof data.message === 'string' ? data.message.trim() : '';
  if (message === '') return fail('Message cannot be empty');
  if (codePoints(message) > MAX_MESSAGE_CODE_POINTS) return fail('Message is too long');
  return { kind: 'relay', room, data };
};

export const refusal = (type: string): string => REFUSALS[type] ?? "You can't send messages to this room";

// As Go's encoding/json writes them: same JSON value, safe to stand in HTML. A pattern of one character and no callback: 65,000 of
// them in one frame cost a millisecond.
const ESCAPES: readonly (readonly [character: RegExp, escape: string])[] = [
  [/</g, '\\u003c'],
  [/>/g, '\\u003e'],
  [/&/g, '\\u0026'],
  [/\u2028/g, '\\u2028'],
  [/\u2029/g, '\\u2029'],
];

const toJson = (value: unknown): string =>
  ESCAPES.reduce((text, [character, escape]) => text.replace(character, escape), JSON.stringify(value));

export interface OutgoingFrame {
  readonly type: string;
  readonly room?: string;
  readonly data: object;
  readonly from: string;
}

/** The bytes of a frame. Throws a `RangeError` on data nested deeper than the engine can write. */
export const encodeFrame = (frame: OutgoingFrame): Buffer => Buffer.from(toJson(frame));

/**
 * The bytes of a client's frame as others get it, or `undefined` for what has grown past what a client may send: characters
 * that are escaped, numbers that are written out, bytes that were no UTF-8. The sender's id does not count, for it is not theirs to choose.
 */
export const encodeRelayed = (frame: OutgoingFrame): Buffer | undefined => {
  const bytes = encodeFrame(frame);
  const sender = Buffer.byteLength(`,"from":${toJson(frame.from)}`);
  return bytes.length - sender > MAX_FRAME_BYTES ? undefined : bytes;
};

/** The `from` of what the server says itself: nobody else's id. */
export const SYSTEM = 'system';

/** What is said where a frame went nowhere, or not to all, for reasons of ours. */
export const BUSY = 'Server busy';

export const errorFrame = (error: string): Buffer =>
  encodeFrame({ type: 'general.error', data: { error }, from: SYSTEM });
