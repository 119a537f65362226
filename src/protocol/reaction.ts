import { isRecord } from './shape.js';

/** UTF-16 units: the longest emoji in use are a couple kissing with two skin tones (15) and flags of regions (14). */
const MAX_LENGTH = 16;
/** Only what emoji are made of: signs, skin tones, flags' letters, joiners, tags and keycaps, no marks piled on top. */
const PARTS =
  /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{RI}|\u200d|\ufe0f|[\u{e0020}-\u{e007f}]|[#*\d]\ufe0f?\u20e3)+$/u;
const SIGN = /\p{Extended_Pictographic}|\p{RI}|\u20e3/u;

/** Whether a text is one emoji and nothing else, as a reader sees it (a grapheme cluster, Unicode UAX #29). */
export const isEmoji = (text: unknown): text is string => {
  if (typeof text !== 'string' || text.length > MAX_LENGTH || !PARTS.test(text) || !SIGN.test(text)) return false;
  return [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].length === 1;
};

export const serializeReaction = (emoji: string): string => JSON.stringify({ v: 1, reaction: emoji });

/** The emoji of a reaction; `undefined` for anything else. */
export const parseReaction = (data: unknown): string | undefined => {
  if (typeof data !== 'string' || data.length > 128) return undefined;
  try {
    const value: unknown = JSON.parse(data);
    return isRecord(value) && value['v'] === 1 && isEmoji(value['reaction']) ? value['reaction'] : undefined;
  } catch {
    return undefined; // Not JSON, so not a reaction.
  }
};
