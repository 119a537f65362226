/** Marks that may stand on one letter: Hebrew with its accents and Tibetan need that many. */
const MARKS = 6;
/** UTF-16 units kept of a name, as many as the element shows. */
const MAX_NAME = 128;

/** A letter, a sign or an emoji: what is neither space nor mark nor invisible. U+2800 is Braille without a dot. */
const VISIBLE = /[^\p{Default_Ignorable_Code_Point}\p{C}\p{Z}\p{M}\u2800]/u;
const TOO_MANY_MARKS = new RegExp(`(\\p{M}{${MARKS}})\\p{M}+`, 'gu');

/** The name that others see of somebody who calls themselves so: `Guest` for one that nobody would see. */
export const shownName = (name: string): string => {
  const clean = name
    .replace(/\p{Cc}/gu, ' ')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(TOO_MANY_MARKS, '$1')
    .trim();
  let shown = '';
  for (const character of clean) {
    if (shown.length + character.length > MAX_NAME) break;
    shown += character;
  }
  return VISIBLE.test(shown) ? shown.trim() : 'Guest';
};
