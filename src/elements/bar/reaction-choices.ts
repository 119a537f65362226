import { whole, type Strings } from '../../locales/en.js';
import type { FirstStrings } from '../../locales/first/en.js';
import type { ChoiceGroup } from '../shared/pm-menu.js';

const REACTIONS = [
  ['👍', 'thumbsUp'],
  ['❤️', 'heart'],
  ['😂', 'laughing'],
  ['😮', 'surprised'],
  ['👏', 'applause'],
  ['🎉', 'party'],
] as const satisfies readonly (readonly [string, keyof Strings['reactionNames']])[];

/** What one can say without a word. */
export const reactionGroup = (words: FirstStrings, react: (emoji: string, name: string) => void): ChoiceGroup => ({
  label: words.reactions,
  isRow: true,
  choices: REACTIONS.map(([emoji, key]) => {
    const label = whole(words).reactionNames[key];
    return { label, emoji, act: () => react(emoji, label) };
  }),
});
