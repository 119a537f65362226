import { cleanJpeg } from './jpeg-metadata.js';
import { cleanPng } from './png-metadata.js';
import { cleanWebp } from './webp-metadata.js';

type Clean = (bytes: Uint8Array) => Uint8Array<ArrayBuffer> | undefined;

const CLEAN: ReadonlyMap<string, Clean> = new Map([
  ['image/jpeg', cleanJpeg],
  ['image/png', cleanPng],
  ['image/webp', cleanWebp],
]);

/** Bytes of a picture that is read whole, to take out what it says of itself. */
const MOST_BYTES = 134_217_728;

/** How what is said of a picture's origin begins, wherever it stands. */
const MARKS = [
  'Exif\0\0',
  'ns.adobe.com/',
  '<x:xmpmeta',
  'Photoshop 3.0',
  'eXIf',
  'tEXt',
  'zTXt',
  'iTXt',
  'EXIF',
  'XMP ',
];

const says = (bytes: Uint8Array): boolean => {
  const text = new TextDecoder('latin1').decode(bytes);
  return MARKS.some((mark) => text.includes(mark));
};

/**
 * A picture without what it says of where, when and with what it was taken; anything but JPEG, PNG and WebP as it is. A picture that is
 * broken, so that this can't be taken out, goes as it is where none of the marks of such words is found in it. `undefined`: one is, or it
 * has more than 128 MiB: it is not to be sent unless that is wanted. @throws {DOMException} it can't be read
 */
export const withoutMetadata = async (file: Blob, type: string): Promise<Blob | undefined> => {
  const clean = CLEAN.get(type);
  if (!clean) return file;
  if (file.size > MOST_BYTES) return undefined;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const cleaned = clean(bytes);
  if (cleaned) return new Blob([cleaned], { type });
  return says(bytes) ? undefined : file;
};
