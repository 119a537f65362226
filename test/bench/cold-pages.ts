import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';

const DIST = new URL('../../dist/', import.meta.url);

const page = (body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><style>body{margin:0}private-meet{width:100vw;height:100vh}</style></head><body>${body}</body></html>`;

/** The element's page: what its author writes, with `lobby` or by itself into the call, and a listener that notes when everybody is connected. */
const elementPage = ({ server, token, room, others, lobby }: Record<string, string>): string =>
  page(`<script type="module" src="/private-meet.js"></script>
<private-meet server="${server ?? ''}" token="${token ?? ''}" room="${room ?? ''}" ice-servers="[]" ${lobby ? '' : 'autojoin'}></private-meet>
<script>
  const element = document.querySelector('private-meet');
  element.addEventListener('pm-peer-change', () => {
    const connected = element.peers.filter(({ state }) => state === 'connected').length;
    if (connected >= ${others ?? ''}) globalThis.connectedAt ??= performance.now();
  });
</script>`);

const FLOOR_PAGE = page('<script type="module" src="/visit.js"></script>');

/** Serves both pages; none is kept by the browser. */
export const startPages = async (): Promise<{ readonly url: string; readonly server: Server }> => {
  const { outputFiles } = await build({
    entryPoints: [new URL('visit.ts', import.meta.url).pathname],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
  });
  const visit = outputFiles[0]?.text ?? '';
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const send = (type: string, body: string | Buffer) => {
      response.writeHead(200, { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'no-store' });
      response.end(body);
    };
    if (pathname === '/element') send('text/html', elementPage(Object.fromEntries(searchParams)));
    else if (pathname === '/floor') send('text/html', FLOOR_PAGE);
    else if (pathname === '/visit.js') send('text/javascript', visit);
    else {
      readFile(new URL(`.${pathname}`, DIST)).then(
        (body) => {
          send('text/javascript', body);
        },
        () => response.writeHead(404).end(),
      );
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`, server };
};
