import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { LIMITS } from '../../src/protocol/limits.js';
import {
  MAX_TRUST_WORD,
  MOST_SEEN,
  parseTrustWord,
  serializeTrustWord,
  type TrustWord,
} from '../../src/protocol/trust.js';
import vectors from '../trust/vectors/trust.json' with { type: 'json' };
import { hostileValue } from './wire.js';

const bytes = (size: number) => fc.uint8Array({ minLength: size, maxLength: size }).map((all) => Uint8Array.from(all));
const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
const run = fc.nat({ max: 2 ** 32 - 1 });
const e = fc.integer({ min: 1, max: 2 ** 31 - 1 });

const word: fc.Arbitrary<TrustWord> = fc.oneof(
  fc.record(
    { trust: fc.constant('hello' as const), session: text, id: text, name: fc.string(), run, y: bytes(32) },
    { requiredKeys: ['trust', 'session', 'id', 'name', 'run'] },
  ),
  fc.record({ trust: fc.constant('tag' as const), run, tag: bytes(64) }),
  fc.record(
    {
      trust: fc.constant('commit' as const),
      view: bytes(32),
      e,
      c: bytes(32),
      sees: fc.array(text, { maxLength: 20 }),
    },
    { requiredKeys: ['trust', 'view', 'e', 'c'] },
  ),
  fc.record({ trust: fc.constant('reveal' as const), view: bytes(32), e, r: bytes(32) }),
);

const SIZES: Readonly<Record<string, number>> = { y: 32, view: 32, c: 32, r: 32, tag: 64 };
const isWithin = (key: string, value: unknown): boolean => {
  if (key in SIZES) return value instanceof Uint8Array && value.length === SIZES[key];
  if (key === 'run') return Number.isInteger(value) && Number(value) >= 0 && Number(value) < 2 ** 32;
  if (key === 'e') return Number.isInteger(value) && Number(value) >= 1 && Number(value) < 2 ** 31;
  if (key === 'sees')
    return Array.isArray(value) && value.length <= MOST_SEEN && value.every((each) => isWithin('id', each));
  if (key === 'name') return typeof value === 'string' && value.length <= 2 * LIMITS.text;
  return typeof value === 'string' && value.length > 0 && value.length <= LIMITS.id;
};

describe('a word about who is at the other end', () => {
  it('comes out as it went in', () => {
    fc.assert(
      fc.property(word, (said) => {
        expect(parseTrustWord(serializeTrustWord(said))).to.deep.equal(said);
      }),
    );
  });

  it('is written as another implementation of ours writes it', () => {
    for (const message of vectors.messages) {
      const parsed = parseTrustWord(JSON.stringify(message));
      expect(JSON.parse(serializeTrustWord(parsed!))).to.deep.equal(message);
    }
    const length = vectors.messages.map((message) => JSON.stringify(message).length).reduce((a, b) => a + b);
    expect(
      vectors.messages.map((each) => serializeTrustWord(parseTrustWord(JSON.stringify(each))!)).join(''),
    ).to.have.length(length);
  });

  it('has room for all whom one names as those one sees', () => {
    const said = { trust: 'commit', view: new Uint8Array(32), e: 2 ** 31 - 1, c: new Uint8Array(32) } as const;
    const sees = Array.from({ length: MOST_SEEN }, () => 's'.repeat(LIMITS.text));
    expect(parseTrustWord(serializeTrustWord({ ...said, sees }))).to.deep.equal({ ...said, sees });
    expect(parseTrustWord(serializeTrustWord({ ...said, sees: [...sees, 's'] }))).to.equal(undefined);
  });

  it('with one field taken out, put in or exchanged is none, or within bounds', () => {
    let passed = 0;
    let dropped = 0;
    fc.assert(
      fc.property(
        word,
        fc.constantFrom(
          'v',
          'trust',
          'session',
          'id',
          'name',
          'run',
          'y',
          'tag',
          'view',
          'e',
          'c',
          'r',
          'sees',
          '__proto__',
        ),
        fc.option(hostileValue, { nil: undefined, freq: 10 }),
        (said, key, value) => {
          const fields = JSON.parse(serializeTrustWord(said)) as Record<string, unknown>;
          if (value === undefined) Reflect.deleteProperty(fields, key);
          else Object.defineProperty(fields, key, { value, enumerable: true, configurable: true, writable: true });
          const read = parseTrustWord(JSON.stringify(fields));
          if (read) passed += 1;
          else dropped += 1;
          for (const [name, each] of Object.entries(read ?? {}))
            if (!isWithin(name, each)) expect.fail(`${name} of ${JSON.stringify(read)}`);
          expect(({} as Record<string, unknown>)['polluted']).to.equal(undefined);
        },
      ),
      { numRuns: 20_000 },
    );
    expect(passed).to.be.above(2_000);
    expect(dropped).to.be.above(2_000);
  });

  it('is nothing else, whatever that is', () => {
    fc.assert(fc.property(fc.anything(), (value) => void expect(typeof parseTrustWord(value)).to.equal('undefined')));
    fc.assert(
      fc.property(hostileValue, (value) => {
        expect(parseTrustWord(JSON.stringify(value))).to.equal(undefined);
        expect(parseTrustWord(JSON.stringify({ v: 2, trust: value }))).to.equal(undefined);
      }),
    );
    const tag = { v: 2, trust: 'tag', run: 0, tag: 'A'.repeat(86) };
    expect(parseTrustWord(JSON.stringify(tag))).to.not.equal(undefined);
    for (const other of [
      { ...tag, v: 1 },
      { ...tag, v: '2' },
      { ...tag, run: -1 },
      { ...tag, run: 2 ** 32 },
      { ...tag, run: 0.5 },
      { ...tag, run: '0' },
      { ...tag, tag: `${'A'.repeat(86)}==` },
      { ...tag, tag: `${'A'.repeat(85)}B` },
      { ...tag, tag: `${'A'.repeat(85)}+` },
      { ...tag, tag: 'A'.repeat(85) },
      { ...tag, x: 'x'.repeat(MAX_TRUST_WORD) },
    ])
      expect(parseTrustWord(JSON.stringify(other)), JSON.stringify(other).slice(0, 80)).to.equal(undefined);
  });
});
