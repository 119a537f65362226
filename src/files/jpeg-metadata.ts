import { concat, textAt, viewOf } from './bytes.js';
import { orientationTiff, readOrientation } from './orientation.js';

// Markers (ITU-T T.81, table B.1).
const [SOI, EOI, SOS, APP0, APP1, APP2, APP14, APP15, COM] = [0xd8, 0xd9, 0xda, 0xe0, 0xe1, 0xe2, 0xee, 0xef, 0xfe];
const EXIF = 'Exif\0\0';

/** What of a picture's application segments says how it looks, by how each begins: all others say where it comes from. */
const KEPT: ReadonlyMap<number, string> = new Map([
  [APP0, 'JFIF\0'],
  [APP2, 'ICC_PROFILE\0'],
  [APP14, 'Adobe'],
]);

const isRestart = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

/** Where the compressed data of a scan end: at the next marker that is none of theirs. */
const scanEnd = (bytes: Uint8Array, from: number): number => {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const marker = bytes[at] === 0xff ? (bytes[at + 1] ?? 0) : 0;
    if (marker !== 0 && marker !== 0xff && !isRestart(marker)) return at;
  }
  return bytes.length;
};

const orientationSegment = (exif: Uint8Array): Uint8Array[] => {
  const orientation = readOrientation(exif);
  if (orientation === 1) return [];
  const tiff = orientationTiff(orientation);
  const head = new Uint8Array([0xff, APP1, 0, 2 + EXIF.length + tiff.length]);
  return [head, Uint8Array.from(EXIF, (char) => char.charCodeAt(0)), tiff];
};

/** What is kept of one segment, its marker included. */
const kept = (marker: number, segment: Uint8Array): Uint8Array[] => {
  if (marker === APP1 && textAt(segment, 4, EXIF.length) === EXIF)
    return orientationSegment(segment.subarray(4 + EXIF.length));
  const isOther = marker === COM || (marker >= APP0 && marker <= APP15);
  const begin = KEPT.get(marker);
  return !isOther || (begin !== undefined && textAt(segment, 4, begin.length) === begin) ? [segment] : [];
};

/**
 * A JPEG with no word of where, when and with what it was taken: of its application segments the colours' and which way up it is are
 * kept, and nothing behind its end (other pictures, films). `undefined` where it can't be read as far as its data.
 */
export const cleanJpeg = (bytes: Uint8Array): Uint8Array<ArrayBuffer> | undefined => {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return undefined;
  const view = viewOf(bytes);
  const pieces = [bytes.subarray(0, 2)];
  let [at, hasData] = [2, false];
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) at += 1;
    else if (marker === EOI || isRestart(marker)) {
      pieces.push(bytes.subarray(at, at + 2));
      if (marker === EOI) return hasData ? concat(pieces) : undefined;
      at += 2;
    } else {
      const length = at + 4 <= bytes.length ? view.getUint16(at + 2) : 0;
      const end = at + 2 + length;
      if (length < 2 || end > bytes.length) return undefined;
      pieces.push(...kept(marker, bytes.subarray(at, end)));
      at = end;
      if (marker === SOS) {
        hasData = true;
        at = scanEnd(bytes, end);
        pieces.push(bytes.subarray(end, at));
      }
    }
  }
  return hasData ? concat(pieces) : undefined;
};
