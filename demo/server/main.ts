import { readOptions, readPort } from './env.js';
import { stopWithNpm } from './parent.js';
import { startServer } from './start.js';

const { env } = process;
if (!env.JWT_SECRET) console.warn('JWT_SECRET is not set: using a random one, so tokens end with this process.');
const options = readOptions(env);
if (options.allowedOrigins?.length === 0) {
  console.warn('ALLOWED_ORIGINS is not set: pages of other origins are refused. Name them, or say * for all.');
}

const server = await startServer({ ...options, port: readPort(env, 3000), host: null });
console.log(`Signaling server on http://localhost:${server.port}`);

const stop = (): void => {
  void server.close().then(() => process.exit(0));
};
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
stopWithNpm(stop);
