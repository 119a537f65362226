import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { MeetError } from '../../src/errors.js';
import { compareIds, readToken, timeLeft } from '../../src/signaling/identity.js';
import { base64Url, tokenOf } from './tokens.js';

const failureOf = (token: string): unknown => {
  try {
    return readToken(token);
  } catch (error) {
    return error;
  }
};

const expectMalformed = (token: string) => {
  const error = failureOf(token);
  expect(error, token.slice(0, 80)).to.be.instanceOf(MeetError);
  const { code, message, cause } = error as MeetError;
  expect(code).to.equal('token-malformed');
  expect(cause, 'a parser’s error may quote its input').to.equal(undefined);
  for (const part of token.split('.')) if (part.length > 8) expect(message).to.not.include(part.slice(0, 8));
};

describe('a token', () => {
  it('says who its bearer is and until when', () => {
    expect(readToken(tokenOf({ sub: 'id-1', username: 'Zoë 👩‍🚀 مريم', exp: 1_900_000_000 }))).to.deep.equal({
      id: 'id-1',
      name: 'Zoë 👩‍🚀 مريم',
      expiresAt: new Date(1_900_000_000_000),
      life: undefined,
      hasIce: false,
    });
    expect(readToken(tokenOf({ sub: 'a', iat: 1_900_000_000, exp: 1_900_000_060 })).life, 'in ms').to.equal(60_000);
  });

  it('may have neither name nor end', () => {
    expect(readToken(tokenOf({ sub: 'a' }))).to.deep.equal({
      ...{ id: 'a', name: '', expiresAt: undefined, life: undefined, hasIce: false },
    });
    expect(readToken(tokenOf({ sub: 'a', username: 7, exp: 'soon' }))).to.deep.equal({
      id: 'a',
      name: '',
      expiresAt: undefined,
      life: undefined,
      hasIce: false,
    });
  });

  it('never has an end that is no date', () => {
    for (const exp of [1e300, -1e300, 9e12]) {
      expect(readToken(tokenOf({ sub: 'a', exp })).expiresAt, String(exp)).to.equal(undefined);
    }
  });

  it('lasts by the visitor’s clock only where that can be right, else as long as from its issue', () => {
    const at = Math.floor(Date.now() / 1000);
    const left = (claims: object) => timeLeft(readToken(tokenOf({ sub: 'a', ...claims })));
    expect(left({ iat: at - 1800, exp: at + 1800 })).to.be.within(1_700_000, 1_800_000);
    const { now } = Date;
    try {
      for (const hours of [30, -30]) {
        Date.now = () => now() + hours * 3_600_000;
        expect(left({ iat: at, exp: at + 3600 }), String(hours)).to.equal(3_600_000);
      }
    } finally {
      Date.now = now;
    }
    expect(left({ exp: at + 60 })).to.be.within(1, 60_000);
    expect(left({ exp: at - 60 }), 'nobody can say').to.equal(undefined);
    expect(left({})).to.equal(undefined);
    expect(left({ iat: at + 60, exp: at }), 'ended before it began').to.equal(0);
  });

  it('cannot bring characters that turn the page around', () => {
    expect(readToken(tokenOf({ sub: 'a', username: 'A\u202en\u0000n' })).name).to.equal('Ann');
  });

  it('is refused without a user id that the wire can carry', () => {
    for (const sub of [undefined, '', 5, null, { id: 'a' }, 'x'.repeat(256)]) expectMalformed(tokenOf({ sub }));
  });

  it('takes an id of 255 characters, and white space around the token', () => {
    const sub = 'x'.repeat(255);
    expect(readToken(` ${tokenOf({ sub })}\n`).id).to.equal(sub);
  });

  it('says what was done wrong where that can be seen', () => {
    const good = tokenOf({ sub: 'a-secret-person' });
    for (const [text, why] of [
      [`"${good}"`, /quotation marks/u],
      [`Bearer ${good}`, /"Bearer"/u],
      [`{"accessToken":"${good}"}`, /JSON or HTML/u],
      ['<!doctype html>', /JSON or HTML/u],
      ['undefined', /the word "undefined"/u],
      [good.replace('.', '. '), /white space/u],
      [tokenOf({ sub: 'a', more: 'x'.repeat(20_000) }), /longer than 16384/u],
      [tokenOf({ sub: 'x'.repeat(256) }), /`sub`, the user id, is longer than 255/u],
    ] as const) {
      const { code, message } = failureOf(text) as MeetError;
      expect(code).to.equal('token-malformed');
      expect(message).to.match(why).and.not.to.include(good.slice(0, 8));
    }
  });

  it('is refused, and not repeated in the message, when it is no JWT', () => {
    const good = tokenOf({ sub: 'a-secret-person', username: 'Secret Name' });
    const [head, body, signature] = good.split('.') as [string, string, string];
    const tokens = [
      '',
      ' ',
      'a-secret-that-is-no-token',
      `${head}.${body}`,
      `${good}.more-of-it-here`,
      `${head}.${body}!!!!.${signature}`,
      `${head}.${body.slice(0, 21)}.${signature}`,
      `${head}.${base64Url('"a-secret-person"')}.${signature}`,
      `${head}.${base64Url('["a-secret-person"]')}.${signature}`,
      `${head}.${base64Url('null')}.${signature}`,
      `${head}.${btoa('\xff\xfe{"sub":"a-secret-person"}')}.${signature}`,
      `Bearer ${base64Url('not json at all')}..`,
      `${head}.‮.${signature}`,
    ];
    tokens.forEach(expectMalformed);
  });

  it('throws nothing but that error, whatever comes', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.base64String(),
      fc.jsonValue().map((value) => base64Url(JSON.stringify(value))),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 4 }), (parts) => {
        const result = failureOf(parts.join('.'));
        if (result instanceof Error) expectMalformed(parts.join('.'));
        else expect(result).to.have.property('id').that.is.a('string').and.not.empty;
      }),
      { numRuns: 500 },
    );
  });
});

describe('the order of ids', () => {
  const id = fc.oneof(
    fc.uuid(),
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.constantFrom('a', 'A', 'á', 'a\u0301', 'ä', 'Z', 'z', '0'),
  );

  it('is total: two different ids never tie, and both sides agree', () => {
    fc.assert(
      fc.property(id, id, (a, b) => {
        expect(Math.sign(compareIds(a, b))).to.equal(-Math.sign(compareIds(b, a)) + 0);
        expect(compareIds(a, b) === 0).to.equal(a === b);
      }),
      { numRuns: 1000 },
    );
  });

  it('is transitive', () => {
    fc.assert(
      fc.property(id, id, id, (a, b, c) => {
        if (compareIds(a, b) < 0 && compareIds(b, c) < 0) expect(compareIds(a, c)).to.be.lessThan(0);
      }),
      { numRuns: 1000 },
    );
  });

  it('is that of deployed clients for user ids', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (a, b) => {
        expect(Math.sign(compareIds(a, b))).to.equal(Math.sign(a.localeCompare(b)));
      }),
    );
  });
});
