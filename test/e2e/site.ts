import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const DIST = new URL('../../dist/', import.meta.url);

/** Leads to loopback in the stage's browsers. */
export const INSECURE_NAME = 'meet.test';

const bundle = async (entry: string): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(entry, import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"development"' },
  });
  return outputFiles[0]?.text ?? '';
};

/** A page author's page: the built bundle by one script tag, and the tests' kit. */
const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>
<link rel="stylesheet" href="/page.css">
<script type="module" src="/kit.js"></script><script type="module" src="/private-meet.js"></script></head><body></body></html>`;

const STYLE = 'body{margin:0}private-meet{width:100vw;height:100vh}';

/** The strictest policy that the element has to work under; `server` is the signaling server's origin. */
const strictPolicy = (server: string, policies: string | null): string =>
  [
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src blob:; media-src blob:",
    `connect-src ${server} ${server.replace(/^http/, 'ws')}`,
    "require-trusted-types-for 'script'",
    ...(policies === null ? [] : [`trusted-types ${policies}`]),
  ].join('; ');

export interface Site {
  readonly url: string;
  /** Asked each time that a page wants `private-meet.later.js`: whether it is there. */
  readonly later: { isThere: () => Promise<boolean> };
  /** The same by a name that no browser takes for the machine itself: not a secure context. The stage's browsers find it. */
  readonly insecureUrl: string;
  /** The page under a strict content security policy that lets it talk to `server` alone and lists Trusted Types `policies`, if any. */
  readonly strictUrl: (server: string, policies?: string) => string;
  close(): Promise<void>;
}

/** Serves the page, the built bundle and the kit, on loopback unless told otherwise. */
export const startSite = async (host = '127.0.0.1', dist = DIST): Promise<Site> => {
  const [kit, product, later] = await Promise.all([
    bundle('page-kit.ts'),
    readFile(new URL('private-meet.js', dist), 'utf8').catch((cause: unknown) => {
      throw new Error('Nothing is built: run `npm run build` first', { cause });
    }),
    readFile(new URL('private-meet.later.js', dist), 'utf8'),
  ]);
  const files: Record<string, readonly [type: string, body: string]> = {
    '/': ['text/html', PAGE],
    '/page.css': ['text/css', STYLE],
    '/kit.js': ['text/javascript', kit],
    '/private-meet.js': ['text/javascript', product],
    '/private-meet.later.js': ['text/javascript', later],
  };
  const laterFile = { isThere: () => Promise.resolve(true) };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const isThere = pathname !== '/private-meet.later.js' || (await laterFile.isThere());
    const file = isThere ? files[pathname] : undefined;
    const strictFor = searchParams.get('strict');
    if (strictFor) response.setHeader('Content-Security-Policy', strictPolicy(strictFor, searchParams.get('types')));
    response.writeHead(file ? 200 : 404, { 'Content-Type': `${file?.[0] ?? 'text/plain'}; charset=utf-8` });
    response.end(file?.[1]);
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://${host}:${String(port)}/`;
  return {
    url,
    later: laterFile,
    strictUrl: (origin, policies) => {
      const query = new URLSearchParams({ strict: origin, ...(policies === undefined ? {} : { types: policies }) });
      return `${url}?${query.toString()}`;
    },
    insecureUrl: `http://${INSECURE_NAME}:${String(port)}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
};
