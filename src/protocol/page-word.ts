import { LIMITS } from './limits.js';
import { parseWord, safeInteger, shortText } from './shape.js';

/** Label of the data channel on which the page of one of ours says something to another's: each of the two opens its own. */
export const PAGE_LABEL = 'pm-data';

/** What pages say to each other by way of ours. */
export type PageWord =
  /** The `n`th, from 1 on, of what `session` says to whom it goes to. */
  | {
      readonly kind: 'data';
      readonly session: string;
      readonly n: number;
      readonly topic: string;
      readonly data: unknown;
    }
  /** All up to the `n`th have come in. */
  | { readonly kind: 'got'; readonly session: string; readonly n: number };

const VERSION = 1;
/** UTF-16 units of a word: of data, each unit is a byte or more, and its envelope. */
const MAX_LENGTH = LIMITS.pageData + 1_024;

export const serializePageWord = (word: PageWord): string => JSON.stringify({ v: VERSION, ...word });

/** `undefined` for anything that is no such word, whole and well-formed. */
export const parsePageWord = (text: unknown): PageWord | undefined => {
  const value = parseWord(text, MAX_LENGTH);
  if (!value) return undefined;
  const { kind, topic, data } = value;
  const session = shortText(value['session']);
  const n = safeInteger(value['n']);
  if (session === undefined || n === undefined) return undefined;
  if (kind === 'got') return { kind, session, n };
  const isTopic = typeof topic === 'string' && topic.length <= LIMITS.text;
  return kind === 'data' && isTopic && 'data' in value ? { kind, session, n, topic, data } : undefined;
};
