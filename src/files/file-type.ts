import { textAt } from './bytes.js';

/** What a file is when it is no raster image: nothing that a browser would run or show. */
export const BINARY = 'application/octet-stream';

/** Bytes that `imageType` looks at. */
const SIGNATURE_BYTES = 32;

const isAvif = (bytes: Uint8Array): boolean => {
  if (textAt(bytes, 4, 4) !== 'ftyp') return false;
  const brands = [textAt(bytes, 8, 4), ...[16, 20, 24, 28].map((at) => textAt(bytes, at, 4))];
  return brands.includes('avif') || brands.includes('avis');
};

/** Raster images that a browser shows, by how they begin. Whatever else calls itself a picture is none: SVG and HTML carry scripts. */
const SIGNATURES: readonly (readonly [type: string, is: (bytes: Uint8Array) => boolean])[] = [
  ['image/png', (bytes) => textAt(bytes, 0, 8) === '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', (bytes) => textAt(bytes, 0, 3) === '\xff\xd8\xff'],
  ['image/gif', (bytes) => /^GIF8[79]a$/u.test(textAt(bytes, 0, 6))],
  ['image/webp', (bytes) => textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 4) === 'WEBP'],
  ['image/avif', isAvif],
];

/** The MIME type of a raster image by its first bytes; `undefined` for anything else. */
export const imageType = (bytes: Uint8Array): string | undefined => SIGNATURES.find(([, is]) => is(bytes))?.[0];

/** A type that somebody says, where it can be shown before the content is there. */
export const saidType = (type: string): string => (SIGNATURES.some(([known]) => known === type) ? type : BINARY);

/** The type of a file by its content. @throws {DOMException} it can't be read */
export const typeOf = async (file: Blob): Promise<string> =>
  imageType(new Uint8Array(await file.slice(0, SIGNATURE_BYTES).arrayBuffer())) ?? BINARY;
