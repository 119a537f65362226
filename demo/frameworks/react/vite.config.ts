import { readFile } from 'node:fs/promises';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const BUILT = new URL('./dist/', import.meta.url);

/** Renders the page on the server, for each who asks. */
const serverRendering = (): Plugin => ({
  name: 'server-rendering',
  configurePreviewServer({ middlewares }) {
    middlewares.use(async (request, response, next) => {
      if (request.url !== '/') return next();
      const { render } = await import(new URL('server/render.js', BUILT).href);
      const page = await readFile(new URL('client/index.html', BUILT), 'utf8');
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(page.replace('<!-- page -->', render()));
    });
  },
});

/** The meeting server: `npm run server` in the root of the repository. */
const target = 'http://localhost:3000';

export default defineConfig({
  plugins: [react(), serverRendering()],
  build: { outDir: 'dist/client', rolldownOptions: { input: ['index.html', 'office.html'] } },
  preview: { proxy: { '/auth': { target }, '/ws': { target, ws: true } } },
});
