import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { build } from 'esbuild';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { en } from '../../src/locales/en.js';
import { LANGUAGES, type LanguageTag } from '../../src/locales/languages.js';
import { waitInPage } from '../rig/wait-in-page.js';
import { CHROMIUM_ARGS, chromiumPath, FIREFOX_PREFS, firefoxPath } from '../tools/browsers.js';
import { ROOT } from '../tools/run.js';

const DIST = join(ROOT, 'dist');
const LOADED = LANGUAGES.filter((language) => language !== 'en');

const launch = {
  chromium: () => puppeteer.launch({ executablePath: chromiumPath(), args: [...CHROMIUM_ARGS] }),
  firefox: () =>
    puppeteer.launch({ browser: 'firefox', executablePath: firefoxPath(), extraPrefsFirefox: { ...FIREFOX_PREFS } }),
};

/** Notes violations of the policy, the element's errors, and what is said to the page's author. */
const WATCH = `
globalThis.violations = [];
globalThis.errors = [];
addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
  if (!blockedURI.endsWith('/favicon.ico')) violations.push(violatedDirective + ' ' + blockedURI);
});
addEventListener('pm-error', ({ error }) => errors.push(error.code));
globalThis.warnings = [];
globalThis.requireTrust = undefined;
addEventListener('context-request', ({ context }) => {
  if (context.description !== 'private-meet-room') return;
  // What the page's setting comes to, in the store itself.
  globalThis.requireTrust = (id) => {
    const stage = document.getElementById(id).shadowRoot.querySelector('.stage');
    const ask = Object.assign(new Event('context-request', { bubbles: true, composed: true }), { context });
    ask.callback = ({ $requiresTrust }) => $requiresTrust.set(true);
    stage.dispatchEvent(ask);
  };
}, { capture: true });
console.warn = (...words) => warnings.push(words.join(' '));
`;

/** Serves `dist/` under any origin, and the pages of a test; `asked` is what it was asked for since the last test. */
class Site {
  readonly asked: string[] = [];
  page = '';
  policy = '';
  gone = new Set<string>();
  readonly #server: Server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://site');
    if (pathname === '/') {
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': this.policy });
      response.end(this.page);
      return;
    }
    if (pathname !== '/watch.js' && pathname !== '/favicon.ico') this.asked.push(pathname + search);
    const file = join(DIST, pathname);
    const body =
      pathname === '/watch.js' ? WATCH : existsSync(file) && !this.gone.has(pathname) ? readFileSync(file) : undefined;
    response.writeHead(body ? 200 : 404, { 'Content-Type': 'text/javascript', 'Access-Control-Allow-Origin': '*' });
    response.end(body);
  });

  async open(): Promise<void> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

const meet = (id: string, lang: string): string =>
  `<private-meet id="${id}" room="words" lang="${lang}"></private-meet>`;

/** What the lobby's button says, once the element is drawn in a language. */
const joinOf = async (page: Page, id: string, language: LanguageTag): Promise<string> => {
  const said = await waitInPage(
    page,
    (id: string, language: string) => {
      const root = document.getElementById(id)?.shadowRoot?.querySelector('.root');
      const button = root?.querySelector('pm-lobby')?.shadowRoot?.querySelector('[part~="join"]');
      return root?.getAttribute('lang') === language && button?.textContent.trim();
    },
    id,
    language,
  );
  return String(said);
};

const joinIn = async (language: LanguageTag): Promise<string> => {
  const { strings } = (await import(`../../src/locales/${language}.js`)) as { strings: typeof en };
  return strings.join;
};

describe('The languages beside the bundle', () => {
  it('are all there, small, and each whole in itself', () => {
    const files = readdirSync(join(DIST, 'locales'))
      .filter((name) => name.endsWith('.js'))
      .sort();
    assert.deepEqual(files, LOADED.map((language) => `${language}.js`).sort());
    for (const file of files) {
      const code = readFileSync(join(DIST, 'locales', file), 'utf8');
      assert.doesNotMatch(code, /\bimport\b/, file);
      assert.ok(code.length < 30_000, `${file} has ${code.length} characters`);
    }
  });

  it('are not inside it, and all inside private-meet.all.js', async () => {
    const [one, all] = ['private-meet.js', 'private-meet.all.js'].map((file) => readFileSync(join(DIST, file), 'utf8'));
    for (const language of LOADED) {
      const { strings } = (await import(`../../src/locales/${language}.js`)) as { strings: typeof en };
      assert.ok(!one!.includes(strings.willAskBoth), language);
      assert.ok(all!.includes(strings.willAskBoth), language);
    }
  });

  it('are pieces of their own where a bundler takes the package apart', async () => {
    const { outputFiles } = await build({
      entryPoints: [join(DIST, 'esm/index.js')],
      bundle: true,
      splitting: true,
      format: 'esm',
      charset: 'utf8',
      outdir: '/out',
      write: false,
      logLevel: 'silent',
    });
    const entry = outputFiles.find(({ path }) => path.endsWith('index.js'))?.text ?? '';
    assert.ok(entry.length > 0);
    for (const language of LOADED) {
      const { strings } = (await import(`../../src/locales/${language}.js`)) as { strings: typeof en };
      assert.ok(!entry.includes(strings.willAskBoth), `${language} is in the entry`);
      assert.equal(outputFiles.filter(({ text }) => text.includes(strings.willAskBoth)).length, 1, language);
    }
  });
});

