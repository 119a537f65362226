/** Longest name shown, in code points: the limit of guest sign-in (protocol.md). */
export const MAX_NAME_LENGTH = 32;

const HARMFUL = /[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** A name as it may be drawn: no control or bidi characters, which could make one person look like another. */
export const plainName = (name: string): string => {
  const plain = name.replace(HARMFUL, ' ').replace(/\s+/gu, ' ').trim();
  const points = [...plain];
  return points.length > MAX_NAME_LENGTH ? `${points.slice(0, MAX_NAME_LENGTH - 1).join('')}…` : plain;
};

let graphemes: Intl.Segmenter | undefined;

const firstGrapheme = (word: string): string => {
  graphemes ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  const [first] = graphemes.segment(word);
  return first?.segment ?? '';
};

/** One or two letters that stand for a name: of the first and the last word. */
export const initials = (name: string): string => {
  const words = plainName(name).split(' ').filter(Boolean);
  const picked = words.length > 1 ? [words[0], words.at(-1)] : words;
  return picked.map((word) => firstGrapheme(word ?? '').toLocaleUpperCase()).join('');
};

/**
 * A hue (0…359 degrees) that is always the same for an id: FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/,
 * stirred once more (MurmurHash3's last step), for ids that differ in their last letter only look alike in it.
 */
export const hueOf = (id: string): number => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index++) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return ((hash ^ (hash >>> 13)) >>> 0) % 360;
};
