import { expect } from '@open-wc/testing';
import { MEET_ERROR_CODES, MeetError, type MeetErrorDetails } from '../../src/errors.js';
import { en, type Strings } from '../../src/locales/en.js';
import { LANGUAGES } from '../../src/locales/languages.js';
import { load as loadAll } from '../../src/locales/load-all.js';
import { load } from '../../src/locales/load.js';
import { SAMPLES } from './samples.js';

/** Not words, or tested by themselves. */
const APART = new Set(['language', 'direction', 'format', 'errors']);

type Leaf = string | ((...args: unknown[]) => string);

/** Every word of a table by its path. */
const leaves = (table: object, path = ''): Map<string, Leaf> =>
  new Map(
    Object.entries(table).flatMap(([key, value]: [string, Leaf | object]) => {
      if (path === '' && APART.has(key)) return [];
      return typeof value === 'object' ? [...leaves(value, `${path}${key}.`)] : [[`${path}${key}`, value] as const];
    }),
  );

const samplesOf = (path: string): readonly [readonly unknown[], readonly unknown[]] =>
  path.startsWith('allowIn') ? [['microphone'], ['camera']] : SAMPLES[path as keyof typeof SAMPLES];

/** Words that a sample must show as they are: a name, a label. */
const shown = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(shown);
  return typeof value === 'string' && value !== 'microphone' && value !== 'camera' ? [value] : [];
};

const WORDS = leaves(en);
const DETAILS: readonly MeetErrorDetails[] = (['microphone', 'camera', undefined] as const).flatMap((device) =>
  (['user', 'policy', 'system', 'unknown', undefined] as const).flatMap((by) =>
    [1, 11.2, undefined].flatMap((retryAfter) =>
      [true, false].map((kept) => ({
        ...(device && { device }),
        ...(by && { by }),
        ...(kept && { kept }),
        relay: retryAfter === 1,
        ...(retryAfter && { retryAfter }),
      })),
    ),
  ),
);

for (const language of LANGUAGES) {
  describe(`the words in ${language}`, () => {
    let table: Strings;
    before(async () => {
      table = language === 'en' ? en : await load(language);
    });

    it('are those of this language', () => {
      expect(table.language).to.equal(language);
      expect(table.direction).to.equal(['ar', 'he'].includes(language) ? 'rtl' : 'ltr');
      if (language !== 'en') expect(loadAll(language), 'in private-meet.all.js').to.equal(table);
    });

    it('are all there, each of the same kind as in English', () => {
      const own = leaves(table);
      expect([...own.keys()].sort()).to.deep.equal([...WORDS.keys()].sort());
      for (const [path, word] of own) {
        expect(typeof word, path).to.equal(typeof WORDS.get(path));
        if (typeof word === 'string') expect(word, path).to.match(path === 'comma' ? /\S/u : /^\S(.*\S)?$/u);
      }
    });

    it('say everything that they are made of', () => {
      for (const [path, word] of leaves(table)) {
        if (typeof word === 'string') continue;
        const [some, others] = samplesOf(path);
        const said = word(...some);
        expect(said, path)
          .to.match(/^\S.*\S$/u)
          .and.not.to.match(/undefined|NaN|\[object/u);
        for (const text of some.flatMap(shown)) expect(said, path).to.contain(text);
        for (const place of some.keys()) {
          const other = some.with(place, others[place]);
          expect(word(...other), `${path}, ${JSON.stringify(other)}`).not.to.equal(said);
        }
      }
    });

    it('count as the language does', () => {
      for (const seconds of [3, 5, 11, 22, 100]) {
        expect(table.waitingFor(seconds)).to.contain(table.format.number(seconds));
      }
      for (const seconds of [1, 2]) expect(table.waitingFor(seconds)).to.match(/\S/u).and.not.to.contain('undefined');
    });

    it('name every failure and what to do, short and without its code', () => {
      for (const code of MEET_ERROR_CODES) {
        for (const [details, fatal] of DETAILS.flatMap((each) => [[each, true] as const, [each, false] as const])) {
          const error = Object.assign(new MeetError(code, 'for developers', details), { fatal });
          const { title, hint } = table.errors[code](error, 'Ann');
          const all = `${code} ${JSON.stringify(details)}: ${title} | ${hint}`;
          expect(title.length, all).to.be.within(3, 80);
          expect(hint.length, all).to.be.within(4, 175);
          expect(title, all).to.match(/^\S.*[^\s.。।]$/u); // whoever shows it ends it
          expect(`${title} ${hint}`, all).not.to.match(/undefined|NaN|for developers/u);
          if (code.includes('-') && code !== 'ice-servers-invalid')
            expect(`${title} ${hint}`, all).not.to.contain(code);
        }
      }
    });

    it('tell devices and refusals apart, name the peer, and say how long to wait', () => {
      const told = (code: (typeof MEET_ERROR_CODES)[number], details: MeetErrorDetails, name?: string): string =>
        Object.values(table.errors[code](new MeetError(code, '', details), name)).join(' ');
      for (const code of ['permission-denied', 'device-missing', 'device-busy', 'device-lost'] as const) {
        const texts = [{ device: 'microphone' }, { device: 'camera' }, {}] as const;
        expect(new Set(texts.map((details) => told(code, details))).size, code).to.equal(3);
      }
      const refusals = (['user', 'policy', 'system', 'unknown'] as const).map((by) =>
        told('permission-denied', { by }),
      );
      expect(new Set(refusals).size).to.equal(4);
      expect(told('permission-denied', { by: 'policy', device: 'camera' })).to.contain('allow="camera"');
      expect(told('peer-unreachable', { relay: false }, 'Ann'))
        .to.contain('Ann')
        .and.to.contain('VPN')
        .and.not.to.contain('TURN');
      for (const word of [table.turnMissing, table.turnFailed]) expect(word).to.contain('TURN');
      expect(told('peer-unreachable', {})).not.to.equal(told('peer-unreachable', {}, 'Ann'));
      expect(told('rate-limited', { retryAfter: 11.2 })).to.contain(table.format.number(12));
    });

    if (language === 'en') return;

    it('are translated', () => {
      const same = [...leaves(table)].filter(([path, word]) => typeof word === 'string' && word === WORDS.get(path));
      expect(same.length, same.map(([path]) => path).join(', ')).to.be.below(16);
    });
  });
}
