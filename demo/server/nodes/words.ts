import { createHash } from 'node:crypto';
import { MAX_FRAME_BYTES, SYSTEM, encodeRelayed, judge, parseFrame } from '../messages.js';
import type { Identity } from '../tokens.js';

/** Characters of a node's id. */
const NODE_LENGTH = 12;
/** UTF-16 units of a user id and of a name, as tokens have them. */
const MAX_USER_ID = 255;
const MAX_NAME = 128;
/** Bytes of a change of a list: somebody's id and name, each character written as an escape. */
const MAX_NOTICE_BYTES = 8192;
/** Bytes of a frame with its sender's id, and the node's before it. */
const MAX_PASSED_BYTES = MAX_FRAME_BYTES + MAX_NOTICE_BYTES;

/** Whose place it is: the node, and the connection there. */
const FIELD = /^([\w-]{12})\/(\d{1,15})$/;
const NOTICE = /^P(\d{1,16}) (\d{1,16}) (?:(\*)|(-) (\S+)|(\+) (\S+)\n(.*))$/s;

/** What another node says about a room: a frame of somebody's there, or that the list has changed. */
export type Word =
  | { readonly kind: 'frame'; readonly node: string; readonly bytes: Buffer }
  | { readonly kind: 'change'; readonly before: string; readonly version: string; readonly change: Change };

export type Change =
  | { readonly kind: 'all' }
  | { readonly kind: 'gone'; readonly field: string }
  | { readonly kind: 'here'; readonly field: string; readonly entry: string };

/** A name of a room or a user as a key: whatever stands in it, also what is no text (a lone surrogate), and nobody reads it there. */
export const keyOf = (name: string): string => createHash('sha256').update(JSON.stringify(name)).digest('base64url');

export const entryOf = ({ userID, username, guest }: Identity): string =>
  JSON.stringify({ userID, username, ...(guest ? { guest } : {}) });

/** Whom an entry names, or `undefined` when it can't have been written by a node. */
export const parseEntry = (text: string): Identity | undefined => {
  if (text.length > MAX_NOTICE_BYTES) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined; // not ours: who it is can't be told
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { userID, username, guest } = value as Readonly<Record<string, unknown>>;
  if (typeof userID !== 'string' || userID.trim() === '' || userID.length > MAX_USER_ID || userID === SYSTEM)
    return undefined;
  if (typeof username !== 'string' || username === '' || username.length > MAX_NAME) return undefined;
  return { userID, username, ...(guest === true ? { guest } : {}) };
};

/** The node of a place, or `undefined` when there is none by that name. */
export const nodeOf = (field: string): string | undefined => FIELD.exec(field)?.[1];

const HEAD = Buffer.from('F');

/** A frame as it goes to the other nodes. */
export const passOn = (node: string, frame: Buffer): Buffer => Buffer.concat([HEAD, Buffer.from(node), frame]);

/** The bytes of a frame that another node passes on, made anew: nothing but what a client of that room may say gets through. */
const parsePassed = (bytes: Buffer, room: string): Buffer | undefined => {
  const text = bytes.toString();
  const frame = parseFrame(text);
  if (frame?.room !== room) return undefined;
  const verdict = judge(frame);
  const { from } = JSON.parse(text) as { from?: unknown };
  if (
    verdict.kind !== 'relay' ||
    typeof from !== 'string' ||
    from.trim() === '' ||
    from === SYSTEM ||
    from.length > MAX_USER_ID
  )
    return undefined;
  try {
    return encodeRelayed({ type: frame.type, room, data: verdict.data, from });
  } catch {
    return undefined; // nested too deep to be written
  }
};

/** What stands in a message about a room, or `undefined` for what no node would say. */
export const parseWord = (message: Buffer, room: string): Word | undefined => {
  if (message[0] === HEAD[0]) {
    const node = message.toString('latin1', 1, 1 + NODE_LENGTH);
    if (message.length > MAX_PASSED_BYTES) return undefined;
    const bytes = parsePassed(message.subarray(1 + NODE_LENGTH), room);
    return bytes && { kind: 'frame', node, bytes };
  }
  if (message.length > MAX_NOTICE_BYTES) return undefined;
  const [, before = '', version = '', all, gone, goneField = '', , hereField = '', entry = ''] =
    NOTICE.exec(message.toString()) ?? [];
  if (version === '') return undefined;
  const change: Change = all
    ? { kind: 'all' }
    : gone
      ? { kind: 'gone', field: goneField }
      : { kind: 'here', field: hereField, entry };
  return { kind: 'change', before, version, change };
};

/** Whether a message is a node's own frame, which comes back to it: it need not be read. */
export const isOwnFrame = (message: Buffer, node: string): boolean =>
  message[0] === HEAD[0] && message.toString('latin1', 1, 1 + NODE_LENGTH) === node;
