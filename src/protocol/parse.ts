import { parseCandidate, parseMessageId, parsePairWord, parseRoomWord } from './extensions.js';
import { kindOf } from './kind.js';
import { LIMITS } from './limits.js';
import type { AddressedSignal, House, Role, ServerMessage, User } from './messages.js';
import { description, displayText, isRecord, shortText, userId } from './shape.js';

const decoder = new TextDecoder();

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // What is no JSON is no message: the caller drops it like any other garbage.
  }
};

const isBuffer = (frame: unknown): frame is ArrayBuffer => kindOf(frame) === 'ArrayBuffer';

/** The frame's JSON value; frames come as binary, and may come as text. */
const decode = (frame: unknown): unknown => {
  if (typeof frame === 'string') return frame.length > LIMITS.frame ? undefined : parseJson(frame);
  if (isBuffer(frame) && frame.byteLength <= LIMITS.frame) return parseJson(decoder.decode(frame));
  return undefined;
};

const roleOf = (value: unknown): Role | undefined => (value === 'host' || value === 'speaker' ? value : undefined);

const parseUser = (value: unknown): User | undefined => {
  if (!isRecord(value)) return undefined;
  const id = userId(value['userID']);
  if (id === undefined) return undefined;
  const name = typeof value['username'] === 'string' ? displayText(value['username'].slice(0, 4 * LIMITS.text)) : '';
  const role = roleOf(value['role']);
  return { id, name, ...(role ? { role } : {}) };
};

const parseUsers = (value: unknown): readonly User[] | undefined => {
  if (!Array.isArray(value) || value.length > LIMITS.users) return undefined;
  const users = new Map<string, User>(); // One id can stand in the list twice.
  for (const entry of value) {
    const user = parseUser(entry);
    if (user) users.set(user.id, user);
  }
  return [...users.values()];
};

const parseHouse = (value: unknown): { readonly house?: House } =>
  isRecord(value) ? { house: { locked: value['locked'] === true, waiting: value['waiting'] === true } } : {};

/** A candidate comes as JSON text, or as the bare line of older clients. */
const parseCandidateText = (value: unknown): RTCIceCandidateInit | undefined => {
  if (typeof value !== 'string' || value.length > 2 * LIMITS.candidate) return undefined;
  return parseCandidate(value.startsWith('{') ? parseJson(value) : { candidate: value });
};

const parseSignal = (type: AddressedSignal['type'], room: string, from: string, data: Record<string, unknown>) => {
  const to = userId(data['to']);
  if (to === undefined) return undefined;
  const x = parsePairWord(data['x']);
  const envelope = { room, from, to, ...(x ? { x } : {}) };
  if (type === 'webrtc.iceCandidate') {
    const candidate = parseCandidateText(data['candidate']);
    return candidate && { type, candidate, ...envelope };
  }
  const sdp = description(data['sdp']);
  return sdp === undefined ? undefined : { type, sdp, ...envelope };
};

/** Counted in code points by the server, so a room of emoji is twice as long here. */
const parseRoom = (value: unknown): string | undefined =>
  typeof value === 'string' && value.length > 0 && value.length <= 2 * LIMITS.room ? value : undefined;

/** What the frame says, or `undefined` for anything that is not a message we know, whole and within bounds. Never throws. */
export const parse = (frame: unknown): ServerMessage | undefined => {
  const message = decode(frame);
  if (!isRecord(message) || !isRecord(message['data'])) return undefined;
  const { type, data } = message;
  if (type === 'general.error') {
    return typeof data['error'] === 'string' ? { type, error: data['error'].slice(0, LIMITS.error) } : undefined;
  }
  const room = parseRoom(message['room']);
  const from = userId(message['from']);
  if (room === undefined || from === undefined) return undefined;
  switch (type) {
    case 'room.users': {
      const users = from === 'system' ? parseUsers(data['users']) : undefined;
      return users && { type, room, users, hasIce: data['ice'] === true, ...parseHouse(data['house']) };
    }
    case 'room.waiting':
      return from === 'system' ? { type, room, host: data['host'] === true } : undefined;
    case 'room.refused':
      return from === 'system' ? { type, room, reason: shortText(data['reason']) ?? '' } : undefined;
    case 'room.knocks':
    case 'host.ask':
      return { type, room, from, data };
    case 'chat.typing': {
      const x = parseRoomWord(data['x']);
      return { type, room, from, typing: data['typing'] === true, ...(x ? { x } : {}) };
    }
    case 'chat.message': {
      const { message: text } = data;
      if (typeof text !== 'string' || text.length > 2 * LIMITS.wireMessage) return undefined;
      const id = parseMessageId(data['x']);
      return { type, room, from, text, ...(id === undefined ? {} : { id }) };
    }
    case 'webrtc.offer':
    case 'webrtc.answer':
    case 'webrtc.iceCandidate':
      return parseSignal(type, room, from, data);
    default:
      return undefined;
  }
};
