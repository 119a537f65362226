/** Bytes of UTF-8 that file systems take of a name, less what browsers put behind it ("(1)", ".crdownload"). */
const MOST_BYTES = 200;
/** UTF-16 units of an extension that is kept when a name is cut. */
const MOST_EXTENSION = 16;
const NAMELESS = 'file';

// Control characters, those that turn the direction of what follows or can't be seen, and those that no Windows takes.
const UNSAFE =
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;
const FORBIDDEN = /[<>:"|?*]/gu;
/** Names of devices on Windows, whatever comes behind the first dot. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/iu;

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** The longest beginning of a text that fits. */
const cut = (text: string, most: number): string => {
  let [kept, length] = ['', 0];
  for (const char of text) {
    length += bytesOf(char);
    if (length > most) break;
    kept += char;
  }
  return kept;
};

/**
 * A name that a file may be shown and saved under, whoever gave it: the last part of a path, without control and direction
 * characters, hidden or reserved names, at most 200 bytes of UTF-8 with its extension.
 */
export const cleanName = (name: string): string => {
  const last = name.split(/[/\\]/u).pop() ?? '';
  const clean = last
    .replace(UNSAFE, '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(FORBIDDEN, '_')
    .replace(/^[.\s]+|[.\s]+$/gu, '')
    .replace(RESERVED, (reserved) => `${reserved}_`);
  if (clean === '') return NAMELESS;
  if (bytesOf(clean) <= MOST_BYTES) return clean;
  const dot = clean.lastIndexOf('.');
  const extension = dot > 0 && clean.length - dot <= MOST_EXTENSION ? clean.slice(dot) : '';
  return cut(clean.slice(0, clean.length - extension.length), MOST_BYTES - bytesOf(extension)).trimEnd() + extension;
};
