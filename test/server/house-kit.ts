import type { WaitingRoom } from '../../demo/server/house/house.js';
import { startServer, type StartOptions } from '../../demo/server/start.js';
import type { TokenClaims } from '../../demo/server/tokens.js';
import { connect, type Host, type WireClient } from './wire-client.js';

/** A server with host tools. */
export const startHouse = (waitingRoom: WaitingRoom = 'off', options: StartOptions = {}) =>
  startServer({ secret: 's'.repeat(32), httpLimits: false, hostTools: { waitingRoom }, ...options });

export const host = (server: Host, id: string): Promise<WireClient> => connect(server, id, {}, { role: 'host' });

export const guest = (server: Host, id: string): Promise<WireClient> => connect(server, id, {}, { guest: true });

/** Asks to be let into a room, and gives what came of it. */
export const knock = async (client: WireClient, room = 'r'): Promise<string> => {
  const answers = () =>
    client.frames.filter((frame) => frame.room === room && ['room.waiting', 'room.refused'].includes(frame.type));
  const before = answers().length;
  const lists = client.of('room.users').length;
  client.send('chat.join', room, { knock: true });
  await client.until(() => answers().length > before || client.of('room.users').length > lists);
  const last = answers().slice(before).at(-1);
  if (!last) return 'in';
  return last.type === 'room.waiting' ? 'waits' : String(last.data.reason);
};

/** Somebody who is in a room. */
export const member = async (server: Host, id: string, claims: TokenClaims = {}, room = 'r'): Promise<WireClient> => {
  const client = await connect(server, id, {}, claims);
  await knock(client, room);
  await client.until(() => client.usersOf(room)?.includes(id));
  return client;
};

/** Why somebody was put out or kept out, each time. */
export const refusals = (client: WireClient): unknown[] => client.of('room.refused').map(({ data }) => data.reason);

/** Who waits, by what a host last heard. */
export const waiters = (client: WireClient): string[] | undefined =>
  (client.of('room.knocks').at(-1)?.data.users as { userID: string }[] | undefined)?.map(({ userID }) => userID);

/** The errors that a frame is answered with. */
export const complaint = async (
  client: WireClient,
  type: string,
  data: object = {},
  room = 'r',
): Promise<unknown[]> => {
  const before = client.errors.length;
  client.send(type, room, data);
  await client.roundTrip();
  return client.errors.slice(before);
};

/** What `room.users` last said of the room. */
export const houseOf = (client: WireClient): unknown => client.of('room.users').at(-1)?.data.house;
