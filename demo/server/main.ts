import { settingsOrExit } from './env.js';
import { createLog, logEvents } from './log.js';
import { stopWithNpm } from './parent.js';
import { ListenError, startServer } from './start.js';

const settings = settingsOrExit(process.env, 3000);
const { port, host, options, warnings } = settings;
for (const warning of warnings) console.warn(warning);

const log = createLog(settings.log.level);
const server = await startServer({ ...options, port, host, onEvent: logEvents(log, settings.log) }).catch(
  (error: unknown) => {
    if (!(error instanceof ListenError)) throw error;
    console.error(error.message);
    process.exit(1);
  },
);
log.info(`Signaling server on ${server.url}`);

const stop = (): void => {
  log.info({ sockets: server.connections.size }, 'closing');
  void server.close().then(() => process.exit(0));
};
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
stopWithNpm(stop);
