import pixelmatch from 'pixelmatch';
import sharp from 'sharp';
import type { Part } from './shoot.js';

/** Least distance of two colours that is seen, from 0 to 1 (pixelmatch, YIQ). */
const THRESHOLD = 0.15;
/** Of the pixels of one specimen: edges of letters and of curves fall a little differently from one processor to the next. */
const TOLERATED = 0.002;

interface Pixels {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** Small, and still what it was: what the gallery shows has few colours. */
export const compress = (png: Uint8Array): Promise<Buffer> =>
  sharp(png).png({ palette: true, colours: 256, dither: 0, effort: 7, compressionLevel: 9 }).toBuffer();

const pixelsOf = async (image: Uint8Array): Promise<Pixels> => {
  const { data, info } = await sharp(image).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data: new Uint8ClampedArray(data), width: info.width, height: info.height };
};

const countIn = ({ data, width }: Pixels, part: Part): number => {
  let count = 0;
  for (let y = part.top; y < part.top + part.height; y += 1) {
    for (let x = part.left; x < part.left + part.width; x += 1) {
      if (data[4 * (y * width + x) + 3]) count += 1;
    }
  }
  return count;
};

export interface Comparison {
  /** What is not as it was, by specimen. */
  readonly complaints: readonly string[];
  /** PNG in which what differs stands alone; none where the sizes do. */
  readonly difference?: Buffer;
}

/** Compares a picture with what it has to look like. */
export const compare = async (
  actual: Uint8Array,
  expected: Uint8Array,
  parts: readonly Part[],
): Promise<Comparison> => {
  const [is, was] = await Promise.all([pixelsOf(actual), pixelsOf(expected)]);
  const { width, height } = was;
  if (is.width !== width || is.height !== height) {
    return { complaints: [`${String(is.width)} × ${String(is.height)} pixels instead of ${String(width)} × ${String(height)}`] }; // prettier-ignore
  }
  const difference: Pixels = { data: new Uint8ClampedArray(is.data.length), width, height };
  pixelmatch(is.data, was.data, difference.data, width, height, { threshold: THRESHOLD, diffMask: true });
  const complaints = parts.flatMap((part) => {
    const count = countIn(difference, part);
    return count > TOLERATED * part.width * part.height ? [`${part.caption}: ${String(count)} pixels`] : [];
  });
  const image = sharp(difference.data, { raw: { width, height, channels: 4 } });
  return complaints.length > 0 ? { complaints, difference: await image.png().toBuffer() } : { complaints };
};