for (const name of ['chromium', 'firefox'] as const) {
  describe(`A page in a language, in ${name}`, () => {
    const own = new Site();
    const other = new Site();
    let browser: Browser;

    const open = async (content: string, sources: string): Promise<Page> => {
      own.page = `<!doctype html><title>Words</title><script src="/watch.js"></script>${content}`;
      own.policy = `default-src 'none'; script-src ${sources}; style-src 'self'; connect-src ${own.origin}`;
      const page = await browser.newPage();
      await page.goto(own.origin);
      return page;
    };

    before(async () => {
      await own.open();
      await other.open();
      browser = await launch[name]();
    });
    after(async () => {
      await browser.close();
      own.close();
      other.close();
    });
    beforeEach(() => {
      for (const site of [own, other]) {
        site.asked.length = 0;
        site.gone.clear();
      }
    });

    it('asks for the languages in use alone, beside the script, under a strict policy', async () => {
      const script = '<script type="module" src="/private-meet.js?v=3"></script>';
      const page = await open(script + meet('a', 'he') + meet('b', 'pt-BR') + meet('c', 'en'), "'self'");
      assert.equal(await joinOf(page, 'a', 'he'), await joinIn('he'));
      assert.equal(await joinOf(page, 'b', 'pt'), await joinIn('pt'));
      assert.equal(await joinOf(page, 'c', 'en'), en.join);
      assert.deepEqual([...own.asked].sort(), ['/locales/he.js', '/locales/pt.js', '/private-meet.js?v=3']);
      assert.deepEqual(await page.evaluate('violations'), []);
    });

    it('finds them beside a classic script too, of another origin', async () => {
      const script = `<script src="${other.origin}/private-meet.iife.js"></script>`;
      const page = await open(meet('a', 'zh-TW') + script, `'self' ${other.origin}`);
      assert.equal(await joinOf(page, 'a', 'zh-Hant'), await joinIn('zh-Hant'));
      assert.deepEqual(other.asked, ['/private-meet.iife.js', '/locales/zh-Hant.js']);
      assert.deepEqual(own.asked, []);
    });

    it('asks for nothing with private-meet.all.js', async () => {
      const script = '<script type="module" src="/private-meet.all.js"></script>';
      const page = await open(script + meet('a', 'ar') + meet('b', 'ja'), "'self'");
      assert.equal(await joinOf(page, 'a', 'ar'), await joinIn('ar'));
      assert.equal(await joinOf(page, 'b', 'ja'), await joinIn('ja'));
      assert.deepEqual(own.asked, ['/private-meet.all.js']);
    });

    for (const [file, asked] of [
      ['private-meet.js', ['/private-meet.later.js', '/locales/words/en.js']],
      ['private-meet.iife.js', ['/locales/words/en.js']],
      ['private-meet.all.js', []],
    ] as const) {
      it(`has words for a passphrase when somebody asks for them, not before, with ${file}`, async () => {
        const type = file.includes('iife') ? 'text/javascript' : 'module';
        const page = await open(`<script type="${type}" src="/${file}"></script>${meet('a', 'en')}`, "'self'");
        await joinOf(page, 'a', 'en');
        await page.evaluate('requireTrust("a")');
        await waitInPage(page, () => {
          const lobby = document.querySelector('private-meet')?.shadowRoot?.querySelector('pm-lobby')?.shadowRoot;
          const button = lobby?.querySelector<HTMLButtonElement>('.suggest button');
          const field = lobby?.querySelector<HTMLInputElement>('#secret');
          if (field?.value === '') button?.click();
          return field?.value.split(' ').length === 4;
        });
        assert.deepEqual(own.asked, [`/${file}`, ...asked]);
        assert.deepEqual(await page.evaluate('violations'), []);
      });
    }

    it('stays in English where a language does not come, with a word to the page’s author and no error', async () => {
      own.gone.add('/locales/ko.js');
      const script = '<script type="module" src="/private-meet.js"></script>';
      const page = await open(script + meet('a', 'ko'), "'self'");
      assert.equal(await joinOf(page, 'a', 'en'), en.join);
      await waitInPage(page, () => document.querySelector('private-meet')?.state === 'lobby');
      await waitInPage(page, () => (globalThis as { warnings?: string[] }).warnings?.length);
      const warnings = (await page.evaluate('warnings')) as string[];
      assert.equal(warnings.length, 1);
      assert.match(warnings[0]!, /"ko"/);
      assert.deepEqual(await page.evaluate('errors'), []);
      assert.equal(await joinOf(page, 'a', 'en'), en.join);
    });
  });
}
