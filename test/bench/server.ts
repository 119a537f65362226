import { once } from 'node:events';
import { WebSocket } from 'ws';
import { socketUrl } from '../server/wire-client.js';
import { benchManyRooms } from './many-rooms.js';
import { benchNodes } from './nodes.js';
import { ServerProcess } from './server-process.js';
import { benchSlowReaders } from './slow-readers.js';

const SOCKETS = 10_000;
/** Upgrades under way at once. */
const AT_ONCE = 50;
/** Kilobytes each. */
const LIMIT = 15;

/** Kilobytes that a socket costs which nobody says anything on. */
const measureIdle = async (): Promise<number> => {
  const server = await ServerProcess.start({ MAX_SOCKETS_PER_ADDRESS: String(SOCKETS), MAX_SOCKETS: String(SOCKETS) });
  const before = server.megabytes();
  const sockets: WebSocket[] = [];
  let begun = 0;
  const open = async (): Promise<void> => {
    while (begun < SOCKETS) {
      const token = await server.issueToken({ sub: `user-${(begun += 1)}` });
      const socket = new WebSocket(socketUrl(server.url, token));
      sockets.push(socket);
      await once(socket, 'open');
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, open));
  const after = server.megabytes();
  for (const socket of sockets) socket.terminate();
  await server.stop();
  return ((after - before) * 1000) / SOCKETS;
};

/** What `npm run bench -- server` prints; 1 when a figure is more than it may be. */
export const benchServer = async (): Promise<number> => {
  const idle = await measureIdle();
  console.log(`${SOCKETS} idle sockets: ${idle.toFixed(1)} kB each (at most ${LIMIT})`);
  const missed = [await benchManyRooms(), await benchSlowReaders(), await benchNodes()];
  return idle > LIMIT || missed.some((each) => each > 0) ? 1 : 0;
};
