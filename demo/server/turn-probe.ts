import { randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';

/** Milliseconds for all of it. A datagram that is lost is sent again every second. */
const LIMIT_MS = 5000;
const AGAIN_MS = 1000;
const DEFAULT_PORTS: Readonly<Record<string, number>> = { stun: 3478, turn: 3478, stuns: 5349, turns: 5349 };

/** A binding request (RFC 8489, 5): every STUN and TURN server answers it, without a credential. */
const bindingRequest = (): Buffer => Buffer.concat([Buffer.from('000100002112a442', 'hex'), randomBytes(12)]);

const isAnswerTo = (request: Buffer, answer: Buffer): boolean =>
  answer.length >= 20 && answer.readUInt16BE(0) === 0x0101 && answer.subarray(4, 20).equals(request.subarray(4));

const ignore = (): void => undefined;

const askByDatagram = async (host: string, port: number, signal: AbortSignal): Promise<boolean> => {
  const request = bindingRequest();
  const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4');
  socket.on('error', ignore); // a name that is found to be none after the wait is over
  const send = () => socket.send(request, port, host);
  const again = setInterval(send, AGAIN_MS);
  try {
    send();
    const [answer] = (await once(socket, 'message', { signal })) as [Buffer];
    return isAnswerTo(request, answer);
  } finally {
    clearInterval(again);
    socket.close();
  }
};

const askByStream = async (socket: Socket, signal: AbortSignal): Promise<boolean> => {
  const request = bindingRequest();
  socket.on('error', ignore); // one that comes after the wait is over
  try {
    socket.write(request);
    const [answer] = (await once(socket, 'data', { signal })) as [Buffer];
    return isAnswerTo(request, answer);
  } finally {
    socket.destroy();
  }
};

/** Whether the server of a `turn:`, `turns:` or `stun:` URI answers. Nothing is learned of its secret. */
export const answersStun = async (uri: string): Promise<boolean> => {
  const [, scheme = '', bracketed, name = '', given, transport] =
    /^(\w+):(?:\[(.+)\]|([\w.-]+))(?::(\d+))?(?:\?transport=(\w+))?$/.exec(uri.toLowerCase()) ?? [];
  const host = bracketed ?? name;
  const port = given === undefined ? (DEFAULT_PORTS[scheme] ?? 0) : Number(given);
  const signal = AbortSignal.timeout(LIMIT_MS);
  try {
    if (scheme.endsWith('s')) return await askByStream(connectTls({ host, port, servername: host }), signal);
    if (transport === 'tcp') return await askByStream(connectTcp({ host, port }), signal);
    return await askByDatagram(host, port, signal);
  } catch {
    return false; // refused, unknown or silent: the caller says which address it was
  }
};
