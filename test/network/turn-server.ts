import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHmac, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { aptInstall } from '../tools/install-browsers.js';

const REALM = 'meet.test';
/** Milliseconds in which coturn has to say that it listens. */
const CEILING = 30_000;

/** An address of this machine that is not loopback: browsers gather no candidates there. */
const ownAddress = (): string => {
  const all = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  const address = all.find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
  if (!address) throw new Error('This machine has no IPv4 address but loopback; TURN cannot be tested on it');
  return address;
};

const freePort = async (host: string): Promise<number> => {
  const server = createServer().listen(0, host);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
};

const ensureInstalled = (): void => {
  const isThere = () => spawnSync('turnserver', ['--version']).error === undefined;
  if (isThere() || (aptInstall('coturn') && isThere())) return;
  throw new Error('coturn is missing and could not be installed: install it, for instance with apt-get install coturn');
};

export interface CredentialOptions {
  /** Seconds until it expires; negative: it has. */
  readonly seconds?: number;
  /** How the browser talks to the server; UDP unless said. */
  readonly transport?: 'udp' | 'tcp';
}

/** A coturn of our own, on an address of this machine, with credentials that expire. */
export class TurnServer {
  /** As `TURN_SECRET` has it. */
  readonly secret = randomBytes(16).toString('hex');
  readonly #directory = mkdtempSync(join(tmpdir(), 'turn-'));
  #process: ChildProcess | undefined;

  private constructor(
    readonly host: string,
    readonly port: number,
  ) {}

  /** `host` is an address that browsers gather candidates on; one of this machine's own by default. */
  static async start(host = ownAddress()): Promise<TurnServer> {
    ensureInstalled();
    const server = new TurnServer(host, await freePort(host));
    await server.#start();
    return server;
  }

  /** ICE servers with a credential as of TURN's REST API: the user name is when it ends, the password its HMAC. */
  iceServers({ seconds = 3600, transport = 'udp' }: CredentialOptions = {}): RTCIceServer[] {
    const username = `${Math.floor(Date.now() / 1000) + seconds}:guest`;
    const credential = createHmac('sha1', this.secret).update(username).digest('base64');
    return [{ urls: [`turn:${this.host}:${this.port}?transport=${transport}`], username, credential }];
  }

  async stop(): Promise<void> {
    const process = this.#process;
    this.#process = undefined;
    if (process?.exitCode === null) {
      process.kill('SIGTERM');
      await once(process, 'exit');
    }
    rmSync(this.#directory, { recursive: true, force: true });
  }

  async #start(): Promise<void> {
    const { host, port } = this;
    const options = [
      ...['-n', '--verbose', '--fingerprint', '--no-cli', '--no-tls', '--no-dtls', '--no-rfc5780'],
      ...['--use-auth-secret', `--static-auth-secret=${this.secret}`, `--realm=${REALM}`],
      ...[`--listening-ip=${host}`, `--relay-ip=${host}`, `--listening-port=${port}`],
      ...[
        '--log-file=stdout',
        '--simple-log',
        `--pidfile=${join(this.#directory, 'pid')}`,
        `--db=${join(this.#directory, 'db')}`,
      ],
    ];
    const child = spawn('turnserver', options, { stdio: ['ignore', 'pipe', 'inherit'] });
    this.#process = child;
    const lines: string[] = [];
    await new Promise<void>((resolve, reject) => {
      const fail = (why: string) => reject(new Error(`coturn ${why}:\n${lines.join('\n')}`));
      const timer = setTimeout(() => fail('said nothing of listening'), CEILING);
      child.once('exit', (code) => fail(`ended with ${code}`));
      child.once('error', reject);
      createInterface(child.stdout).on('line', (line) => {
        if (lines.length < 200) lines.push(line);
        if (!/listener opened on|IPv4\. UDP listener opened/i.test(line)) return;
        clearTimeout(timer);
        resolve();
      });
    });
  }
}
