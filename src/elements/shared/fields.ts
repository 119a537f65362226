const TEXT_FIELDS =
  'textarea, select, [contenteditable]:not([contenteditable="false"]), [role="textbox"], [role="combobox"]';
const PRESSED = /^(?:button|checkbox|color|file|image|radio|range|reset|submit)$/u;

/** Whether keys write here. A page's element that hides what is in it may well be a field. */
export const isField = (element: Element): boolean =>
  (element.localName === 'input' && !PRESSED.test((element as HTMLInputElement).type)) ||
  element.matches(TEXT_FIELDS) ||
  (element as HTMLElement).isContentEditable ||
  (/^(?!pm-|private-meet)[a-z][^ ]*-/u.test(element.localName) && !element.shadowRoot);
