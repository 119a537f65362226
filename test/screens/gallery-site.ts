import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build, type StdinOptions } from 'esbuild';
import { ROOT } from '../tools/run.js';

/** The same letters on every machine. Emoji are the machine's own, and so are not shown. */
const STYLE = `
@import '@fontsource-variable/inter';
@import '@fontsource-variable/noto-sans-arabic';
:root { --pm-font-family: 'Inter Variable', 'Noto Sans Arabic Variable' }
body { font-family: 'Inter Variable', 'Noto Sans Arabic Variable' }
figure:has(pm-reactions) { display: none }
`;

const bundle = async (contents: string, loader: NonNullable<StdinOptions['loader']>): Promise<string> => {
  const { outputFiles } = await build({
    stdin: { contents, loader, resolveDir: ROOT },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    loader: { '.woff2': 'dataurl', '.woff': 'empty' },
    ignoreAnnotations: true, // the package says that a demo has no side effects, and nobody imports one but here
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return outputFiles[0]?.text ?? '';
};

export interface GallerySite {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the demo's gallery with letters that are the same everywhere. */
export const startGallery = async (): Promise<GallerySite> => {
  const read = (file: string) => readFile(join(ROOT, 'demo', file), 'utf8');
  const [page, base, looks, letters, script] = await Promise.all([
    read('gallery.html'),
    read('base.css'),
    read('gallery.css'),
    bundle(STYLE, 'css'),
    bundle("import './src/index.ts'; import './demo/gallery.ts';", 'ts'),
  ]);
  const files: Readonly<Record<string, readonly [type: string, body: string]>> = {
    '/': ['text/html', page.replace('</head>', '<link rel="stylesheet" href="/letters.css" /></head>')],
    '/demo/base.css': ['text/css', base],
    '/demo/gallery.css': ['text/css', looks],
    '/letters.css': ['text/css', letters],
    '/src/index.ts': ['text/javascript', ''], // in the other
    '/demo/gallery.ts': ['text/javascript', script],
  };
  const server = createServer((request, response) => {
    const file = files[new URL(request.url ?? '/', 'http://localhost').pathname];
    response.writeHead(file ? 200 : 404, { 'Content-Type': `${file?.[0] ?? 'text/plain'}; charset=utf-8` });
    response.end(file?.[1]);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
};
