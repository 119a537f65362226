import { concat, textAt, viewOf } from './bytes.js';
import { orientationTiff, readOrientation } from './orientation.js';

/** Chunks that say how a picture looks (RFC 9649, 2.7): all others say where it comes from, or nothing that is known. */
const KEPT: ReadonlySet<string> = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
/** Of the first byte of VP8X: that there is EXIF, and that there is XMP. */
const [HAS_EXIF, HAS_XMP] = [0x08, 0x04];
const PREFIX = 'Exif\0\0';

const chunk = (type: string, data: Uint8Array): Uint8Array => {
  const all = new Uint8Array(8 + data.length + (data.length % 2));
  all.set(Uint8Array.from(type, (char) => char.charCodeAt(0)));
  viewOf(all).setUint32(4, data.length, true);
  all.set(data, 8);
  return all;
};

const orientationOf = (exif: Uint8Array): number =>
  readOrientation(textAt(exif, 0, PREFIX.length) === PREFIX ? exif.subarray(PREFIX.length) : exif);

/** A WebP with no word of where, when and with what it was taken but which way up it is. `undefined` where it can't be read to its end. */
export const cleanWebp = (bytes: Uint8Array): Uint8Array<ArrayBuffer> | undefined => {
  if (bytes.length < 12 || textAt(bytes, 0, 4) !== 'RIFF' || textAt(bytes, 8, 4) !== 'WEBP') return undefined;
  const view = viewOf(bytes);
  const end = 8 + view.getUint32(4, true);
  if (end > bytes.length) return undefined;
  const pieces: Uint8Array[] = [];
  let [orientation, flags] = [1, undefined as Uint8Array | undefined];
  for (let at = 12; at < end;) {
    if (at + 8 > end) return undefined;
    const [type, length] = [textAt(bytes, at, 4), view.getUint32(at + 4, true)];
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (at + 8 + length > end) return undefined;
    if (type === 'EXIF') orientation = orientationOf(data);
    if (KEPT.has(type)) {
      const piece = chunk(type, data);
      if (type === 'VP8X' && length > 0) flags = piece.subarray(8, 9);
      pieces.push(piece);
    }
    at += 8 + length + (length % 2);
  }
  const turns = flags !== undefined && orientation !== 1;
  if (flags) flags[0] = ((flags[0] ?? 0) & ~(HAS_EXIF | HAS_XMP)) | (turns ? HAS_EXIF : 0);
  if (turns) pieces.push(chunk('EXIF', orientationTiff(orientation)));
  const all = concat([bytes.subarray(0, 12), ...pieces]);
  viewOf(all).setUint32(4, all.length - 8, true);
  return all;
};
