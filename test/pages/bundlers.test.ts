import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { strings as german } from '../../src/locales/de.js';
import { Stage } from '../e2e/stage.js';
import { waitInPage } from '../rig/wait-in-page.js';
import { App, enter, visit } from './apps.js';

/** A project of somebody else's, with the packed package and a bundler of each kind. */
const app = new App('bundlers', 'test/pages');
/** What the test writes there, told from what somebody wrote. */
const made = join(app.directory, '.cache');

/** How each is told to build `.cache/main.js` into `.cache/NAME`. */
const BUNDLERS: Readonly<Record<string, readonly string[]>> = {
  Vite: ['npx', 'vite', 'build', '.cache', '--outDir', 'Vite', '--logLevel', 'error'],
  'webpack 5': ['node', '.cache/webpack.js'],
  esbuild: ['npx', 'esbuild', '.cache/main.js', '--bundle', '--splitting', '--format=esm', '--outdir=.cache/esbuild'],
  Rollup: [
    ...['npx', 'rollup', '.cache/main.js', '--plugin', 'node-resolve', '--dir', '.cache/Rollup', '--silent'],
    // One of our dependencies asks for it, and Rollup leaves it as it is.
    ...['--intro', 'const process = { env: { NODE_ENV: "production" } };'],
  ],
  Parcel: ['npx', 'parcel', 'build', '.cache/index.html', '--dist-dir', '.cache/Parcel', '--no-cache', '--no-optimize'],
};

const WEBPACK = `import webpack from 'webpack';
const output = { path: import.meta.dirname + '/webpack 5', filename: 'main.js', publicPath: 'auto' };
const config = { mode: 'production', devtool: false, entry: import.meta.dirname + '/main.js', output, performance: false };
webpack(config, (error, stats) => {
  if (!error && !stats.hasErrors() && !stats.hasWarnings()) return;
  console.error(error ?? stats.toString());
  process.exitCode = 1;
});
`;

const PAGE = `<!doctype html><html lang="de"><meta charset="utf-8"><title>A page</title>
<script type="module" src="main.js"></script>
<p id="word"></p><private-meet room="standup" microphone-off camera-off></private-meet></html>`;

/** Of each entry something is used, so that no bundler leaves it out. */
const mainOf = (entries: readonly string[]): string => `
${entries.map((entry, index) => `import * as entry${index} from ${JSON.stringify(entry)};`).join('\n')}
const entries = [${entries.map((_, index) => `entry${index}`).join(', ')}];
const meeting = entry1.createMeeting({ room: 'standup' });
const classes = entries.flatMap((entry) => Object.values(entry)).filter((value) => value?.prototype instanceof HTMLElement);
document.querySelector('#word').textContent = meeting.state + ' ' + new Set(classes).size;
`;

const TYPES = `
import 'private-meet-element';
import { createMeeting, type Meeting } from 'private-meet-element/core';
import { PmChatElement } from 'private-meet-element/elements/pm-chat.js';
const meeting: Meeting = createMeeting({ room: 'standup' });
document.addEventListener('pm-join', ({ self }) => console.log(self.name, meeting.state, PmChatElement.name));
// @ts-expect-error a room is a text
document.createElement('private-meet').room = 1;
`;

describe('The packed package, installed in an empty project', () => {
  let entries: string[];
  before(async () => {
    await app.install();
    const { exports, name } = JSON.parse(
      readFileSync(join(app.directory, 'node_modules/private-meet-element/package.json'), 'utf8'),
    ) as { exports: Record<string, unknown>; name: string };
    const modules = Object.keys(exports).filter((key) => !key.includes('*') && !key.endsWith('.json'));
    entries = modules.map((key) => name + key.slice(1));
    rmSync(made, { recursive: true, force: true });
    mkdirSync(made, { recursive: true });
    writeFileSync(join(made, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(made, 'main.js'), mainOf(entries));
    writeFileSync(join(made, 'index.html'), PAGE);
    writeFileSync(join(made, 'webpack.js'), WEBPACK);
    writeFileSync(join(made, 'types.ts'), TYPES);
  });

  it('has entries', () => {
    assert.deepEqual(entries.slice(0, 2), ['private-meet-element', 'private-meet-element/core']);
    assert.ok(entries.length > 15);
  });

  for (const version of ['20', '22', '24']) {
    it(`is imported by Node ${version}, where there is no DOM`, async () => {
      const all = [...entries, 'private-meet-element/dist/private-meet.js'];
      const script = `
        if (!process.version.startsWith('v${version}.')) throw new Error(process.version);
        for (const entry of ${JSON.stringify(all)}) await import(entry);`;
      writeFileSync(join(made, `node-${version}.js`), script);
      await app.run(['npx', '--yes', '--package', `node@${version}`, 'node', `.cache/node-${version}.js`]);
    });
  }

  for (const [module, resolution] of [
    ['esnext', 'bundler'],
    ['node16', 'node16'],
    ['nodenext', 'nodenext'],
  ] as const) {
    it(`has types that hold, all of them looked at, resolved as ${resolution}`, () =>
      app.run([
        ...['npx', 'tsc', '.cache/types.ts', '--noEmit', '--strict', '--skipLibCheck', 'false', '--ignoreConfig'],
        ...['--target', 'es2022', '--lib', 'es2023,dom,dom.iterable'],
        ...['--module', module, '--moduleResolution', resolution],
      ]));
  }

  describe('in a browser', () => {
    let stage: Stage;
    let site: Awaited<ReturnType<App['serve']>> | undefined;
    before(async () => {
      stage = await Stage.open();
    });
    afterEach(async () => {
      await stage.clear();
      await site?.close();
      site = undefined;
    });
    after(() => stage.close());

    /** The page draws itself, in a language and with parts that come later, and joins. */
    const works = async (outDir: string, word?: string): Promise<void> => {
      site = await app.serve(stage, outDir);
      const ann = await visit(stage, 'chromium', site.url);
      await waitInPage(ann.page, (join) => kit.words().includes(join), german.join);
      if (word !== undefined)
        assert.equal(await ann.page.evaluate(() => document.querySelector('#word')?.textContent), word);
      await enter(ann, 'Ann');
      await ann.page.evaluate(() => kit.meet().leave());
      assert.deepEqual(ann.said, []);
    };

    for (const [name, command] of Object.entries(BUNDLERS)) {
      it(`works as ${name} bundles it, each entry and what they load later`, async () => {
        const directory = join(made, name);
        await app.run(command);
        if (!['Vite', 'Parcel'].includes(name)) writeFileSync(join(directory, 'index.html'), PAGE);
        await works(join('.cache', name), `idle ${entries.length - 2}`);
      });
    }

    for (const file of ['private-meet.js', 'private-meet.all.js', 'private-meet.iife.js']) {
      it(`works as the script ${file}, without a bundler`, async () => {
        const directory = join(made, file);
        cpSync(join(app.directory, 'node_modules/private-meet-element/dist'), directory, { recursive: true });
        const type = file.includes('iife') ? '' : 'type="module"';
        const page = PAGE.replace('type="module" src="main.js"', `${type} src="${file}"`);
        writeFileSync(join(directory, 'index.html'), page);
        await works(join('.cache', file));
      });
    }
  });
});
