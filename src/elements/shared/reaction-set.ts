import type { Strings } from '../../locales/en.js';

/** What one can say without a word, with the key of its name. */
export const REACTIONS = [
  ['👍', 'thumbsUp'],
  ['❤️', 'heart'],
  ['😂', 'laughing'],
  ['😮', 'surprised'],
  ['👏', 'applause'],
  ['🎉', 'party'],
] as const satisfies readonly (readonly [string, keyof Strings['reactionNames']])[];
