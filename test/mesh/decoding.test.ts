import { expect } from '@open-wc/testing';
import { Decoding, type PictureCounts } from '../../src/mesh/decoding.js';

const ON = { camera: true, screen: false };
const counts = (packets: number, framesReceived: number, framesDecoded: number): PictureCounts => ({
  packets,
  framesReceived,
  framesDecoded,
});
/** What a camera's counts are after each of `seconds` looks, one a second. */
const after = (seconds: number, count: (second: number) => PictureCounts, isOn = ON, step = 1_000): Decoding => {
  const decoding = new Decoding();
  for (let second = 0; second <= seconds; second += 1) decoding.look({ camera: count(second) }, isOn, second * step);
  return decoding;
};

describe('pictures that come in and are not decoded', () => {
  const rows: readonly (readonly [what: string, decoding: Decoding, isUndecoded: boolean])[] = [
    ['frames come, and none is decoded', after(3, (n) => counts(20 * n, 15 * n, 0)), true],
    ['packets come for long, and no frame comes of them', after(8, (n) => counts(20 * n, 0, 0)), true],
    ['packets of a first large frame come', after(7, (n) => counts(20 * n, 0, 0)), false],
    ['they came for a while, then none', after(3, (n) => counts(20 * n, 15 * n, 9)), true],
    ['one was decoded between', after(3, (n) => counts(20 * n, 15 * n, n > 1 ? 1 : 0)), false],
    ['a standing picture comes frame by frame', after(9, (n) => counts(n, n, n)), false],
    ['nothing comes', after(9, () => counts(7, 1, 1)), false],
    ['padding comes, with nothing in it', after(9, (n) => counts(2 * n, 0, 0)), false],
    ['its owner has it off', after(9, (n) => counts(20 * n, 15 * n, 0), { camera: false, screen: false }), false],
    ['only two seconds passed', after(2, (n) => counts(20 * n, 15 * n, 0)), false],
    ['the looks were late', after(2, (n) => counts(20 * n, 15 * n, 0), ON, 60_000), false],
    ['a new stream counts anew', after(9, (n) => counts(20, 0, n % 3)), false],
  ];
  for (const [what, decoding, isUndecoded] of rows) {
    it(`are ${isUndecoded ? '' : 'not '}found where ${what}`, () => {
      expect(decoding.undecoded).to.deep.equal(isUndecoded ? ['camera'] : []);
    });
  }

  it('are found line by line, and forgotten with the first that is decoded', () => {
    const decoding = new Decoding();
    for (let n = 0; n <= 4; n += 1) {
      const lines = { camera: counts(20 * n, 15 * n, 15 * n), screen: counts(9 * n, n, 0) };
      decoding.look(lines, { camera: true, screen: true }, n * 1_000);
    }
    expect(decoding.undecoded).to.deep.equal(['screen']);
    expect(decoding.blind).to.equal(4_000);
    decoding.look({ screen: counts(60, 6, 1) }, { camera: false, screen: true }, 5_000);
    expect(decoding.blind).to.equal(0);
  });
});
