import { LIMITS } from './limits.js';
import { isRecord, parseWord, shortText, userId } from './shape.js';

/** Said between two of ours over the data channel of the pair (`private-meet`). Earlier clients of ours ignore what is not version 1. */
const VERSION = 2;
/** UTF-16 units of a word. */
export const MAX_TRUST_WORD = 4_096;
/** The last run and the last round that there can be. */
export const MAX_RUN = 2 ** 32 - 1;
export const MAX_ROUND = 2 ** 31 - 1;
/** Sessions that one names as those it sees. */
const MOST_SEEN = 64;
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

export const serializeTrustWord = (word: TrustWord): string => {
  const text = JSON.stringify({ v: VERSION, ...word }, (_key, value: unknown) =>
    ArrayBuffer.isView(value) ? toBase64Url(value as Uint8Array) : value,
  );
  if (text.length <= MAX_TRUST_WORD || word.trust !== 'commit') return text;
  const { trust, view, e, c } = word;
  return serializeTrustWord({ trust, view, e, c });
};

const readHello = (value: Record<string, unknown>): HelloWord | undefined => {
  const { name } = value;
  const [session, id, run] = [shortText(value['session']), userId(value['id']), readNumber(value['run'], 0, MAX_RUN)];
  const y = readBytes(value['y'], SIZE);
  if (session === undefined || id === undefined || run === undefined) return undefined;
  // As many units as there can be in a name's code points.
  if (typeof name !== 'string' || name.length > 2 * LIMITS.text) return undefined;
  if (y === undefined && 'y' in value) return undefined;
  return { trust: 'hello', session, id, name, run, ...(y ? { y } : {}) };
};

const readSees = (value: unknown): { sees?: readonly string[] } => {
  const sees = Array.isArray(value) && value.length <= MOST_SEEN ? value.map(shortText) : [undefined];
  return sees.every((each) => each !== undefined) ? { sees } : {};
};

/** `undefined` for anything that is no such word, whole and within bounds. */
export const parseTrustWord = (data: unknown): TrustWord | undefined => {
  const value = parseWord(data, MAX_TRUST_WORD, VERSION);
  if (!isRecord(value)) return undefined;
  const { trust } = value;
  if (trust === 'hello') return readHello(value);
  if (trust === 'tag') {
    const [run, tag] = [readNumber(value['run'], 0, MAX_RUN), readBytes(value['tag'], TAG_SIZE)];
    return run === undefined || tag === undefined ? undefined : { trust, run, tag };
  }
  const [view, e] = [readBytes(value['view'], SIZE), readNumber(value['e'], 1, MAX_ROUND)];
  if (view === undefined || e === undefined) return undefined;
  const [c, r] = [readBytes(value['c'], SIZE), readBytes(value['r'], SIZE)];
  if (trust === 'commit' && c) return { trust, view, e, c, ...readSees(value['sees']) };
  return trust === 'reveal' && r ? { trust, view, e, r } : undefined;
};
