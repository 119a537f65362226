import { settingsOrExit } from './env.js';
import { countKeys } from './jwks-probe.js';
import { isOurs } from './server-probe.js';
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
    const { port = 0, host = null } = options;
    if (error.isInUse && (await isOurs(host, port))) {
      console.log(`Port ${port}: a Private Meet server runs there already. Stop it before you start another one.`);
      return true;
    }
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

const checkKeys = async (url: string): Promise<boolean> => {
  const { host, pathname } = new URL(url); // without the query
  const found = await countKeys(url);
  const isFine = typeof found === 'number' && found > 0;
  if (isFine) console.log(`Keys at ${host}${pathname}: ${found} that tokens can be checked by.`);
  else {
    const trouble = found === 0 ? 'none that tokens can be checked by (RS256 from 2048 bits, ES256)' : found;
    console.error(`Keys at ${host}${pathname}: ${trouble}. Mend that, or JWKS_URL.`);
  }
  return isFine;
};

/** Says of each thing that the settings name whether it is as it has to be; true when all are. */
export const check = async (env: NodeJS.ProcessEnv): Promise<boolean> => {
  const { port, host, options, redisUrl, warnings } = settingsOrExit(env, 3000);
  for (const warning of warnings) console.warn(warning);
  console.log('Settings: can be used.');
  const found = [await checkPort({ ...options, port, host })];
  for (const url of options.turn?.urls ?? []) found.push(await checkTurn(url));
  if (options.trust?.jwks) found.push(await checkKeys(options.trust.jwks.url));
  if (redisUrl !== undefined) found.push(await checkRedis(redisUrl));
  return found.every(Boolean);
};
