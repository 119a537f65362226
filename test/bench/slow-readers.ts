import { setTimeout as delay } from 'node:timers/promises';
import { connect, type WireClient } from '../server/wire-client.js';
import { ServerProcess } from './server-process.js';

/** Readers that never read, and as many who send to them as fast as the server lets them. */
const READERS = 40;
/** Seconds of sending: past the time after which who takes nothing is closed. */
const SECONDS = 15;
/** Frames a second of each sender, a little under what the server takes. */
const PACE = 38;
/** Megabytes above idle. */
const LIMIT = 60;

type Kind = 'plain' | 'escaped';

const frame = (room: string, kind: Kind): string =>
  JSON.stringify({
    type: 'chat.typing',
    room,
    data: { typing: true, pad: (kind === 'plain' ? 'x' : '<').repeat(65_000) },
  });

/** Megabytes above idle, at most, while nobody reads; `roomOf` says who sends to whom. */
const measure = async (kind: Kind, roomOf: (index: number) => string): Promise<number> => {
  const server = await ServerProcess.start();
  const clients: WireClient[] = [];
  const join = async (id: string, room: string) => {
    const client = await connect(server, id);
    clients.push(client);
    await client.join(room);
    return client;
  };
  const senders = [];
  for (let index = 0; index < READERS; index += 1) {
    (await join(`reader-${index}`, roomOf(index))).socket.pause();
    senders.push({ client: await join(`sender-${index}`, roomOf(index)), text: frame(roomOf(index), kind) });
  }
  const idle = server.megabytes();
  let most = idle;
  for (const end = performance.now() + SECONDS * 1000; performance.now() < end;) {
    for (const { client, text } of senders)
      if (client.socket.readyState === client.socket.OPEN) client.socket.send(text);
    for (const { client } of senders) client.forget();
    await delay(1000 / PACE);
    most = Math.max(most, server.megabytes());
  }
  for (const { socket } of clients) socket.terminate();
  await server.stop();
  return most - idle;
};

/** What the part of `npm run bench -- server` on slow readers prints; 1 when it is more than it may be. */
export const benchSlowReaders = async (): Promise<number> => {
  const rows = [];
  for (const kind of ['plain', 'escaped'] as const) {
    rows.push({ kind, rooms: 1, megabytes: await measure(kind, () => 'room') });
    rows.push({ kind, rooms: READERS, megabytes: await measure(kind, (index) => `room-${index}`) });
  }
  console.table(rows.map((row) => ({ ...row, megabytes: row.megabytes.toFixed(1), 'at most': LIMIT })));
  return rows.some(({ megabytes }) => megabytes > LIMIT) ? 1 : 0;
};
