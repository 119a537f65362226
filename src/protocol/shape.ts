import { LIMITS } from './limits.js';

/** A plain JSON object, and not an array. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object that a word on a data channel is, of this version and no more than `most` UTF-16 units; `undefined` for anything else. */
export const parseWord = (data: unknown, most: number, version = 1): Record<string, unknown> | undefined => {
  if (typeof data !== 'string' || data.length > most) return undefined;
  try {
    const value: unknown = JSON.parse(data);
    return isRecord(value) && value['v'] === version ? value : undefined;
  } catch {
    return undefined; // Not JSON, so no word.
  }
};

/** A string that is not empty and not long, else `undefined`. */
export const shortText = (value: unknown): string | undefined =>
  typeof value === 'string' && value.length > 0 && value.length <= LIMITS.text ? value : undefined;

/** A user's id, else `undefined`. */
export const userId = (value: unknown): string | undefined =>
  typeof value === 'string' && value.length > 0 && value.length <= LIMITS.id ? value : undefined;

/** A session description of a bearable size (SDP, RFC 8866), else `undefined`. */
export const description = (value: unknown): string | undefined =>
  typeof value === 'string' && value.length <= LIMITS.sdp && value.split('\nm=').length - 1 <= LIMITS.lines
    ? value
    : undefined;

/** A whole number from 0 on, else `undefined`. */
export const safeInteger = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;

// Control characters but for tab and line feed, and lone halves of surrogate pairs.
// eslint-disable-next-line no-control-regex -- they are what is looked for
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff]/gu;

/** A message as it may be shown, trimmed and without control characters; `undefined` for none, and for one that is too long. */
export const messageText = (value: unknown, most: number = LIMITS.message): string | undefined => {
  if (typeof value !== 'string' || value.length > most) return undefined;
  const clean = value
    .replace(/\r\n?/gu, '\n')
    .replace(UNPRINTABLE, '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .trim();
  return clean === '' ? undefined : clean;
};

// Control characters, and those that turn the direction of what follows them: a name must not rewrite the page around it.
// eslint-disable-next-line no-control-regex -- they are what is looked for
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu;

/** Somebody's name as it may be shown: no control or direction characters, no lone surrogates, not long. */
export const displayText = (value: string): string => {
  const clean = value
    .replace(UNSAFE, '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .trim();
  return [...clean].slice(0, LIMITS.text).join('').trimEnd();
};
