import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { BINARY, imageType, saidType, typeOf } from '../../src/files/file-type.js';

const ascii = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(text, (char) => char.charCodeAt(0));

describe('the type of a file', () => {
  it('is that of a raster image by how it begins', () => {
    const begins: Readonly<Record<string, readonly string[]>> = {
      'image/png': ['\x89PNG\r\n\x1a\n'],
      'image/jpeg': ['\xff\xd8\xff\xe0'],
      'image/gif': ['GIF87a', 'GIF89a'],
      'image/webp': ['RIFF\x10\0\0\0WEBPVP8 '],
      'image/avif': ['\0\0\0\x1cftypavif', '\0\0\0\x20ftypmif1\0\0\0\0mif1avif', '\0\0\0\x1cftypavis'],
    };
    for (const [type, all] of Object.entries(begins))
      for (const begin of all) expect(imageType(ascii(begin.padEnd(40, '\0'))), begin).to.equal(type);
  });

  it('is nothing that runs or is shown, whatever it is called', async () => {
    for (const begin of [
      '<svg xmlns="http://www.w3.org/2000/svg">',
      '<!doctype html>',
      '%PDF-1.7',
      'GIF88a',
      'RIFF\0\0\0\0WAVE',
      '',
      'B',
      '\0\0\0\x1cftypisom',
      'BM',
    ])
      expect(await typeOf(new File([ascii(begin)], 'cat.png', { type: 'image/png' })), begin).to.equal(BINARY);
    for (const type of ['image/svg+xml', 'text/html', 'image/PNG', '', 'image/bmp'])
      expect(saidType(type)).to.equal(BINARY);
    expect(saidType('image/webp')).to.equal('image/webp');
  });

  it('is found in anything', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        expect(saidType(imageType(bytes) ?? BINARY)).to.equal(imageType(bytes) ?? BINARY);
      }),
    );
  });
});
