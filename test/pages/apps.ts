import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Page } from 'puppeteer-core';
import { preview } from 'vite';
import { instrument } from '../e2e/instrument.js';
import type { BrowserName, Stage } from '../e2e/stage.js';
import { waitInPage } from '../rig/wait-in-page.js';
import { freePort } from '../server/free-port.js';
import { ROOT, runTool } from '../tools/run.js';

/** A command that takes longer hangs. Milliseconds. */
const CEILING = 600_000;

/** A small project of somebody else's, with dependencies and a build of its own. */
export class App {
  readonly directory: string;

  constructor(name: string, parent = 'demo/frameworks') {
    this.directory = join(ROOT, parent, name);
  }

  /** As its developer does: our package comes packed, as from a registry. */
  async install(): Promise<void> {
    if (!existsSync(join(ROOT, 'dist/esm/index.js'))) runTool('tsx', 'test/tools/build.ts');
    await this.run(['npm', 'ci', '--prefer-offline', '--no-audit', '--no-fund']);
  }

  /** Runs a command in its directory; rejects with all that the command said. */
  run([file = '', ...args]: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<void> {
    const options = { cwd: this.directory, env: { ...process.env, ...env }, timeout: CEILING, maxBuffer: 2 ** 24 };
    return new Promise((resolve, reject) => {
      const child = execFile(file, args, options, (cause, stdout, stderr) => {
        if (!cause) return resolve();
        const where = relative(ROOT, this.directory);
        reject(new Error(`${[file, ...args].join(' ')} failed in ${where}:\n${stdout}\n${stderr}`, { cause }));
      });
      child.stdin?.end(); // asked by a build, nobody answers
    });
  }

  /** What a checker of its own says of these files, put beside the project's; nothing where it objects to nothing. */
  async check(files: Readonly<Record<string, string>>, command: readonly string[]): Promise<string> {
    const directory = join(this.directory, '.cache/check');
    rmSync(directory, { recursive: true, force: true });
    mkdirSync(directory, { recursive: true });
    const tsconfig = JSON.stringify({ extends: '../../tsconfig.json', include: ['./*'] });
    for (const [name, text] of Object.entries({ 'tsconfig.json': tsconfig, ...files }))
      writeFileSync(join(directory, name), text);
    return this.run(command).then(
      () => '',
      (error: unknown) => stripVTControlCharacters(String(error)),
    );
  }

  /** Serves what it built, with the stage's meeting server on the same origin. */
  async serve(stage: Stage, outDir: string): Promise<{ readonly url: string; close(): Promise<void> }> {
    const port = await freePort();
    const target = stage.server.url;
    const server = await preview({
      root: this.directory,
      logLevel: 'warn',
      build: { outDir },
      preview: {
        host: '127.0.0.1',
        port,
        strictPort: true,
        proxy: { '/auth': { target }, '/ws': { target, ws: true } },
      },
    });
    return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
  }
}

/** Runs in a page before its own scripts: notes what a test asks about. */
const watch = (): void => {
  const onlooker: Onlooker = { asked: [], first: null, sockets: [], heard: [] };
  Object.assign(globalThis, { onlooker });
  for (const type of ['pm-join', 'pm-leave']) addEventListener(type, () => onlooker.heard.push(type));
  globalThis.WebSocket = new Proxy(WebSocket, {
    construct(target, args) {
      const socket = Reflect.construct(target, args) as WebSocket;
      onlooker.sockets.push(socket);
      return socket;
    },
  });
  // Absent in a page that is not a secure context, as the blank one is before the first.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  const open = devices?.getUserMedia.bind(devices);
  if (devices && open) {
    devices.getUserMedia = (constraints = {}) => {
      onlooker.asked.push(constraints);
      return open(constraints);
    };
  }
  new MutationObserver((_records, observer) => {
    onlooker.first = document.querySelector('private-meet');
    if (onlooker.first) observer.disconnect();
  }).observe(document, { childList: true, subtree: true });
};

interface Onlooker {
  /** What devices were asked for, each time. */
  readonly asked: MediaStreamConstraints[];
  /** The first element that the page ever had. */
  first: Element | null;
  /** Every connection to a server. */
  readonly sockets: WebSocket[];
  /** Each `pm-join` and `pm-leave`, from the first line of the page's scripts on. */
  readonly heard: string[];
}

declare global {
  var onlooker: Onlooker;
}

/** Somebody's window with an app in it, and what its console was told. */
export interface Visit {
  readonly page: Page;
  readonly said: readonly string[];
}

/** Opens an app in a window of its own. */
export const visit = async (stage: Stage, browser: BrowserName, url: string): Promise<Visit> => {
  const page = await stage.window(browser);
  const said: string[] = [];
  page.on('pageerror', (error) => said.push(String(error)));
  page.on('console', (message) => {
    if (!['error', 'warn', 'assert'].includes(message.type())) return;
    const isFavicon = message.location().url?.endsWith('/favicon.ico') ?? false; // asked for by the browser itself
    if (!isFavicon && !message.text().startsWith('Lit is in dev mode')) said.push(message.text());
  });
  await page.evaluateOnNewDocument(instrument);
  await page.evaluateOnNewDocument(watch);
  await page.goto(url, { timeout: CEILING });
  await page.addScriptTag({ type: 'module', content: await (await fetch(`${stage.site.url}kit.js`)).text() });
  await waitInPage(page, () => 'kit' in globalThis && !!document.querySelector('private-meet')?.shadowRoot);
  return { page, said };
};

/** Gives its name in the lobby and enters, by keyboard. */
export const enter = async ({ page }: Visit, name: string): Promise<void> => {
  await waitInPage(page, () => kit.deepQuery('input').some((field) => field.checkVisibility()));
  await page.type('private-meet >>> pm-lobby >>> input', name);
  await page.keyboard.press('Enter');
  await page.evaluate(() => kit.inState('joined'));
};

/** URLs of the servers that its connections were given, for each connection it made. */
export const iceServers = ({ page }: Visit): Promise<string[]> =>
  page.evaluate(() =>
    witness.connections.map((connection) =>
      (connection.getConfiguration().iceServers ?? []).flatMap(({ urls }) => urls).join(' '),
    ),
  );
