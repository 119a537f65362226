import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { pixelsOf } from '../../src/files/pixels.js';

const TYPES = ['image/png', 'image/jpeg', 'image/webp'] as const;

/** A picture as the browser writes it; of another type where it can't. */
const draw = async (type: string, width: number, height: number): Promise<Blob> => {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  canvas.getContext('2d')?.fillRect(1, 1, width / 2, height / 2);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), type),
  );
};

const bytesOf = (...bytes: readonly number[]) => Uint8Array.from(bytes);
const text = (word: string): number[] => Array.from(word, (char) => char.charCodeAt(0));

describe('how many pixels a picture has', () => {
  for (const wanted of TYPES) {
    it(`is read off what the browser writes as ${wanted}`, async () => {
      const blob = await draw(wanted, 123, 45);
      const bytes = new Uint8Array(await blob.arrayBuffer());
      expect(pixelsOf(blob.type, bytes)).to.equal(123 * 45);
    });
  }

  it('is read off each kind’s head', () => {
    const gif = bytesOf(...text('GIF89a'), 0x10, 0x27, 0x20, 0x4e);
    expect(pixelsOf('image/gif', gif)).to.equal(10_000 * 20_000);
    const extended = bytesOf(...text('RIFF????WEBPVP8X'), 10, 0, 0, 0, 0, 0, 0, 0, 0x0f, 0x27, 0, 0xff, 0xff, 0);
    expect(pixelsOf('image/webp', extended)).to.equal(10_000 * 65_536);
    const lossless = bytesOf(...text('RIFF????WEBPVP8L'), 5, 0, 0, 0, 0x2f, 0xff, 0xff, 0xff, 0x0f);
    expect(pixelsOf('image/webp', lossless)).to.equal(16_384 * 16_384);
    const items = bytesOf(...text('????ftypavif????ispe'), 0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 0, 9, ...text('ispe'), 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0); // prettier-ignore
    expect(pixelsOf('image/avif', items)).to.equal(65_536 * 65_536);
    const progressive = bytesOf(0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xff, 0xc2, 0, 11, 8, 0x75, 0x30, 0x75, 0x30);
    expect(pixelsOf('image/jpeg', progressive)).to.equal(30_000 * 30_000);
  });

  it('is not known of what ends before, or is no picture, and nothing throws', () => {
    for (const type of [...TYPES, 'image/gif', 'image/avif', 'text/html', 'constructor'])
      expect(pixelsOf(type, new Uint8Array(4)), type).to.equal(undefined);
    fc.assert(
      fc.property(
        fc.constantFrom(...TYPES, 'image/gif', 'image/avif'),
        fc.uint8Array({ maxLength: 200 }),
        (type, bytes) => {
          const pixels = pixelsOf(type, Uint8Array.from(bytes));
          expect(pixels === undefined || pixels >= 0).to.equal(true);
        },
      ),
      { numRuns: 3_000 },
    );
  });
});
