import assert from 'node:assert/strict';
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { answersStun } from '../../demo/server/turn-probe.js';
import { freePort } from './free-port.js';

const success = (request: Buffer): Buffer => Buffer.concat([Buffer.from([1, 1, 0, 0]), request.subarray(4, 20)]);

describe('A TURN server', () => {
  let datagrams: Socket;
  let streams: Server;
  let answer: (request: Buffer) => Buffer;
  before(async () => {
    datagrams = createSocket('udp4', (request, { port, address }) => datagrams.send(answer(request), port, address));
    datagrams.bind(0, '127.0.0.1');
    streams = createServer((socket) => {
      socket.on('error', () => {}); // whoever asked has its answer and is gone
      socket.on('data', (request) => socket.write(answer(request)));
    }).listen(0, '127.0.0.1');
    await Promise.all([once(datagrams, 'listening'), once(streams, 'listening')]);
  });
  after(() => {
    datagrams.close();
    streams.close();
  });
  const addresses = () => [
    `turn:127.0.0.1:${datagrams.address().port}`,
    `turn:127.0.0.1:${(streams.address() as AddressInfo).port}?transport=tcp`,
  ];

  it('answers by UDP and by TCP', async () => {
    answer = success;
    for (const address of addresses()) assert.equal(await answersStun(address), true, address);
  });

  it('is none when what it says is no answer to what was asked', async () => {
    answer = () => Buffer.concat([Buffer.from([1, 1, 0, 0]), Buffer.alloc(16)]);
    for (const address of addresses()) assert.equal(await answersStun(address), false, address);
  });

  it('is none when nobody listens, speaks TLS, or has that name', async () => {
    answer = success;
    const port = await freePort();
    const [, byTcp = ''] = addresses();
    const names = [`turn:127.0.0.1:${port}?transport=tcp`, `turns:127.0.0.1:${port}`, 'turn:nobody.invalid'];
    for (const address of [...names, byTcp.replace('turn:', 'turns:')]) {
      assert.equal(await answersStun(address), false, address);
    }
  });
});
