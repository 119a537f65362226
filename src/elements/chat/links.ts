/** A piece of a message: text as it stands, or a link. */
export type Piece = string | { readonly text: string; readonly href: string };

/** UTF-16 units of a link; what is longer stays text. */
const LONGEST = 2_048;
// Ends at white space and at what never stands in a URL bare (RFC 3986), nor at what turns the direction of the rest.
const CANDIDATE =
  // eslint-disable-next-line no-control-regex -- they end it
  /\bhttps?:\/\/[^\s<>"`{}|\\^\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/giu;
const TRAILING = /[.,:;!?'*_~»”’…،؛؟。、，！？：；]$/u;
const PAIRS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '）': '（', '」': '「', '】': '【' };

const count = (text: string, char: string): number => text.split(char).length - 1;

/** Without what ends a sentence rather than an address; a bracket stays where it was opened inside. */
const trimmed = (candidate: string): string => {
  let url = candidate;
  for (;;) {
    const last = url.at(-1) ?? '';
    const opener = PAIRS[last];
    if (TRAILING.test(url) || (opener && count(url, last) > count(url, opener))) url = url.slice(0, -1);
    else return url;
  }
};

const addressOf = (text: string): string | undefined => {
  // Of more slashes a browser takes what follows them for the host.
  if (/^https?:\/\/[/?#]/iu.test(text) || !URL.canParse(text)) return undefined;
  const { protocol, hostname, username, password, href } = new URL(text);
  // Who writes a name before the host wants it taken for the host.
  const isPlain = username === '' && password === '' && hostname !== '';
  return isPlain && (protocol === 'https:' || protocol === 'http:') ? href : undefined;
};

/** The pieces of a text, in order: all of it, whatever is in it. */
export const piecesOf = (text: string): readonly Piece[] => {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { index, 0: candidate } of text.matchAll(CANDIDATE)) {
    if (candidate.length > LONGEST) continue;
    const url = trimmed(candidate);
    const href = addressOf(url);
    if (href === undefined) continue;
    if (index > from) pieces.push(text.slice(from, index));
    pieces.push({ text: url, href });
    from = index + url.length;
  }
  if (from < text.length) pieces.push(text.slice(from));
  return pieces;
};
