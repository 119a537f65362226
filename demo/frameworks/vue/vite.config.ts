import { readFile } from 'node:fs/promises';
import vue from '@vitejs/plugin-vue';
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
      response.end(page.replace('<!-- page -->', await render()));
    });
  },
});

/** The meeting server: `npm run server` in the root of the repository. */
const target = 'http://localhost:3000';

export default defineConfig({
  // These tags are elements of the page, not Vue's components.
  plugins: [
    vue({ template: { compilerOptions: { isCustomElement: (tag) => /^(pm|private)-/.test(tag) } } }),
    serverRendering(),
  ],
  build: { outDir: 'dist/client' },
  preview: { proxy: { '/auth': { target }, '/ws': { target, ws: true } } },
});
