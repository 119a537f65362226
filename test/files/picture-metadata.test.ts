import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { cleanJpeg } from '../../src/files/jpeg-metadata.js';
import { orientationTiff, readOrientation } from '../../src/files/orientation.js';
import { withoutMetadata } from '../../src/files/picture-metadata.js';
import { cleanPng } from '../../src/files/png-metadata.js';
import { cleanWebp } from '../../src/files/webp-metadata.js';

type Bytes = Uint8Array<ArrayBuffer>;
const SECRET = 'GPS 52.52 N 13.40 E, iPhone of Ann';

const ascii = (text: string): Bytes => Uint8Array.from(text, (char) => char.charCodeAt(0));
const join = (...pieces: readonly Uint8Array[]): Bytes => Uint8Array.from(pieces.flatMap((piece) => [...piece]));
const textOf = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);
const number = (value: number, length: 2 | 4, isLittle = false): Bytes => {
  const view = new DataView(new ArrayBuffer(length));
  if (length === 2) view.setUint16(0, value, isLittle);
  else view.setUint32(0, value, isLittle);
  return new Uint8Array(view.buffer);
};

/** A picture as a browser writes it, red on the left and blue on the right. */
const picture = async (type: string): Promise<Bytes> => {
  const canvas = Object.assign(document.createElement('canvas'), { width: 32, height: 16 });
  const context = canvas.getContext('2d')!;
  context.fillStyle = 'red';
  context.fillRect(0, 0, 16, 16);
  context.fillStyle = 'blue';
  context.fillRect(16, 0, 16, 16);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type));
  expect(blob?.type).to.equal(type);
  return new Uint8Array(await blob!.arrayBuffer());
};
const pixels = async (bytes: Bytes, type: string): Promise<Uint8ClampedArray> => {
  const bitmap = await createImageBitmap(new Blob([bytes], { type }));
  const canvas = Object.assign(document.createElement('canvas'), { width: bitmap.width, height: bitmap.height });
  const context = canvas.getContext('2d')!;
  context.drawImage(bitmap, 0, 0);
  return context.getImageData(0, 0, bitmap.width, bitmap.height).data;
};

const segment = (marker: number, data: Uint8Array): Bytes =>
  join(new Uint8Array([0xff, marker]), number(data.length + 2, 2), data);
const exif = (orientation: number): Bytes => join(ascii('Exif\0\0'), orientationTiff(orientation), ascii(SECRET));
const jpegWith = (jpeg: Bytes, orientation = 1): Bytes =>
  join(
    jpeg.subarray(0, 2),
    segment(0xe1, exif(orientation)),
    segment(0xe1, ascii(`http://ns.adobe.com/xap/1.0/\0${SECRET}`)),
    segment(0xed, ascii(`Photoshop 3.0\0${SECRET}`)),
    segment(0xe2, ascii(`MPF\0${SECRET}`)),
    segment(0xfe, ascii(SECRET)),
    jpeg.subarray(2),
    ascii(`a film behind it: ${SECRET}`),
  );
const chunkOfPng = (type: string, data: Uint8Array): Bytes =>
  join(number(data.length, 4), ascii(type), data, number(0, 4)); // browsers look at the checksum of what they know alone
const pngWith = (png: Bytes): Bytes => {
  const secrets = ['eXIf', 'tEXt', 'iTXt', 'zTXt', 'tIME', 'prVt'].map((type) => chunkOfPng(type, ascii(SECRET)));
  return join(png.subarray(0, 33), ...secrets, png.subarray(33), ascii(SECRET));
};
const chunkOfWebp = (type: string, data: Uint8Array): Bytes =>
  join(ascii(type), number(data.length, 4, true), data, new Uint8Array(data.length % 2));
const webpWith = (chunks: readonly Bytes[], orientation = 1): Bytes => {
  const all = join(
    ascii('WEBP'),
    chunkOfWebp('VP8X', new Uint8Array([0x0c, 0, 0, 0, 31, 0, 0, 15, 0, 0])),
    ...chunks,
    chunkOfWebp('EXIF', join(orientationTiff(orientation), ascii(SECRET))),
    chunkOfWebp('XMP ', ascii(SECRET)),
  );
  return join(ascii('RIFF'), number(all.length, 4, true), all);
};

