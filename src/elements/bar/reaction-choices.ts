import { whole } from '../../locales/en.js';
import type { FirstStrings } from '../../locales/first/en.js';
import type { ChoiceGroup } from '../shared/pm-menu.js';
import { REACTIONS } from '../shared/reaction-set.js';

/** The reactions, side by side. */
export const reactionGroup = (words: FirstStrings, react: (emoji: string, name: string) => void): ChoiceGroup => ({
  label: words.reactions,
  isRow: true,
  choices: REACTIONS.map(([emoji, key]) => {
    const label = whole(words).reactionNames[key];
    return { label, emoji, act: () => react(emoji, label) };
  }),
});
