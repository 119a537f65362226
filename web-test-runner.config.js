import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultReporter } from '@web/test-runner';
import { puppeteerLauncher } from '@web/test-runner-puppeteer';
import { build } from 'esbuild';
import { tsImport } from 'tsx/esm/api';

/** @type {<T>(path: string) => Promise<T>} */
const load = (path) => tsImport(path, import.meta.url);
/** @type {typeof import('./test/tools/browsers.ts')} */
const { CHROMIUM_ARGS, FIREFOX_PREFS, chromiumPath, firefoxPath } = await load('./test/tools/browsers.ts');
/** @type {typeof import('./test/tools/wtr-reporter.ts')} */
const { tallyReporter } = await load('./test/tools/wtr-reporter.ts');
/** @type {typeof import('./test/server/free-port.ts')} */
const { freePort } = await load('./test/server/free-port.ts');

const bundle = async (path) => {
  const file = fileURLToPath(new URL(`.${path}`, import.meta.url));
  const { outputFiles } = await build({
    entryPoints: [file],
    inject: [fileURLToPath(new URL('test/helpers/parts.ts', import.meta.url))],
    outfile: `${file}.js`, // not written, but what the map's paths start from
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    sourcemap: 'external', // read for a stack trace only: not part of every page
    sourcesContent: false,
    conditions: ['browser', 'development'],
    external: ['/__web-*'], // the runner's own
    define: { 'process.env.NODE_ENV': '"development"' }, // nanostores asks, and a page doesn't have it
  });
  const [map, script] = outputFiles.map(({ text }) => text);
  return { map, script: `${script}\n//# sourceMappingURL=${basename(path)}.map` };
};

/** By path; each is built once for both browsers, and anew when a file has changed. */
const bundles = new Map();
const bundleOf = (path) => {
  if (!bundles.has(path)) bundles.set(path, bundle(path));
  return bundles.get(path);
};

/** Each test file comes as one script: a page that asks for its two hundred modules one by one takes seconds to begin. */
const bundleTests = {
  name: 'bundle-tests',
  serverStart: ({ fileWatcher }) => {
    fileWatcher.on('change', () => bundles.clear());
  },
  serve: async ({ path }) => {
    if (path.endsWith('.test.ts')) return { body: (await bundleOf(path)).script, type: 'js' };
    if (path.endsWith('.test.ts.map'))
      return { body: (await bundleOf(path.slice(0, -'.map'.length))).map, type: 'json' };
    return undefined;
  },
};

/** Lets one try a Firefox from before 144: it sets the page's size, and doesn't know the runner's next command. */
const createPage = async ({ context }) => {
  const page = await context.newPage();
  const setViewport = page.setViewport.bind(page);
  page.setViewport = async (viewport) => {
    try {
      await setViewport(viewport);
    } catch (error) {
      if (!String(error).includes('unknown command emulation.setScreenOrientationOverride')) throw error;
    }
  };
  return page;
};

/** One page at a time in each browser: focus, keyboard and fake devices belong to one page. */
const launcher = (launchOptions) => puppeteerLauncher({ launchOptions, createPage, concurrency: 1 });

export default {
  files: ['test/**/*.test.ts', '!test/{tools,package,server,screens,e2e,network,pages}/**'],
  // The runner's own choice, the first free one from 8000 on, is the same for two that start at once.
  port: await freePort(),
  plugins: [bundleTests],
  browsers: [
    // `browser` is left out for Chromium on purpose: with it, coverage is silently empty.
    launcher({ executablePath: chromiumPath(), args: [...CHROMIUM_ARGS] }),
    launcher({ browser: 'firefox', executablePath: firefoxPath(), extraPrefsFirefox: FIREFOX_PREFS }),
  ],
  reporters: [defaultReporter(), tallyReporter()],
  // Much of the time is waited, not worked: both at once take little more than one, on two cores too.
  concurrentBrowsers: 2,
  browserStartTimeout: 120_000,
  testsStartTimeout: 120_000,
  testsFinishTimeout: 600_000,
  testFramework: { config: { timeout: 120_000 } },
};
