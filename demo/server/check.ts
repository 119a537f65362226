import { settingsOrExit } from './env.js';
import { ListenError, startServer, type StartOptions } from './start.js';
import { answersStun } from './turn-probe.js';

const checkPort = async (options: StartOptions): Promise<boolean> => {
  try {
    const server = await startServer(options);
    await server.close();
    console.log(`Port ${server.port}: can be listened on.`);
    return true;
  } catch (error) {
    if (!(error instanceof ListenError)) throw error;
    console.error(error.message);
    return false;
  }
};

const checkTurn = async (url: string): Promise<boolean> => {
  const answers = await answersStun(url);
  if (answers) console.log(`${url}: answers.`);
  else console.error(`${url}: no answer. Start the TURN server, let its port through the firewall, or mend TURN_URLS.`);
  return answers;
};

const checkRedis = async (url: string): Promise<boolean> => {
  const { answersRedis } = await import('./nodes/redis-link.js');
  const { host } = new URL(url); // without the password
  const trouble = await answersRedis(url);
  if (trouble === undefined) console.log(`Redis at ${host}: answers.`);
  else console.error(`Redis at ${host}: ${trouble}. Start it, let its port through the firewall, or mend REDIS_URL.`);
  return trouble === undefined;
};

/** Says of each thing that the settings name whether it is as it has to be; true when all are. */
export const check = async (env: NodeJS.ProcessEnv): Promise<boolean> => {
  const { port, host, options, redisUrl, warnings } = settingsOrExit(env, 3000);
  for (const warning of warnings) console.warn(warning);
  console.log('Settings: can be used.');
  const found = [await checkPort({ ...options, port, host })];
  for (const url of options.turn?.urls ?? []) found.push(await checkTurn(url));
  if (redisUrl !== undefined) found.push(await checkRedis(redisUrl));
  return found.every(Boolean);
};
