import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { tsImport } from 'tsx/esm/api';

const { defineNodeEnv, demoPage, signaling } = await tsImport('./demo/server/dev-plugin.ts', import.meta.url);
const { settingsOrExit } = await tsImport('./demo/server/env.ts', import.meta.url);
const { port, options } = settingsOrExit(process.env, 8000);
const { plugin, middleware } = signaling(options);

/** The demo page and the signaling server in one process: `npm start`. */
export default {
  rootDir: fileURLToPath(new URL('.', import.meta.url)),
  port,
  nodeResolve: true,
  // An injected script would need more of the page's policy than the element itself does.
  injectWebSocket: false,
  middleware: [middleware, demoPage],
  plugins: [
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)) }),
    defineNodeEnv(),
    plugin,
  ],
};
