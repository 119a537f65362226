import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { freePort } from '../server/free-port.js';
import { CHROMIUM_ARGS, chromiumPath, FIREFOX_PREFS, firefoxPath } from '../tools/browsers.js';
import type { Place } from './links.js';

export type BrowserName = 'chromium' | 'firefox';

export interface LaunchOptions {
  /** Frames a second of Chromium's fake camera. */
  readonly fps: number;
  /** Leads to loopback. */
  readonly insecureName: string;
  /** The machine in the network that it runs on; this one when absent. */
  readonly place?: Place | undefined;
  /** Origins that are taken for secure although they are plain http. */
  readonly secure?: readonly string[];
  /** Whether Firefox hides its addresses behind mDNS names, as it does for everyone who changed nothing. */
  readonly hidesAddresses?: boolean;
}

const DEBUG_CEILING = 240_000;

/** A script that starts a program inside a namespace: browsers are started by their path. */
const wrap = (place: Place, path: string): { readonly path: string; remove(): void } => {
  const directory = mkdtempSync(join(tmpdir(), 'place-'));
  const script = join(directory, 'run');
  writeFileSync(script, `#!/bin/sh\nexec ip netns exec ${place.name} '${path}' "$@"\n`);
  chmodSync(script, 0o755);
  const remove = () => {
    rmSync(directory, { recursive: true, force: true });
  };
  return { path: script, remove };
};

const CONNECT = `const { connect } = require('node:net');
const socket = connect(Number(process.argv[1]), '127.0.0.1');
process.stdin.pipe(socket).pipe(process.stdout);
socket.on('error', () => process.exit(1));
socket.on('close', () => process.exit(0));`;

/** Makes the loopback port of a namespace reachable by the same number here. */
const bridge = async (place: Place, port: number): Promise<Server> => {
  const server = createServer((socket: Socket) => {
    const inner: ChildProcess = spawn(
      'ip',
      ['netns', 'exec', place.name, process.execPath, '-e', CONNECT, String(port)],
      {
        stdio: ['pipe', 'pipe', 'inherit'],
      },
    );
    const end = () => {
      socket.destroy();
      inner.kill();
    };
    socket.on('error', end).on('close', end);
    inner.on('exit', end);
    if (!inner.stdin || !inner.stdout) throw new Error('no pipes to the namespace');
    inner.stdin.on('error', end); // it may have ended before the last byte
    socket.pipe(inner.stdin);
    inner.stdout.pipe(socket);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return server;
};

const launchChromium = (options: LaunchOptions, executablePath: string): Promise<Browser> =>
  puppeteer.launch({
    executablePath,
    pipe: options.place !== undefined,
    args: [
      ...CHROMIUM_ARGS.filter((arg) => arg !== '--use-fake-device-for-media-stream'),
      `--use-fake-device-for-media-stream=fps=${String(options.fps)}`,
      `--host-resolver-rules=MAP ${options.insecureName} 127.0.0.1`,
      ...(options.secure ? [`--unsafely-treat-insecure-origin-as-secure=${options.secure.join(',')}`] : []),
    ],
    protocolTimeout: DEBUG_CEILING,
  });

const launchFirefox = (options: LaunchOptions, executablePath: string, debuggingPort: number): Promise<Browser> =>
  puppeteer.launch({
    browser: 'firefox',
    executablePath,
    debuggingPort,
    extraPrefsFirefox: {
      ...FIREFOX_PREFS,
      // Without a sound device Firefox holds an AudioContext for good: the pages' tones would be silent.
      'media.cubeb.force_mock_context': true,
      'network.dns.localDomains': options.insecureName,
      'media.peerconnection.ice.obfuscate_host_addresses': options.hidesAddresses ?? false,
      ...(options.place ? { 'media.peerconnection.ice.loopback': false } : {}),
      ...(options.secure ? { 'dom.securecontext.allowlist': options.secure.map((origin) => new URL(origin).hostname).join(',') } : {}), // prettier-ignore
    },
    protocolTimeout: DEBUG_CEILING,
  });

/** Starts a browser, where asked in a namespace. */
export const launchBrowser = async (name: BrowserName, options: LaunchOptions): Promise<Browser> => {
  const { place } = options;
  const path = name === 'chromium' ? chromiumPath() : firefoxPath();
  if (!place) return name === 'chromium' ? launchChromium(options, path) : launchFirefox(options, path, 0);
  const wrapped = wrap(place, path);
  const port = name === 'chromium' ? 0 : await freePort();
  const way = name === 'chromium' ? undefined : await bridge(place, port);
  const clear = () => {
    way?.close();
    wrapped.remove();
  };
  try {
    const browser = await (name === 'chromium'
      ? launchChromium(options, wrapped.path)
      : launchFirefox(options, wrapped.path, port));
    browser.once('disconnected', clear);
    return browser;
  } catch (error) {
    clear();
    throw error;
  }
};
