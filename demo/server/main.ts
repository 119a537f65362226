import { settingsOrExit } from './env.js';
import { stopWithNpm } from './parent.js';
import { ListenError, startServer } from './start.js';

const { port, host, options, warnings } = settingsOrExit(process.env, 3000);
for (const warning of warnings) console.warn(warning);

const server = await startServer({ ...options, port, host }).catch((error: unknown) => {
  if (!(error instanceof ListenError)) throw error;
  console.error(error.message);
  process.exit(1);
});
console.log(`Signaling server on ${server.url}`);

const stop = (): void => {
  void server.close().then(() => process.exit(0));
};
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
stopWithNpm(stop);
