import { textAt, viewOf } from './bytes.js';

/** Pixels of a picture that are shown: decoded they take 4 bytes each, and a phone has 160 MB to spare at most. */
export const MOST_PIXELS = 40_000_000;

/** Bytes in which an AVIF's boxes say how large it is. */
const HEAD = 65_536;

const png = (view: DataView): number => view.getUint32(16) * view.getUint32(20);

const gif = (view: DataView): number => view.getUint16(6, true) * view.getUint16(8, true);

const webp = (view: DataView, bytes: Uint8Array): number => {
  const kind = textAt(bytes, 12, 4);
  if (kind === 'VP8 ') return (view.getUint16(26, true) & 0x3fff) * (view.getUint16(28, true) & 0x3fff);
  if (kind === 'VP8L') {
    const bits = view.getUint32(21, true);
    return ((bits & 0x3fff) + 1) * (((bits >> 14) & 0x3fff) + 1);
  }
  const less = (at: number): number => view.getUint16(at, true) + view.getUint8(at + 2) * 65_536;
  return (less(24) + 1) * (less(27) + 1);
};

/** Of the first frame header (ISO/IEC 10918-1, B.2.2: SOF0 to SOF15, but for the three that are something else). */
const jpeg = (view: DataView): number => {
  for (let at = 2; ;) {
    if (view.getUint8(at) !== 0xff) throw new RangeError('no marker');
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) at += 1;
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return view.getUint16(at + 5) * view.getUint16(at + 7);
    else at += 2 + view.getUint16(at + 2);
  }
};

/** The largest of its items (ISO/IEC 23008-12, 6.5.3). */
const avif = (view: DataView, bytes: Uint8Array): number => {
  const head = textAt(bytes, 0, Math.min(bytes.length, HEAD));
  const sizes = [...head.matchAll(/ispe/gu)].map(({ index }) => view.getUint32(index + 8) * view.getUint32(index + 12));
  if (sizes.length === 0) throw new RangeError('no size');
  return Math.max(...sizes);
};

const READERS: ReadonlyMap<string, (view: DataView, bytes: Uint8Array) => number> = new Map([
  ['image/png', png],
  ['image/gif', gif],
  ['image/webp', webp],
  ['image/jpeg', jpeg],
  ['image/avif', avif],
]);

/** How many pixels a picture has, as it says itself in its first bytes; `undefined` where that can't be read. */
export const pixelsOf = (type: string, bytes: Uint8Array): number | undefined => {
  try {
    return READERS.get(type)?.(viewOf(bytes), bytes);
  } catch {
    return undefined; // It ends before it says so, or is none.
  }
};
