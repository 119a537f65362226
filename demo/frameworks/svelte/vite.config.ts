import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

/** The meeting server: `npm run server` in the root of the repository. */
const target = 'http://localhost:3000';

export default defineConfig({
  plugins: [svelte()],
  preview: { proxy: { '/auth': { target }, '/ws': { target, ws: true } } },
});
