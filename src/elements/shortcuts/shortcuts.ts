import type { Strings } from '../../locales/en.js';
import type { ControlName } from '../../room/types.js';
import { isElement } from '../shared/around.js';
import { isField } from '../shared/fields.js';
import { CONTROL_KEYS } from '../shared/shortcut-keys.js';

/** What a key does. `control`: only where that may be shown. */
export interface Shortcut {
  readonly key: string;
  readonly control?: ControlName;
  label(words: Strings): string;
}

export const SHORTCUTS = [
  { key: CONTROL_KEYS.microphone, control: 'microphone', label: (words) => words.microphone },
  { key: CONTROL_KEYS.camera, control: 'camera', label: (words) => words.camera },
  { key: CONTROL_KEYS.screen, control: 'screen', label: (words) => words.shareScreen },
  { key: CONTROL_KEYS.hand, control: 'hand', label: (words) => words.raiseHand },
  { key: CONTROL_KEYS.people, control: 'people', label: (words) => words.people },
  { key: CONTROL_KEYS.chat, control: 'chat', label: (words) => words.chat },
  { key: CONTROL_KEYS.safety, control: 'safety', label: (words) => words.safety },
  { key: '?', label: (words) => words.shortcuts },
] as const satisfies readonly Shortcut[];

export type ShortcutKey = (typeof SHORTCUTS)[number]['key'];

/** Which shortcut a key press is. By the letter; by the key's place on keyboards whose letters are not Latin. */
export const shortcutOf = (event: KeyboardEvent): ShortcutKey | undefined => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.repeat) return undefined;
  const isLatin = /^[\u0020-\u007e]$/u.test(event.key);
  const key = isLatin ? event.key : /^Key([A-Z])$/u.exec(event.key.length === 1 ? event.code : '')?.[1];
  if (event.shiftKey && key !== '?') return undefined; // on most keyboards "?" needs it
  return SHORTCUTS.find((shortcut) => shortcut.key === key?.toLowerCase())?.key;
};

const OPEN = 'dialog, [role="menu"], [role="listbox"], :popover-open';
const CONTROLS =
  'a[href], button, input, summary, video[controls], audio[controls], [role="button"], [role="slider"], [tabindex]:not([tabindex="-1"])';

/** Whether a key pressed at `path` is for something else: for a field, or for a menu or dialog that is open. */
export const isTaken = (path: readonly EventTarget[]): boolean => {
  const elements = path.filter(isElement);
  return !!elements[0] && (isField(elements[0]) || elements.some((element) => element.matches(OPEN)));
};

/** Whether what has the focus at `path` is something to press, below `host`. */
export const isControl = (path: readonly EventTarget[], host: Element): boolean => {
  const [target] = path;
  return isElement(target) && target !== host && target.matches(CONTROLS);
};
