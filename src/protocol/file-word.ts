import { parseWord, safeInteger, shortText } from './shape.js';

/** Label of the data channel on which one of ours says words of files to another: each of the two opens its own. */
export const FILES_LABEL = 'pm-files';

/** What ours say to each other of files. A file goes on a channel of its own, from its sender. */
export type FileWord =
  /** Sender: it may be had. Said again on every new way, and answered with how far it is. */
  | { readonly kind: 'offer'; readonly id: string; readonly name: string; readonly type: string; readonly size: number }
  /** Sender: all has gone out, and its digest (`block-digest.ts`). */
  | { readonly kind: 'sent'; readonly id: string; readonly digest: string }
  /** Sender: it comes no more; `broken`: for it can't be read. */
  | { readonly kind: 'withdraw'; readonly id: string; readonly broken: boolean }
  /** Receiver: send it, from this byte on. */
  | { readonly kind: 'accept'; readonly id: string; readonly from: number }
  /** Receiver: so many bytes are put away. */
  | { readonly kind: 'got'; readonly id: string; readonly bytes: number }
  | { readonly kind: 'decline'; readonly id: string }
  /** Receiver: wanted no more. */
  | { readonly kind: 'cancel'; readonly id: string }
  /** Receiver: it has all come as it was sent. */
  | { readonly kind: 'done'; readonly id: string }
  /** Receiver: it came otherwise than it was offered, or can't be put away; `rejected`: for it is too large or too many are open. */
  | { readonly kind: 'failed'; readonly id: string; readonly rejected: boolean };

const VERSION = 1;
/** UTF-16 units of a word: a name of 255, each of them escaped, and its envelope. */
const MAX_LENGTH = 4_096;
/** UTF-16 units of a name: bytes are what file systems count, and clean names are cut to them. */
const MAX_NAME = 255;
const ID = /^[\w-]{1,64}$/u;
const DIGEST = /^[0-9a-f]{64}$/u;
const CHANNEL = 'pm-file:';

export const serializeFileWord = (word: FileWord): string => JSON.stringify({ v: VERSION, ...word });

/** Label of the channel that a file goes on. */
export const fileLabel = (id: string): string => CHANNEL + id;

/** Of which transfer a channel is; `undefined`: it is for something else. */
export const transferOf = (label: string): string | undefined =>
  label.startsWith(CHANNEL) ? idOf(label.slice(CHANNEL.length)) : undefined;

const idOf = (value: unknown): string | undefined => (typeof value === 'string' && ID.test(value) ? value : undefined);

const parseOffer = (id: string, { name, type, size }: Record<string, unknown>): FileWord | undefined => {
  const bytes = safeInteger(size);
  if (typeof name !== 'string' || name.length > MAX_NAME || bytes === undefined) return undefined;
  return { kind: 'offer', id, name, type: shortText(type) ?? '', size: bytes };
};

/** `undefined` for anything that is no such word, whole and well-formed. */
export const parseFileWord = (data: unknown): FileWord | undefined => {
  const value = parseWord(data, MAX_LENGTH);
  if (!value) return undefined;
  const [kind, id] = [value['kind'], idOf(value['id'])];
  if (id === undefined) return undefined;
  const [from, bytes, digest] = [safeInteger(value['from']), safeInteger(value['bytes']), value['digest']];
  switch (kind) {
    case 'offer':
      return parseOffer(id, value);
    case 'sent':
      return typeof digest === 'string' && DIGEST.test(digest) ? { kind, id, digest } : undefined;
    case 'withdraw':
      return { kind, id, broken: value['broken'] === true };
    case 'accept':
      return from === undefined ? undefined : { kind, id, from };
    case 'got':
      return bytes === undefined ? undefined : { kind, id, bytes };
    case 'failed':
      return { kind, id, rejected: value['rejected'] === true };
    case 'decline':
    case 'cancel':
    case 'done':
      return { kind, id };
    default:
      return undefined;
  }
};
