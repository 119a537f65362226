import { isRecord, safeInteger } from './shape.js';

/** What deployed clients say on their file channel beside the bytes (PROTOCOL, "Images over the data channel"). */
export type ImageWord =
  | {
      readonly t: 'img-start';
      readonly id: string;
      readonly name: string;
      readonly mime: string;
      readonly size: number;
    }
  | { readonly t: 'img-end'; readonly id: string };

/** Bytes of each chunk that a deployed client sends, and takes. */
export const IMAGE_CHUNK = 24_576;

/** UTF-16 units of a word that is looked at. */
const MAX_LENGTH = 16_384;
const MAX_TEXT = 1_024;

const textOf = (value: unknown): string => (typeof value === 'string' ? value.slice(0, MAX_TEXT) : '');

export const imageStart = (id: string, name: string, mime: string, size: number): string => {
  const totalChunks = Math.ceil(size / IMAGE_CHUNK);
  return JSON.stringify({ t: 'img-start', id, name, mime, size, chunkSize: IMAGE_CHUNK, totalChunks });
};

export const imageEnd = (id: string): string => JSON.stringify({ t: 'img-end', id });

/** `undefined` for anything that is no such word. */
export const parseImageWord = (data: unknown): ImageWord | undefined => {
  if (typeof data !== 'string' || data.length > MAX_LENGTH) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(data);
  } catch {
    return undefined; // Not JSON, so no word.
  }
  if (!isRecord(value)) return undefined;
  const { t } = value;
  const id = textOf(value['id']);
  if (t === 'img-end') return { t, id };
  const size = safeInteger(value['size']);
  if (t !== 'img-start' || size === undefined) return undefined;
  return { t, id, name: textOf(value['name']), mime: textOf(value['mime']), size };
};
