/** The tag of EXIF that says which way up a picture is (TIFF 6.0, 8; EXIF 2.32, 4.6.4): 1 to 8, where 1 is as it is. */
const TAG = 0x0112;
/** Entries of a directory that are looked at. */
const MOST_ENTRIES = 512;

/** Which way up a picture is by its EXIF, a TIFF; 1 where that does not say. */
export const readOrientation = (tiff: Uint8Array): number => {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  if (tiff.length < 14) return 1;
  const mark = view.getUint16(0);
  if (mark !== 0x4949 && mark !== 0x4d4d) return 1;
  const isLittle = mark === 0x4949;
  const start = view.getUint32(4, isLittle);
  if (start + 2 > tiff.length) return 1;
  const count = Math.min(view.getUint16(start, isLittle), MOST_ENTRIES);
  for (let at = start + 2; at < start + 2 + 12 * count && at + 12 <= tiff.length; at += 12) {
    if (view.getUint16(at, isLittle) !== TAG) continue;
    const value = view.getUint16(at + 8, isLittle);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
};

/** An EXIF that says nothing but which way up a picture is. */
export const orientationTiff = (orientation: number): Uint8Array<ArrayBuffer> => {
  const tiff = new Uint8Array(26);
  const view = new DataView(tiff.buffer);
  view.setUint32(0, 0x4d4d002a); // big-endian
  view.setUint32(4, 8);
  view.setUint16(8, 1);
  view.setUint16(10, TAG);
  view.setUint16(12, 3); // a SHORT
  view.setUint32(14, 1);
  view.setUint16(18, orientation);
  return tiff;
};
