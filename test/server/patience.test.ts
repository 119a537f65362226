import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect as connectTcp } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { startServer, type StartedServer } from '../../demo/server/start.js';
import { connect } from './wire-client.js';

/** All that a server says to a text, until it closes. */
const answerTo = async (port: number, sent: string): Promise<string> => {
  const socket = connectTcp(port, '127.0.0.1');
  socket.on('error', () => {}); // a reset is an answer, too
  let answer = '';
  socket.on('data', (data) => (answer += data.toString()));
  socket.write(sent);
  await once(socket, 'close');
  return answer;
};

describe('A server waits', () => {
  let server: StartedServer;
  before(async () => (server = await startServer({ idleMs: 300 })));
  after(() => server.close());

  for (const [what, sent] of [
    ['who says nothing', ''],
    ['half a header', 'GET /health HTTP/1.1\r\nHost: x\r\nX-'],
    ['half a body', 'POST /auth/sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"user'],
    ['the next request', 'GET /health HTTP/1.1\r\nHost: x\r\n\r\n'],
  ] as const) {
    it(`for ${what} only so long`, async () => {
      await answerTo(server.port, sent);
    });
  }

  it('for a socket that has been upgraded as long as it likes', async () => {
    const ann = await connect(server, 'ann');
    await ann.join('room');
    await answerTo(server.port, ''); // as long as nobody else would be waited for
    await ann.roundTrip();
    ann.socket.close();
  });
});

describe('A request that would rather have another protocol', () => {
  let server: StartedServer;
  before(async () => (server = await startServer()));
  after(() => server.close());

  const upgrade = 'Host: x\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n';

  it('is answered as if it had not said so', async () => {
    const answer = await answerTo(server.port, `GET /health HTTP/1.1\r\n${upgrade}\r\n`);
    assert.match(answer, /^HTTP\/1\.1 200 OK\r\n/);
    assert.match(answer, /\r\nOK\r\n/);
  });

  it('is answered with its body, whether that comes with it or later', async () => {
    const body = '{"username":"Ann"}';
    const head = `POST /auth/sign-in HTTP/1.1\r\n${upgrade}Content-Length: ${body.length}\r\n\r\n`;
    assert.match(await answerTo(server.port, head + body), /^HTTP\/1\.1 200 OK\r\n[^]*"username":"Ann"/);
    const socket = connectTcp(server.port, '127.0.0.1');
    socket.setNoDelay(true);
    socket.write(head + body.slice(0, 5));
    socket.write(body.slice(5));
    const [data] = (await once(socket, 'data')) as [Buffer];
    assert.match(data.toString(), /^HTTP\/1\.1 200 OK/);
    socket.destroy();
  });

  it('is refused as without where it would be refused', async () => {
    assert.match(await answerTo(server.port, `GET /x HTTP/1.1\r\n${upgrade}\r\n`), /^HTTP\/1\.1 404 /);
    assert.match(await answerTo(server.port, `GET /ws HTTP/1.1\r\n${upgrade}\r\n`), /^HTTP\/1\.1 426 /);
    assert.match(
      await answerTo(server.port, `POST /auth/sign-in HTTP/1.1\r\n${upgrade}Content-Length: 1\r\n\r\n{`),
      /^HTTP\/1\.1 400 /,
    );
  });
});
