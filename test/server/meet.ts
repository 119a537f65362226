import { joinFrame, roomWordFrame, signalFrame } from '../../src/protocol/serialize.js';
import { OURS, Resend } from '../../src/mesh/resend.js';
import { compareIds } from '../../src/signaling/identity.js';
import { PRIORITY, SendQueue } from '../../src/signaling/send-queue.js';
import { connect, type Host, type WireClient } from './wire-client.js';

/** As long as a browser's own, with the candidates that are known by then. */
export const SDP = 'v=0\r\n'.padEnd(3_000, 'a=candidate:1 1 udp 1 192.0.2.1 9 typ host\r\n');
const CANDIDATES = Array.from({ length: 4 }, () => ({
  candidate: 'candidate:1 1 udp 1 192.0.2.1 9 typ host',
  sdpMid: '0',
}));

export const idsOf = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}${String(index)}`);

/**
 * Frames that one of ours sends on joining a full room, through the queue that paces them: an offer again until it is
 * answered, and the answer again to an offer that comes again, for the relay may lose either.
 */
const joinAsOurs = (client: WireClient, room: string, others: readonly string[]): void => {
  const queue = new SendQueue((text) => client.socket.send(text));
  const { id } = client;
  const offers = new Map<string, Resend>();
  let seen = 0;
  const knock = () => {
    queue.push(joinFrame(room), PRIORITY.door, 'join');
  };
  knock();
  const knocks = new Resend(knock, OURS); // for the list that was lost, and for who was put out without a word
  queue.push(roomWordFrame(room, { word: 'hello', session: id }), PRIORITY.room);
  const offer = (to: string) => {
    const frame = signalFrame(room, to, { type: 'webrtc.offer', sdp: SDP, x: { from: `${id}.1`, n: 1 } });
    const send = () => {
      queue.push(frame, PRIORITY.offer, to);
    };
    send();
    offers.set(to, new Resend(send, OURS));
  };
  const answer = (to: string) => {
    const x = { from: `${id}.1`, n: 1 };
    queue.push(signalFrame(room, to, { type: 'webrtc.answer', sdp: SDP, x }), PRIORITY.answer);
    const candidates = { ...x, candidates: CANDIDATES };
    const signal = { type: 'webrtc.iceCandidate', candidate: { candidate: '' }, x: candidates } as const;
    queue.push(signalFrame(room, to, signal), PRIORITY.candidate);
  };
  client.socket.on('message', () => {
    const listed = client.usersOf(room) ?? [];
    queue.people = listed.length;
    if (offers.size === 0 && listed.length === others.length + 1) {
      for (const to of others.filter((other) => compareIds(id, other) < 0)) offer(to);
    }
    for (const { type, data, from = '' } of client.frames.slice(seen)) {
      if (data['to'] === id && type === 'webrtc.offer') answer(from);
      if (data['to'] === id && type === 'webrtc.answer') offers.get(from)?.stop();
    }
    seen = client.frames.length;
  });
  client.socket.on('close', () => {
    for (const resend of [knocks, ...offers.values()]) resend.stop();
  });
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

/** Whom an answer to an offer of ours came from. */
const answeredBy = (client: WireClient): Set<string | undefined> =>
  new Set(client.of('webrtc.answer').flatMap(({ data, from }) => (data.to === client.id ? [from] : [])));

/** Everybody in a room at once, `ours` and `deployed`, at the servers by turns; resolves once every offer to one of ours is answered. */
export const meet = async (
  servers: readonly [Host, ...Host[]],
  room: string,
  ours: readonly string[],
  deployed: readonly string[],
) => {
  const ids = [...ours, ...deployed];
  const serverOf = (index: number) => servers[index % servers.length] ?? servers[0];
  const clients = await Promise.all(ids.map((id, index) => connect(serverOf(index), id)));
  const bursts = clients.map((client, index) => {
    const others = ids.filter((id) => id !== client.id);
    if (index >= ours.length) return joinAsDeployed(client, room, others);
    joinAsOurs(client, room, others);
    return Promise.resolve();
  });
  await Promise.all(bursts);
  await Promise.all(
    clients.slice(0, ours.length).map((client) => {
      // Whoever has the lower id offers; a deployed client in this test answers nothing.
      const offered = ours.filter((id) => id !== client.id && compareIds(client.id, id) < 0).length;
      return client.until(() => answeredBy(client).size >= offered);
    }),
  );
  await Promise.all(clients.map((client) => client.roundTrip()));
  return clients;
};
