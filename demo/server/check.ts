import { settingsOrExit } from './env.js';
import { ListenError, startServer } from './start.js';

/** Says of each thing that the settings name whether it is as it has to be; true when all are. */
export const check = async (env: NodeJS.ProcessEnv): Promise<boolean> => {
  const { port, host, options, warnings } = settingsOrExit(env, 3000);
  for (const warning of warnings) console.warn(warning);
  console.log('Settings: can be used.');
  try {
    const server = await startServer({ ...options, port, host });
    await server.close();
    console.log(`Port ${server.port}: can be listened on.`);
    return true;
  } catch (error) {
    if (!(error instanceof ListenError)) throw error;
    console.error(error.message);
    return false;
  }
};
