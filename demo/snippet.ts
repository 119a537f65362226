/** One piece of the snippet, with the class that colours it. */
export interface SnippetPart {
  readonly text: string;
  readonly kind?: 'tag' | 'attribute' | 'value';
}

/** What says something about this page and not about the meeting. */
const LEFT_OUT = new Set(['id', 'class', 'style']);
/** Shown to be there, never as it is: a screen is shared more easily than one thinks. */
const SECRET = new Set(['token']);

const quote = (value: string): string => {
  const escaped = value.replaceAll('&', '&amp;');
  // JSON reads best in single quotes.
  return escaped.includes('"') ? `'${escaped.replaceAll("'", '&#39;')}'` : `"${escaped}"`;
};

const attributeParts = ({ name, value }: Attr): SnippetPart[] => {
  const parts: SnippetPart[] = [{ text: '\n  ' }, { text: name, kind: 'attribute' }];
  if (value === '') return parts;
  return [...parts, { text: '=' }, { text: SECRET.has(name) ? '"…"' : quote(value), kind: 'value' }];
};

/** What a page author pastes to have this element as it stands here. */
export const snippetParts = (element: Element): SnippetPart[] => [
  { text: '<script', kind: 'tag' },
  { text: ' type', kind: 'attribute' },
  { text: '=' },
  { text: '"module"', kind: 'value' },
  { text: ' src', kind: 'attribute' },
  { text: '=' },
  { text: '"private-meet.js"', kind: 'value' },
  { text: '></script>', kind: 'tag' },
  { text: '\n' },
  { text: '<private-meet', kind: 'tag' },
  ...[...element.attributes].filter(({ name }) => !LEFT_OUT.has(name)).flatMap(attributeParts),
  { text: '\n' },
  { text: '></private-meet>', kind: 'tag' },
];

const toNode = ({ text, kind }: SnippetPart): Node => {
  if (kind === undefined) return document.createTextNode(text);
  const span = document.createElement('span');
  span.className = kind;
  span.textContent = text;
  return span;
};

/** Keeps a `<code>` in step with the element's attributes. */
export const followAttributes = (element: Element, code: HTMLElement): void => {
  const update = () => code.replaceChildren(...snippetParts(element).map(toNode));
  new MutationObserver(update).observe(element, { attributes: true });
  update();
};
