import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = new URL('../../', import.meta.url);

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
<style>body{margin:0}private-meet{width:100vw;height:100vh}</style>
<script type="module" src="/kit.js"></script><script type="module" src="/private-meet.js"></script></head><body></body></html>`;

export interface Site {
  readonly url: string;
  /** The same by a name that no browser takes for the machine itself: not a secure context. The stage's browsers find it. */
  readonly insecureUrl: string;
  close(): Promise<void>;
}

/** Serves the page, the built bundle and the kit on loopback. */
export const startSite = async (): Promise<Site> => {
  const [kit, product] = await Promise.all([
    bundle('page-kit.ts'),
    readFile(new URL('dist/private-meet.js', ROOT), 'utf8'),
  ]);
  const files: Record<string, readonly [type: string, body: string]> = {
    '/': ['text/html', PAGE],
    '/kit.js': ['text/javascript', kit],
    '/private-meet.js': ['text/javascript', product],
  };
  const server = createServer((request, response) => {
    const file = files[(request.url ?? '/').split('?')[0] ?? '/'];
    response.writeHead(file ? 200 : 404, { 'Content-Type': `${file?.[0] ?? 'text/plain'}; charset=utf-8` });
    response.end(file?.[1]);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}/`,
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