describe('what a picture says of where it was taken', () => {
  it('is taken out of a JPEG, which looks as it did', async () => {
    const jpeg = await picture('image/jpeg');
    const clean = cleanJpeg(jpegWith(jpeg))!;
    expect(textOf(clean)).to.not.contain('GPS');
    expect(textOf(clean)).to.not.contain('Exif');
    expect(await pixels(clean, 'image/jpeg')).to.deep.equal(await pixels(jpeg, 'image/jpeg'));
  });

  it('leaves a JPEG the way up it is', async () => {
    const jpeg = await picture('image/jpeg');
    const turned = jpegWith(jpeg, 6);
    const clean = cleanJpeg(turned)!;
    expect(textOf(clean)).to.not.contain('GPS');
    expect(await pixels(clean, 'image/jpeg')).to.deep.equal(await pixels(turned, 'image/jpeg'));
    const bitmap = await createImageBitmap(new Blob([clean], { type: 'image/jpeg' }));
    expect([bitmap.width, bitmap.height]).to.deep.equal([16, 32]);
  });

  it('is taken out of a PNG, which looks as it did', async () => {
    const png = await picture('image/png');
    const clean = cleanPng(pngWith(png))!;
    expect(textOf(clean)).to.not.contain('GPS');
    expect(await pixels(clean, 'image/png')).to.deep.equal(await pixels(png, 'image/png'));
  });

  it('is taken out of a WebP, which stays the way up it is', () => {
    const plain = chunkOfWebp('VP8 ', new Uint8Array(7));
    const clean = cleanWebp(webpWith([plain, chunkOfWebp('ICCP', new Uint8Array(3))]))!;
    expect(textOf(clean)).to.not.match(/GPS|EXIF|XMP /u);
    expect(clean[20], 'and it says so').to.equal(0);
    expect(clean).to.have.length(new DataView(clean.buffer).getUint32(4, true) + 8);
    const turned = cleanWebp(webpWith([plain], 8))!;
    expect(textOf(turned)).to.not.contain('GPS');
    expect(turned[20]).to.equal(0x08);
    expect(readOrientation(turned.subarray(turned.length - 26))).to.equal(8);
  });

  it('leaves a WebP of this browser as it looks', async () => {
    const canvas = document.createElement('canvas');
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/webp'));
    const webp = new Uint8Array(await blob!.arrayBuffer());
    expect(await pixels(cleanWebp(webp)!, 'image/webp')).to.deep.equal(await pixels(webp, 'image/webp'));
  });

  it('of a broken picture keeps it from being sent, where it says anything', async () => {
    const jpeg = await picture('image/jpeg');
    const broken = join(jpegWith(jpeg).subarray(0, 200), new Uint8Array(50));
    expect(await withoutMetadata(new Blob([broken]), 'image/jpeg')).to.equal(undefined);
    const silent = new Blob([join(jpeg.subarray(0, 30), new Uint8Array(50))]);
    expect(await withoutMetadata(silent, 'image/jpeg')).to.equal(silent);
    const other = new Blob([ascii(`GIF89a${SECRET}`)]);
    expect(await withoutMetadata(other, 'image/gif')).to.equal(other);
    const large = Object.defineProperty(new Blob(['x']), 'size', { value: 2 ** 28 });
    expect(await withoutMetadata(large, 'image/png')).to.equal(undefined);
  });

  it('is looked for in anything without an error, and what is clean stays as it is', async () => {
    const seeds = [jpegWith(await picture('image/jpeg'), 3), pngWith(await picture('image/png')), webpWith([], 3)];
    const cleaners = [cleanJpeg, cleanPng, cleanWebp] as const;
    fc.assert(
      fc.property(
        fc.constantFrom(0, 1, 2),
        fc.nat(),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 }),
        (which, length, changes) => {
          const seed = seeds[which]!;
          const bytes = seed.slice(0, length % (seed.length + 1));
          for (const [at, value] of changes) bytes[at % (bytes.length || 1)] = value;
          const clean = cleaners[which](bytes);
          if (clean) expect(cleaners[which](clean)).to.deep.equal(clean);
        },
      ),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        for (const clean of cleaners) expect(clean(bytes)?.length ?? 0).to.be.at.most(bytes.length + 40);
        expect(readOrientation(bytes)).to.be.within(1, 8);
      }),
    );
  });
});
