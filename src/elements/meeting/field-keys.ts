import { hostOf, isElement } from '../shared/around.js';
import { isField } from '../shared/fields.js';

const EVENTS = ['keydown', 'keypress', 'keyup'] as const;
const OURS = /^(?:pm-|private-meet$)/u;
/** Leave a field or change nothing in it. */
const PASSES = /^(?:Escape|Tab|F\d+|Shift|Control|Alt|AltGraph|Meta|CapsLock|ContextMenu)$/u;
const SLIDES = /^(?:Arrow|Page|Home|End)/u;
/** With Ctrl or ⌘, still for a field: select, copy, cut, paste, undo, redo, and the keys that move and delete. */
const EDITS = /^(?:[acvxyz]|Arrow.*|Home|End|Backspace|Delete|Insert)$/iu;

const isWriting = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean => {
  const isCommand = (ctrlKey && !altKey) || metaKey; // Ctrl with Alt writes letters, as AltGr
  return isCommand ? EDITS.test(key) : !PASSES.test(key);
};

/** Whether a key is for a field of ours: a page sees <private-meet> as its target, and can't tell that somebody writes. */
const isForField = (event: KeyboardEvent): boolean => {
  const [target] = event.composedPath();
  if (!isElement(target)) return false;
  if (!OURS.test(hostOf(target.getRootNode())?.localName ?? '')) return false;
  if (target.matches('[type="range"]')) return SLIDES.test(event.key);
  return isField(target) && (event.isComposing || isWriting(event));
};

/** Keys that write in a field of ours end at `host`: a page's hotkeys never see them. Its listeners on the element itself do. */
export const keepFieldKeys = (host: HTMLElement): void => {
  for (const type of EVENTS) {
    host.addEventListener(type, (event) => {
      if (isForField(event)) event.stopPropagation();
    });
  }
};
