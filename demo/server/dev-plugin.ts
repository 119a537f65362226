import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { DevServerConfig } from '@web/dev-server';
import { stopWithNpm } from './parent.js';
import { serveWithoutUpgrade, wantsWebSocket } from './plain-request.js';
import { siteFiles } from '../docs-site/pages.js';
import { createSignalingServer, type SignalingOptions } from './server.js';

type Middleware = NonNullable<DevServerConfig['middleware']>[number];
type Plugin = NonNullable<DevServerConfig['plugins']>[number];

/** Gives whoever asks a host's token, which only a server on one's own desk may. */
const HOST_PATH = '/dev/host';

/** The signaling server inside @web/dev-server: give its config both halves. */
export const signaling = (options: SignalingOptions): { plugin: Plugin; middleware: Middleware } => {
  const server = createSignalingServer(options);
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return {
    plugin: {
      name: 'signaling',
      serverStart({ config, server: httpServer }) {
        // The dev server listens before its plugins have started, and a page asked for in between got a 500.
        config.plugins?.push({ name: 'opening', serverStart: () => open() });
        (httpServer as Server).on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
          if (!wantsWebSocket(request)) return serveWithoutUpgrade(httpServer as Server, request, socket, head);
          // The dev server has a socket of its own on /wds; what is neither would hang.
          if (!server.handleUpgrade(request, socket, head) && request.url !== '/wds') socket.destroy();
        });
        // The dev server stops by itself on SIGINT only.
        const stop = (): void => void server.close().then(() => process.exit(0));
        process.once('SIGTERM', stop);
        stopWithNpm(stop);
      },
      serverStop: () => server.close(),
    },
    middleware: async (context, next) => {
      await opened;
      if (options.hostTools && context.path === HOST_PATH) {
        const { name } = context.query;
        context.body = await server.issueToken({ role: 'host', username: typeof name === 'string' ? name : 'Host' });
        return undefined;
      }
      if (!server.handleRequest(context.req, context.res)) return next() as Promise<unknown>;
      context.respond = false;
      return undefined;
    },
  };
};

/** nanostores asks for `process.env.NODE_ENV`, which no browser has. */
export const defineNodeEnv = (): Plugin => ({
  name: 'define-node-env',
  transform(context) {
    if (!context.response.is('js') || typeof context.body !== 'string') return undefined;
    return context.body.replaceAll('process.env.NODE_ENV', '"development"');
  },
});

const PAGES: ReadonlyMap<string, string> = new Map([
  ['/', '/demo/index.html'],
  ['/index.html', '/demo/index.html'],
  ['/gallery', '/demo/gallery.html'],
]);
/** The docs show nothing but themselves. */
const DOCS_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'";
const SERVED = /^\/(?:demo|src|dist|node_modules|__w[\w-]*)\//;

/**
 * As strict as the element promises to work under. `ws:` is named by host because not every browser takes `'self'` for it.
 */
const contentSecurityPolicy = (host: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `connect-src 'self' ws://${host} wss://${host}`,
    "img-src 'self' blob:",
    'media-src blob:',
    "base-uri 'none'",
    "form-action 'self'",
    "require-trusted-types-for 'script'",
  ].join('; ');

/** The docs' site under `/docs/`, made anew for each page so that what was just written is seen. */
const answerDocs = (context: Parameters<Middleware>[0]): void => {
  const name = context.path.slice('/docs/'.length) || 'index.html';
  const content = siteFiles().get(name);
  context.set('X-Content-Type-Options', 'nosniff');
  context.set('Content-Security-Policy', DOCS_POLICY);
  if (content === undefined) return context.throw(404, 'Not Found');
  context.type = name.slice(name.lastIndexOf('.'));
  context.body = content;
};

/** Puts the pages at `/`, `/gallery` and `/docs/`, under their policy, and keeps the rest of the repository to itself. */
export const demoPage: Middleware = (context, next) => {
  if (context.path === '/docs') {
    context.redirect('/docs/');
    return undefined;
  }
  if (context.path.startsWith('/docs/')) {
    answerDocs(context);
    return undefined;
  }
  context.path = PAGES.get(context.path) ?? context.path;
  if (!SERVED.test(context.path) || context.path.includes('/.')) {
    context.status = 404;
    context.body = 'Not Found';
    return undefined;
  }
  context.set('X-Content-Type-Options', 'nosniff');
  if (context.path.endsWith('.html') && /^[\w.[\]:-]+$/.test(context.host)) {
    context.set('Content-Security-Policy', contentSecurityPolicy(context.host));
  }
  return next();
};
