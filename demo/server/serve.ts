import { settingsOrExit } from './env.js';
import { createLog, logEvents } from './log.js';
import { stopWithNpm } from './parent.js';
import { ListenError, startServer } from './start.js';

/** Runs a server by the settings of an environment until a signal ends it; what is wrong with them ends it at once, in words. */
export const serve = async (env: NodeJS.ProcessEnv): Promise<void> => {
  const { port, host, options, redisUrl, warnings, ...settings } = settingsOrExit(env, 3000);
  for (const warning of warnings) console.warn(warning);
  const log = createLog(settings.log.level);
  const started = startServer({ ...options, port, host, redisUrl, onEvent: logEvents(log, settings.log) });
  const server = await started.catch((error: unknown) => {
    if (!(error instanceof ListenError)) throw error;
    console.error(error.message);
    process.exit(1);
  });
  log.info(`Signaling server on ${server.url}`);
  const stop = (): void => {
    log.info({ sockets: server.connections.size }, 'closing');
    void server.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  stopWithNpm(stop);
};
