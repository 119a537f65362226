import { expect } from '@open-wc/testing';
import { MeetError } from '../../src/errors.js';
import type { ServerMessage } from '../../src/protocol/messages.js';
import { PRIORITY } from '../../src/signaling/send-queue.js';
import { parseServerUrl } from '../../src/signaling/server-url.js';
import { WebSocketChannel, type WebSocketChannelOptions } from '../../src/signaling/websocket-channel.js';
import { type Answer, networkError, stubFetch } from './fetch-stub.js';
import { frameOf, stubWebSocket } from './socket-stub.js';
import { tokenOf } from './tokens.js';

const SERVER = parseServerUrl('https://meet.example', 'https://page.example/');
const users = (...ids: string[]) => ({
  type: 'room.users',
  room: 'r',
  data: { users: ids.map((userID) => ({ userID, username: '' })) },
  from: 'system',
});

describe('the channel over a WebSocket', () => {
  let stub: ReturnType<typeof stubWebSocket>;
  let restoreFetch: (() => void) | undefined;
  let channel: WebSocketChannel;
  let log: string[];
  let waiting: { readonly line: string; readonly resolve: () => void }[];
  let messages: ServerMessage[];
  let errors: MeetError[];
  let token: WebSocketChannelOptions['token'];

  const note = (line: string) => {
    log.push(line);
    waiting.filter((one) => one.line === line).forEach(({ resolve }) => resolve());
  };
  const noted = (line: string) => new Promise<void>((resolve) => waiting.push({ line, resolve }));
  const answerHealth = (answer: Answer) => (restoreFetch = stubFetch(answer).restore);

  beforeEach(() => {
    stub = stubWebSocket();
    [log, waiting, messages, errors] = [[], [], [], []];
    token = (reason) => {
      note(`token ${reason}`);
      return Promise.resolve(tokenOf({ sub: 'a' }));
    };
    channel = new WebSocketChannel({
      server: SERVER,
      origin: 'https://page.example',
      token: (reason, signal) => token(reason, signal),
      onUp: () => note('up'),
      onDown: () => note('down'),
      onMessage: (message) => messages.push(message),
      onRefused: (error) => {
        errors.push(error);
        note('refused');
      },
      ping: () => {
        note('ping');
        channel.send('ping', PRIORITY.room);
      },
    });
  });

  afterEach(() => {
    channel.close();
    stub.restore();
    restoreFetch?.();
    restoreFetch = undefined;
  });

  const open = async (signal = new AbortController().signal) => {
    const opened = channel.open(signal);
    const line = await stub.at(0);
    line.socket.acceptOpen();
    await opened;
    return line;
  };
  const failure = async () => {
    const opened = channel.open(new AbortController().signal).catch((error: unknown) => error);
    (await stub.at(0)).socket.acceptClose(1006);
    return (await opened) as MeetError;
  };

  it('opens with the token, takes frames and sends them', async () => {
    const line = await open();
    expect(line.url).to.equal(`wss://meet.example/ws?token=${tokenOf({ sub: 'a' })}`);
    expect(line.socket.binaryType).to.equal('arraybuffer');
    expect(log).to.deep.equal(['token join', 'up']);
    line.socket.acceptBytes(frameOf(users('a', 'b')));
    line.socket.acceptBytes(frameOf({ nonsense: true }));
    expect(messages.map(({ type }) => type)).to.deep.equal(['room.users']);
    channel.send('frame', PRIORITY.room);
    expect(line.sent).to.deep.equal(['frame']);
  });

  it('misses no frame that comes in the task of the upgrade', async () => {
    const opened = channel.open(new AbortController().signal);
    const { socket } = await stub.at(0);
    socket.acceptOpen();
    socket.acceptBytes(frameOf(users('a')));
    await opened;
    expect(messages).to.have.length(1);
  });

  it('comes back by itself with a token asked for anew, and forgets what waited', async () => {
    const first = await open();
    channel.people = 100;
    for (const frame of ['1', '2', '3', '4']) channel.send(frame, PRIORITY.offer);
    expect(first.sent).to.deep.equal(['1', '2']);
    first.socket.acceptClose(1006);
    expect(log.at(-1)).to.equal('down');
    channel.send('while down', PRIORITY.room);
    const second = await stub.at(1);
    const up = noted('up');
    second.socket.acceptOpen();
    await up;
    expect(log).to.deep.equal(['token join', 'up', 'down', 'token reconnect', 'up']);
    channel.send('hello again', PRIORITY.room);
    second.socket.acceptBytes(frameOf(users('a')));
    expect(messages).to.have.length(1);
    expect(second.sent).to.include('hello again').and.not.include('3').and.not.include('while down');
  });

  it('keeps trying, and says why each time, until it is closed', async () => {
    answerHealth(networkError);
    const first = await open();
    first.socket.acceptClose(1001);
    for (const attempt of [1, 2]) {
      const line = await stub.at(attempt);
      const refused = noted('refused');
      line.socket.acceptClose(1006);
      await refused;
    }
    expect(errors.map(({ code }) => code)).to.deep.equal(['server-unreachable', 'server-unreachable']);
    const up = noted('up');
    (await stub.at(3)).socket.acceptOpen();
    await up;
  });

  it('goes on when the page has no token for it at first', async () => {
    const first = await open();
    const give = token;
    token = () => {
      token = give;
      return Promise.reject(new MeetError('token-missing', 'tokenProvider failed'));
    };
    first.socket.acceptClose(1006);
    await noted('refused');
    expect(errors.map(({ code }) => code)).to.deep.equal(['token-missing']);
    await stub.at(1);
  });

  it('asks whether a line lives when told to, and tries at once when it is being mended', async () => {
    const first = await open();
    channel.probe();
    expect(first.sent).to.deep.equal(['ping']);
    const random = Math.random;
    Math.random = () => 0.99; // The wait before the next attempt is some 500 ms.
    try {
      first.socket.acceptClose(1006);
      expect(log).to.not.include('token reconnect');
      channel.probe();
      await new Promise((resolve) => setTimeout(resolve));
      expect(log, 'within a task').to.include('token reconnect');
    } finally {
      Math.random = random;
    }
    const second = await stub.at(1);
    const up = noted('up');
    second.socket.acceptOpen();
    await up;
  });

  it('gives a dead line up without its close, which would come minutes later', async () => {
    const first = await open();
    channel.probe();
    // Nothing answers the ping; the heartbeat's own deadline is 10 s.
    await noted('down');
    expect(first.isClosed()).to.equal(true);
    const second = await stub.at(1);
    const up = noted('up');
    second.socket.acceptOpen();
    await up;
    first.socket.acceptClose(1006);
    first.socket.acceptBytes(frameOf(users('a')));
    expect(messages, 'the dead one is heard no more').to.have.length(0);
    expect(log.filter((line) => line === 'down')).to.have.length(1);
  });

  it('says goodbye with all that waits, closes with 1000, and is over', async () => {
    const line = await open();
    channel.people = 100;
    for (const frame of ['1', '2', '3', 'bye']) channel.send(frame, PRIORITY.room);
    channel.close();
    expect(line.sent).to.deep.equal(['1', '2', '3', 'bye']);
    expect(line.isClosed()).to.equal(true);
    line.socket.acceptClose(1000);
    channel.probe();
    channel.send('late', PRIORITY.room);
    await Promise.resolve();
    expect(log).to.deep.equal(['token join', 'up']);
    expect(stub.sockets).to.have.length(1);
  });

  it('can be closed while it connects, or while it is being mended', async () => {
    const opened = channel.open(new AbortController().signal).catch((error: unknown) => error);
    const line = await stub.at(0);
    channel.close();
    expect(await opened).to.include({ code: 'aborted' });
    expect(line.isClosed()).to.equal(true);
    line.socket.acceptOpen();
    expect(log).to.deep.equal(['token join']);
  });

  it('ends an attempt with the signal that it was given', async () => {
    const abort = new AbortController();
    const reason = new MeetError('aborted', 'leave()');
    const opened = channel.open(abort.signal).catch((error: unknown) => error);
    const line = await stub.at(0);
    abort.abort(reason);
    expect(await opened).to.equal(reason);
    expect(line.isClosed()).to.equal(true);
  });

  it('asks for no socket when the join was over before the token came', async () => {
    const abort = new AbortController();
    const reason = new MeetError('aborted', 'leave()');
    token = () => {
      abort.abort(reason);
      return Promise.resolve(tokenOf({ sub: 'a' }));
    };
    expect(await channel.open(abort.signal).catch((error: unknown) => error)).to.equal(reason);
    expect(stub.sockets).to.have.length(0);
  });

  describe('tells why it could not connect', () => {
    it('nothing answers', async () => {
      answerHealth(networkError);
      expect(await failure()).to.include({ code: 'server-unreachable' });
    });

    it('the gateway answers, but not the server behind it', async () => {
      answerHealth(() => new Response('', { status: 503 }));
      expect(await failure()).to.include({ code: 'server-unreachable' });
    });

    it('the token has expired', async () => {
      token = () => Promise.resolve(tokenOf({ sub: 'a', exp: 1 }));
      answerHealth(() => new Response('OK'));
      expect(await failure()).to.include({
        code: 'token-expired',
        message: 'the token expired at 1970-01-01T00:00:01.000Z',
      });
    });

    it('a clock that runs ahead is no reason not to try', async () => {
      token = () => Promise.resolve(tokenOf({ sub: 'a', exp: 1 }));
      await open();
      expect(log).to.deep.equal(['up']);
    });

    it('the server does not allow this page', async () => {
      answerHealth(({ init }) => (init.mode === 'no-cors' ? new Response('OK') : networkError()));
      expect(await failure()).to.include({ code: 'origin-refused' });
    });

    it('what is left is the token', async () => {
      answerHealth(() => new Response('OK'));
      const error = await failure();
      expect(error).to.include({ code: 'token-rejected' });
      expect(error.message).to.not.include('.');
    });

    it('a server that came up just now is not taken for one that refuses', async () => {
      let asked = 0;
      answerHealth(() => ((asked += 1) === 1 ? networkError() : new Response('OK')));
      expect(await failure()).to.include({ code: 'server-unreachable' });
    });
  });
});
