import preact from '@astrojs/preact';
import { defineConfig } from 'astro/config';

/** The meeting server: `npm run server` in the root of the repository. */
const target = 'http://localhost:3000';

export default defineConfig({
  integrations: [preact()],
  devToolbar: { enabled: false },
  vite: { server: { proxy: { '/auth': { target }, '/ws': { target, ws: true } } } },
});
