import { defineConfig } from 'vite';
import solid from 'vite-plugin-solid';

/** The meeting server: `npm run server` in the root of the repository. */
const target = 'http://localhost:3000';

export default defineConfig({
  plugins: [solid()],
  preview: { proxy: { '/auth': { target }, '/ws': { target, ws: true } } },
});
