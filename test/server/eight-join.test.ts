import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startServer, type StartedServer } from '../../demo/server/start.js';
import { joinFrame, roomWordFrame, signalFrame } from '../../src/protocol/serialize.js';
import { compareIds } from '../../src/signaling/identity.js';
import { PRIORITY, SendQueue } from '../../src/signaling/send-queue.js';
import { connect, type WireClient } from './wire-client.js';

/** As long as a browser's own, with the candidates that are known by then. */
const SDP = 'v=0\r\n'.padEnd(3_000, 'a=candidate:1 1 udp 1 192.0.2.1 9 typ host\r\n');
const CANDIDATES = Array.from({ length: 4 }, () => ({
  candidate: 'candidate:1 1 udp 1 192.0.2.1 9 typ host',
  sdpMid: '0',
}));

const idsOf = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}${String(index)}`);

/** Frames that one of ours sends on joining a full room, through the queue that paces them. */
const joinAsOurs = (client: WireClient, room: string, others: readonly string[]): void => {
  const queue = new SendQueue((text) => client.socket.send(text));
  const { id } = client;
  let hasOffered = false;
  const answered = new Set<string>();
  queue.push(joinFrame(room), PRIORITY.door);
  queue.push(roomWordFrame(room, { word: 'hello', session: id }), PRIORITY.room);
  const look = () => {
    const listed = client.usersOf(room) ?? [];
    queue.people = listed.length;
    if (!hasOffered && listed.length === others.length + 1) {
      hasOffered = true;
      for (const to of others) {
        if (compareIds(id, to) > 0) continue; // They offer.
        queue.push(
          signalFrame(room, to, { type: 'webrtc.offer', sdp: SDP, x: { from: `${id}.1`, n: 1 } }),
          PRIORITY.offer,
        );
      }
    }
    for (const offer of client.of('webrtc.offer')) {
      const from = offer.from ?? '';
      if (offer.data.to !== id || answered.has(from)) continue;
      answered.add(from);
      const x = { from: `${id}.1`, n: 1 };
      queue.push(signalFrame(room, from, { type: 'webrtc.answer', sdp: SDP, x }), PRIORITY.answer);
      const signal = {
        type: 'webrtc.iceCandidate',
        candidate: { candidate: '' },
        x: { ...x, candidates: CANDIDATES },
      } as const;
      queue.push(signalFrame(room, from, signal), PRIORITY.candidate);
    }
  };
  client.socket.on('message', look);
};

/** A deployed client paces nothing: an offer and its candidates for each of those it makes the offer to, all in one go. */
const joinAsDeployed = async (client: WireClient, room: string, others: readonly string[]): Promise<void> => {
  client.send('chat.join', room);
  await client.until((each) => each.usersOf(room)?.length === others.length + 1);
  for (const to of others.filter((other) => compareIds(client.id, other) < 0)) {
    client.send('webrtc.offer', room, { sdp: SDP.slice(0, 1_700), to });
    for (const candidate of CANDIDATES)
      client.send('webrtc.iceCandidate', room, { candidate: JSON.stringify(candidate), to });
  }
};

const answersTo = (client: WireClient): number =>
  client.of('webrtc.answer').filter(({ data }) => data.to === client.id).length;

describe('Eight who join within 100 ms', () => {
  let server: StartedServer;
  before(async () => {
    server = await startServer();
  });
  after(() => server.close());

  for (const [what, ours, deployed] of [
    ['all ours', idsOf('m', 8), []],
    ['two of them deployed clients, whose offers come in bursts', idsOf('m', 6), idsOf('a', 2)],
  ] as const) {
    it(`${what}: nobody is told off, nobody is put out, every offer is answered`, async () => {
      const room = what;
      const ids = [...ours, ...deployed];
      const clients = await Promise.all(ids.map((id) => connect(server, id)));
      const bursts = clients.map((client, index) => {
        const others = ids.filter((id) => id !== client.id);
        if (index >= ours.length) return joinAsDeployed(client, room, others);
        joinAsOurs(client, room, others);
        return Promise.resolve();
      });
      await Promise.all(bursts);
      await Promise.all(
        clients.map((client) => {
          // Whoever has the lower id offers; a deployed client in this test answers nothing.
          const offered = ours.filter((id) => id !== client.id && compareIds(client.id, id) < 0).length;
          return client.until(() => answersTo(client) >= offered);
        }),
      );
      for (const client of clients) {
        await client.roundTrip();
        assert.deepEqual(client.errors, [], client.id);
      }
      assert.equal(server.rooms.users(room).length, ids.length, 'nobody was put out of the room');
      for (const client of clients) client.socket.terminate();
    });
  }

  it('would be told off or put out without the queue', { timeout: 30_000 }, async () => {
    const ids = idsOf('m', 8);
    const clients = await Promise.all(ids.map((id) => connect(server, id)));
    for (const client of clients) client.send('chat.join', 'unpaced');
    await Promise.all(clients.map((client) => client.until(() => client.usersOf('unpaced')?.length === ids.length)));
    for (const client of clients) {
      for (let frame = 0; frame < 40; frame += 1) client.send('webrtc.offer', 'unpaced', { sdp: SDP, to: 'm0' });
    }
    const isLost = () =>
      server.rooms.users('unpaced').length < ids.length || clients.some(({ errors }) => errors.length > 0);
    while (!isLost()) await new Promise((resolve) => setTimeout(resolve, 20));
    for (const client of clients) client.socket.terminate();
  });
});
