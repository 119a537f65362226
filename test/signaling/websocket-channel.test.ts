import { expect } from '@open-wc/testing';
import { MeetError } from '../../src/errors.js';
import { PRIORITY } from '../../src/signaling/send-queue.js';
import { ChannelFixture, users } from './channel-fixture.js';
import { networkError } from './fetch-stub.js';
import { frameOf } from './socket-stub.js';
import { tokenOf } from './tokens.js';

describe('the channel over a WebSocket', () => {
  let f: ChannelFixture;
  beforeEach(() => {
    f = new ChannelFixture();
  });
  afterEach(() => f.close());

  it('opens with the token, takes frames and sends them', async () => {
    const line = await f.open();
    expect(line.url).to.equal(`wss://meet.example/ws?token=${tokenOf({ sub: 'a' })}`);
    expect(line.socket.binaryType).to.equal('arraybuffer');
    expect(f.log).to.deep.equal(['token join', 'up']);
    line.socket.acceptBytes(frameOf(users('a', 'b')));
    line.socket.acceptBytes(frameOf({ nonsense: true }));
    expect(f.messages.map(({ type }) => type)).to.deep.equal(['room.users']);
    f.channel.send('frame', PRIORITY.room);
    expect(line.sent).to.deep.equal(['frame']);
  });

  it('misses no frame that comes in the task of the upgrade', async () => {
    const opened = f.channel.open(new AbortController().signal);
    const { socket } = await f.stub.at(0);
    socket.acceptOpen();
    socket.acceptBytes(frameOf(users('a')));
    await opened;
    expect(f.messages).to.have.length(1);
  });

  it('comes back by itself with a token asked for anew, and forgets what waited', async () => {
    const first = await f.open();
    f.channel.people = 100;
    for (const frame of ['1', '2', '3', '4']) f.channel.send(frame, PRIORITY.offer);
    expect(first.sent).to.deep.equal(['1', '2']);
    first.socket.acceptClose(1006);
    expect(f.log.at(-1)).to.equal('down');
    f.channel.send('while down', PRIORITY.room);
    const second = await f.stub.at(1);
    const up = f.noted('up');
    second.socket.acceptOpen();
    await up;
    expect(f.log).to.deep.equal(['token join', 'up', 'down', 'token reconnect', 'up']);
    f.channel.send('hello again', PRIORITY.room);
    second.socket.acceptBytes(frameOf(users('a')));
    expect(f.messages).to.have.length(1);
    expect(second.sent).to.include('hello again').and.not.include('3').and.not.include('while down');
  });

  it('says goodbye with all that waits, closes with 1000, and is over', async () => {
    const line = await f.open();
    f.channel.people = 100;
    for (const frame of ['1', '2']) f.channel.send(frame, PRIORITY.room);
    f.channel.send('offer', PRIORITY.offer);
    for (const frame of ['3', 'bye']) f.channel.send(frame, PRIORITY.room);
    f.channel.close();
    expect(line.sent, 'nobody waits for an offer now').to.deep.equal(['1', '2', '3', 'bye']);
    expect(line.isClosed()).to.equal(true);
    line.socket.acceptClose(1000);
    f.channel.probe();
    f.channel.send('late', PRIORITY.room);
    await Promise.resolve();
    expect(f.log).to.deep.equal(['token join', 'up']);
    expect(f.stub.sockets).to.have.length(1);
  });

  it('can be closed while it connects, or while it is being mended', async () => {
    const opened = f.channel.open(new AbortController().signal).catch((error: unknown) => error);
    const line = await f.stub.at(0);
    f.channel.close();
    expect(await opened).to.include({ code: 'aborted' });
    expect(line.isClosed()).to.equal(true);
    line.socket.acceptOpen();
    expect(f.log).to.deep.equal(['token join']);
  });

  it('ends an attempt with the signal that it was given', async () => {
    const abort = new AbortController();
    const reason = new MeetError('aborted', 'leave()');
    const opened = f.channel.open(abort.signal).catch((error: unknown) => error);
    const line = await f.stub.at(0);
    abort.abort(reason);
    expect(await opened).to.equal(reason);
    expect(line.isClosed()).to.equal(true);
  });

  it('asks for no socket when the join was over before the token came', async () => {
    const abort = new AbortController();
    const reason = new MeetError('aborted', 'leave()');
    f.token = () => {
      abort.abort(reason);
      return Promise.resolve(tokenOf({ sub: 'a' }));
    };
    expect(await f.channel.open(abort.signal).catch((error: unknown) => error)).to.equal(reason);
    expect(f.stub.sockets).to.have.length(0);
  });

  describe('tells why it could not connect', () => {
    it('nothing answers', async () => {
      f.answerHealth(networkError);
      expect(await f.failure()).to.include({ code: 'server-unreachable' });
    });

    it('the gateway answers, but not the server behind it', async () => {
      f.answerHealth(() => new Response('', { status: 503 }));
      expect(await f.failure()).to.include({ code: 'server-unreachable' });
    });

    it('the token has expired', async () => {
      f.token = () => Promise.resolve(tokenOf({ sub: 'a', exp: 1 }));
      f.answerHealth(() => new Response('OK'));
      expect(await f.failure()).to.include({
        code: 'token-expired',
        message: 'refused, and by this clock the token expired at 1970-01-01T00:00:01.000Z',
      });
    });

    it('a clock that runs ahead is no reason not to try', async () => {
      f.token = () => Promise.resolve(tokenOf({ sub: 'a', exp: 1 }));
      await f.open();
      expect(f.log).to.deep.equal(['up']);
    });

    it('the server does not allow this page, whatever the clock makes of the token', async () => {
      f.token = () => Promise.resolve(tokenOf({ sub: 'a', exp: 1 }));
      f.answerHealth(({ init }) => (init.mode === 'no-cors' ? new Response('OK') : networkError()));
      expect(await f.failure()).to.include({ code: 'origin-refused' });
    });

    it('what is left is the token', async () => {
      f.answerHealth(() => new Response('OK'));
      const error = await f.failure();
      expect(error).to.include({ code: 'token-rejected' });
      expect(error.message).to.not.include('.');
    });

    it('a server that came up just now is not taken for one that refuses', async () => {
      let asked = 0;
      f.answerHealth(() => ((asked += 1) === 1 ? networkError() : new Response('OK')));
      expect(await f.failure()).to.include({ code: 'server-unreachable' });
    });
  });
});
