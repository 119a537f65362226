import { spawn, type ChildProcess } from 'node:child_process';
import { on, once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { systemClock } from '../../demo/server/clock.js';
import { createTokens } from '../../demo/server/tokens.js';
import { freePort } from '../server/free-port.js';
import { ROOT } from '../tools/run.js';

const SECRET = 'the secret of the bench, 32 bytes and more';

/** Resolves at the line that says so; what is logged before it, as that Redis answers, is not it. */
const listening = async (output: Readable): Promise<void> => {
  let said = '';
  for await (const [data] of on(output, 'data', { close: ['end'] }) as AsyncIterable<[Buffer]>) {
    said += data.toString();
    if (said.includes('Signaling server on')) return;
  }
  throw new Error(`The server ended: ${said}`);
};

/** A signaling server in a process of its own, so that its memory can be read. */
export class ServerProcess {
  readonly issueToken = createTokens({ secret: SECRET, issuer: 'private-meet', expiresIn: 3600, clock: systemClock })
    .issue;

  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
  ) {}

  static async start(
    env: Readonly<Record<string, string>> = {},
    script = 'demo/server/main.ts',
  ): Promise<ServerProcess> {
    const port = await freePort();
    const child = spawn(process.execPath, ['--import', 'tsx', join(ROOT, script)], {
      env: { PATH: process.env['PATH'], PORT: String(port), JWT_SECRET: SECRET, ALLOWED_ORIGINS: '*', ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await listening(child.stdout);
    child.stdout.resume();
    return new ServerProcess(`http://127.0.0.1:${port}`, child);
  }

  /** Resident memory (Linux). */
  megabytes(): number {
    const status = readFileSync(`/proc/${this.child.pid ?? ''}/status`, 'utf8');
    return Number(/^VmRSS:\s*(\d+) kB/m.exec(status)?.[1]) / 1000;
  }

  /** As when its machine goes, stands still, or moves on. */
  signal(name: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): void {
    this.child.kill(name);
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const exit = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await exit;
  }
}
