import { LIMITS } from './limits.js';
import { parseWord, shortText, userId } from './shape.js';

/** Said between two of ours over the data channel of the pair (`private-meet`). Earlier clients of ours ignore what is not version 1. */
const VERSION = 2;
/** UTF-16 units of a word. */
export const MAX_TRUST_WORD = 4_096;
/** The last run and the last round that there can be. */
export const MAX_RUN = 2 ** 32 - 1;
export const MAX_ROUND = 2 ** 31 - 1;
/** Sessions that one names as those it sees: as many as there is room for, however long they are. */
export const MOST_SEEN = 24;
/** Bytes of a share, a hash, a nonce; and of a tag. */
const SIZE = 32;
const TAG_SIZE = 64;

type Bytes = Uint8Array<ArrayBuffer>;

/** Says who one is, once the channel is open and for each new run; `y`: one's share, where one has a passphrase. */
export interface HelloWord {
  readonly trust: 'hello';
  readonly session: string;
  readonly id: string;
  readonly name: string;
  readonly run: number;
  readonly y?: Bytes;
}

/** Proves in a run that one knows the passphrase. */
export interface TagWord {
  readonly trust: 'tag';
  readonly run: number;
  readonly tag: Bytes;
}

/** Binds one to one's part of the safety code, in the round `e` among those whom the hash `view` names. */
export interface CommitWord {
  readonly trust: 'commit';
  readonly view: Bytes;
  readonly e: number;
  readonly c: Bytes;
  /** Sessions of those whom one sees, oneself too: only to say in words who is missing. */
  readonly sees?: readonly string[];
}

/** That part, once all are bound to theirs. */
export interface RevealWord {
  readonly trust: 'reveal';
  readonly view: Bytes;
  readonly e: number;
  readonly r: Bytes;
}

export type RoundWord = CommitWord | RevealWord;
export type TrustWord = HelloWord | TagWord | RoundWord;

/** RFC 4648, 5, without padding. */
const toBase64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** So many bytes, spelled in the one way that there is. */
const readBytes = (value: unknown, size: number): Bytes | undefined => {
  if (typeof value !== 'string' || value.length !== Math.ceil((size * 4) / 3) || /[^\w-]/.test(value)) return undefined;
  const text = atob(value.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(text, (char) => char.charCodeAt(0));
  return toBase64Url(bytes) === value ? bytes : undefined;
};

const readNumber = (value: unknown, least: number, most: number): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most ? value : undefined;

export const serializeTrustWord = (word: TrustWord): string =>
  JSON.stringify({ v: VERSION, ...word }, (_key, value: unknown) =>
    ArrayBuffer.isView(value) ? toBase64Url(value as Uint8Array) : value,
  );

/** What a field must be, by its name; `undefined` for anything else. */
const FIELDS: Readonly<Record<string, (value: unknown) => unknown>> = {
  session: shortText,
  id: userId,
  // As many units as there can be in a name's code points.
  name: (value) => (typeof value === 'string' && value.length <= 2 * LIMITS.text ? value : undefined),
  run: (value) => readNumber(value, 0, MAX_RUN),
  y: (value) => readBytes(value, SIZE),
  tag: (value) => readBytes(value, TAG_SIZE),
  view: (value) => readBytes(value, SIZE),
  e: (value) => readNumber(value, 1, MAX_ROUND),
  c: (value) => readBytes(value, SIZE),
  r: (value) => readBytes(value, SIZE),
  sees: (value) =>
    Array.isArray(value) && value.length <= MOST_SEEN && value.every((each) => shortText(each)) ? value : undefined,
};

/** What each word must have; and what it may have. */
const WORDS: ReadonlyMap<unknown, readonly [must: string, may: string]> = new Map([
  ['hello', ['session id name run', 'y']],
  ['tag', ['run tag', '']],
  ['commit', ['view e c', 'sees']],
  ['reveal', ['view e r', '']],
]);

/** `undefined` for anything that is no such word, whole and within bounds. */
export const parseTrustWord = (data: unknown): TrustWord | undefined => {
  const value = parseWord(data, MAX_TRUST_WORD, VERSION);
  const trust = value?.['trust'];
  const [must, may = ''] = WORDS.get(trust) ?? [];
  if (!value || must === undefined) return undefined;
  const names = must.split(' ');
  if (may in value) names.push(may);
  const fields = names.map((name) => [name, FIELDS[name]?.(value[name])] as const);
  if (fields.some(([, field]) => field === undefined)) return undefined;
  return { trust, ...Object.fromEntries(fields) } as unknown as TrustWord;
};
