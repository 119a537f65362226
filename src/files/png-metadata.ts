import { concat, textAt, viewOf } from './bytes.js';

const SIGNATURE = '\x89PNG\r\n\x1a\n';
/** Chunks that say how a picture looks (PNG, third edition, 11): all others say where it comes from, or nothing that is known. */
const KEPT: ReadonlySet<string> = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT acTL fcTL fdAT'.split(' '),
);

/** A PNG with no word of where, when and with what it was made, and nothing behind its end. `undefined` where it can't be read to its end. */
export const cleanPng = (bytes: Uint8Array): Uint8Array<ArrayBuffer> | undefined => {
  if (textAt(bytes, 0, 8) !== SIGNATURE) return undefined;
  const view = viewOf(bytes);
  const pieces = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + view.getUint32(at);
    const type = textAt(bytes, at + 4, 4);
    if (end > bytes.length) return undefined;
    if (KEPT.has(type)) pieces.push(bytes.subarray(at, end));
    if (type === 'IEND') return concat(pieces);
    at = end;
  }
  return undefined;
};
