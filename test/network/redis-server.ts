import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createClient } from 'redis';
import { freePort } from '../server/free-port.js';
import { aptInstall } from '../tools/install-browsers.js';

/** Milliseconds in which Redis has to say that it listens. */
const CEILING = 30_000;

const ensureInstalled = (): void => {
  const isThere = () => spawnSync('redis-server', ['--version']).error === undefined;
  if (isThere() || (aptInstall('redis-server') && isThere())) return;
  throw new Error(
    'redis-server is missing and could not be installed: install it, for instance with apt-get install redis-server',
  );
};

/** A Redis of our own, on loopback, that writes nothing to disk: started anew it knows nothing. */
export class RedisServer {
  readonly #directory = mkdtempSync(join(tmpdir(), 'redis-'));
  #process: ChildProcess | undefined;

  private constructor(
    readonly port: number,
    private readonly options: readonly string[],
  ) {}

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** `options` are those of its command line. */
  static async start(options: readonly string[] = []): Promise<RedisServer> {
    ensureInstalled();
    const server = new RedisServer(await freePort(), options);
    await server.resume();
    return server;
  }

  /** A connection to it, for looking into it and for writing what no node would. */
  async client() {
    const client = createClient({ url: this.url });
    client.on('error', () => {}); // what matters of it is the answer that does not come
    await client.connect();
    return client;
  }

  freeze(): void {
    this.#process?.kill('SIGSTOP');
  }

  thaw(): void {
    this.#process?.kill('SIGCONT');
  }

  /** As when the machine goes: nothing is said and nothing is kept. */
  async kill(): Promise<void> {
    const process = this.#process;
    this.#process = undefined;
    if (process?.exitCode !== null || process.signalCode !== null) return;
    process.kill('SIGKILL');
    await once(process, 'exit');
  }

  async stop(): Promise<void> {
    await this.kill();
    rmSync(this.#directory, { recursive: true, force: true });
  }

  /** Starts it again on the same port. */
  async resume(): Promise<void> {
    const options = ['--bind', '127.0.0.1', '--port', String(this.port), '--dir', this.#directory];
    const child = spawn('redis-server', [...options, '--save', '', '--appendonly', 'no', ...this.options], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#process = child;
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('redis-server said nothing of being ready')), CEILING);
      child.once('exit', (code) => reject(new Error(`redis-server ended with ${code}`)));
      child.once('error', reject);
      createInterface(child.stdout).on('line', (line) => {
        if (!line.includes('Ready to accept connections')) return;
        clearTimeout(timer);
        resolve();
      });
    });
  }
}
