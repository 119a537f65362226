import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { type Site, startSite } from '../e2e/site.js';
import { freePort } from '../server/free-port.js';

const LIBRARIES = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/lib64', '/usr/lib'];

/** Debian's packages `webkit2gtk-driver` and `xvfb` bring all that is needed. */
const miniBrowser = (): string => {
  const found = LIBRARIES.filter(existsSync)
    .flatMap((library) => readdirSync(library).map((name) => `${library}/${name}/MiniBrowser`))
    .find((path) => /\/webkit2?gtk-[^/]+\/MiniBrowser$/u.test(path) && existsSync(path));
  if (!found) throw new Error('No MiniBrowser of WebKitGTK found: install webkit2gtk-driver and xvfb');
  return found;
};

/** Xvfb writes the display that it took to the descriptor. */
const startDisplay = async (): Promise<{ readonly display: string; readonly child: ChildProcess }> => {
  const child = spawn('Xvfb', ['-displayfd', '3', '-nolisten', 'tcp', '-screen', '0', '1024x768x24'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    child.stdio[3]?.once('data', (text: Buffer) => {
      resolve(text.toString().trim());
    });
  });
  return { display: `:${number}`, child };
};

/** As much of WebDriver (W3C) as the test needs. */
class Driver {
  #session = '';
  constructor(private readonly url: string) {}

  async begin(binary: string): Promise<void> {
    const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } } };
    const { sessionId } = (await this.#call('POST', '/session', { capabilities })) as { sessionId: string };
    this.#session = `/session/${sessionId}`;
  }

  async go(url: string): Promise<void> {
    await this.#call('POST', `${this.#session}/url`, { url });
  }

  run(script: string): Promise<unknown> {
    return this.#call('POST', `${this.#session}/execute/sync`, { script, args: [] });
  }

  async end(): Promise<void> {
    await this.#call('DELETE', this.#session);
  }

  async #call(method: string, path: string, body?: unknown): Promise<unknown> {
    const init = { method, ...(body ? { body: JSON.stringify(body) } : {}) };
    const { value } = (await (await fetch(this.url + path, init)).json()) as { value: unknown };
    if (value && typeof value === 'object' && 'error' in value) throw new Error(JSON.stringify(value));
    return value;
  }
}

/** Asks again until something holds: WebDriver has no events. */
const until = async (what: string, holds: () => Promise<unknown>): Promise<void> => {
  const end = Date.now() + 180_000;
  while (!(await holds())) {
    assert.ok(Date.now() < end, `waited in vain: ${what}`);
    await delay(100);
  }
};

describe('WebKitGTK as Debian builds it, without WebRTC', () => {
  const children: ChildProcess[] = [];
  let site: Site;
  let driver: Driver;

  before(async () => {
    site = await startSite();
    const { display, child } = await startDisplay();
    children.push(child);
    const port = await freePort();
    children.push(spawn('WebKitWebDriver', [`--port=${String(port)}`], { env: { ...process.env, DISPLAY: display } }));
    const url = `http://127.0.0.1:${String(port)}`;
    await until('the driver', () =>
      fetch(`${url}/status`).then(
        () => true,
        () => false, // Not yet: it has just been started.
      ),
    );
    driver = new Driver(url);
    await driver.begin(miniBrowser());
  });
  after(async () => {
    await driver.end();
    for (const child of children) child.kill();
    await site.close();
  });

  it('is told in words that it can make no calls, and by the event', async () => {
    await driver.go(site.url);
    await until('the kit', () => driver.run("return 'kit' in window && !!customElements.get('private-meet')"));
    assert.deepEqual(await driver.run('return [isSecureContext, typeof RTCPeerConnection]'), [true, 'undefined']);
    await driver.run(`
      const element = document.createElement('private-meet');
      element.setAttribute('room', 'webkit');
      element.setAttribute('display-name', 'Ann');
      document.body.append(element);`);
    await until('pm-error', () => driver.run("return kit.story().includes('pm-error unsupported-browser')"));
    await until('words', () => driver.run('return /can’t make video calls.*open this page in/u.test(kit.words())'));
    assert.deepEqual(await driver.run('return [kit.meet().state, kit.meet().error.code, kit.meet().error.fatal]'), [
      'failed',
      'unsupported-browser',
      true,
    ]);
  });
});
