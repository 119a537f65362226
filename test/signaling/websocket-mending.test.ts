import { expect } from '@open-wc/testing';
import { MeetError } from '../../src/errors.js';
import { PRIORITY } from '../../src/signaling/send-queue.js';
import { ChannelFixture, users } from './channel-fixture.js';
import { networkError } from './fetch-stub.js';
import { frameOf } from './socket-stub.js';
import { stubOnline } from './online-stub.js';

describe('a channel that lost its line', () => {
  let f: ChannelFixture;
  beforeEach(() => {
    f = new ChannelFixture();
  });
  afterEach(() => f.close());

  it('keeps trying, and says each reason once until it is up again', async () => {
    f.answerHealth(networkError);
    const first = await f.open();
    const lose = async (from: number) => {
      for (const attempt of [from, from + 1]) (await f.stub.at(attempt)).socket.acceptClose(1006);
      const up = f.noted('up');
      const { socket } = await f.stub.at(from + 2);
      socket.acceptOpen();
      await up;
      return socket;
    };
    first.socket.acceptClose(1001);
    const second = await lose(1);
    expect(f.errors.map(({ code }) => code)).to.deep.equal(['server-unreachable']);
    second.acceptClose(1001);
    await lose(4);
    expect(f.errors.map(({ code }) => code)).to.deep.equal(['server-unreachable', 'server-unreachable']);
  });

  it('asks whether the server is there before it opens a socket where nothing answered, but for each fourth attempt', async () => {
    let [asked, isThere] = [0, false];
    f.answerHealth(() => {
      asked += 1;
      return isThere ? new Response('OK') : networkError();
    });
    const first = await f.open();
    first.socket.acceptClose(1006);
    (await f.stub.at(1)).socket.acceptClose(1006);
    const blind = await f.stub.at(2);
    expect(asked, 'why the first attempt failed, and before each of three others').to.equal(4);
    blind.socket.acceptClose(1006);
    await f.noted('token reconnect');
    isThere = true;
    const up = f.noted('up');
    (await f.stub.at(3)).socket.acceptOpen();
    await up;
    expect(f.errors.map(({ code }) => code)).to.deep.equal(['server-unreachable']);
  });

  it('gives up a question that hangs when told that the network is back, and tries anew at once', async () => {
    let asked = 0;
    const isAsked = f.noted('asked');
    f.answerHealth(({ init }) => {
      asked += 1;
      if (asked === 1) return networkError();
      if (asked > 2) return new Response('OK');
      f.note('asked');
      return new Promise((_, reject) => init.signal?.addEventListener('abort', () => reject(new TypeError('aborted'))));
    });
    const first = await f.open();
    first.socket.acceptClose(1006);
    (await f.stub.at(1)).socket.acceptClose(1006);
    await isAsked;
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    f.channel.doubt();
    const up = f.noted('up');
    (await f.stub.at(2)).socket.acceptOpen();
    await up;
    expect(asked).to.equal(3);
  });

  it('tells the source of tokens why the last one did not do', async () => {
    f.answerHealth(() => new Response('OK'));
    const first = await f.open();
    const refusals: (string | undefined)[] = [];
    const give = f.token;
    f.token = (reason, signal, last) => {
      refusals.push(last?.code);
      return give(reason, signal);
    };
    first.socket.acceptClose(1001);
    (await f.stub.at(1)).socket.acceptClose(1006);
    await f.stub.at(2);
    expect(refusals).to.deep.equal([undefined, 'token-rejected']);
  });

  it('does not storm a server that refuses the only token there is', async () => {
    f.hasFreshTokens = false;
    f.answerHealth(() => new Response('OK'));
    const first = await f.open();
    const refused = f.noted('refused');
    first.socket.acceptClose(1001);
    (await f.stub.at(1)).socket.acceptClose(1006);
    // Once may be a line that failed while the server came back: the next attempt is soon, and tells.
    (await f.stub.at(2)).socket.acceptClose(1006);
    await refused;
    expect(f.errors.map(({ code }) => code)).to.deep.equal(['token-rejected']);
    // By the backoff alone the next attempt would come within two seconds; it comes in half a minute, or when asked to.
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(f.stub.sockets).to.have.length(3);
    f.channel.probe();
    await f.stub.at(3);
  });

  it('tells nothing of a token that was refused twice where a fresh one is taken', async () => {
    f.answerHealth(() => new Response('OK'));
    const first = await f.open();
    first.socket.acceptClose(1001);
    (await f.stub.at(1)).socket.acceptClose(1006);
    (await f.stub.at(2)).socket.acceptClose(1006);
    const up = f.noted('up');
    (await f.stub.at(3)).socket.acceptOpen();
    await up;
    expect(f.errors).to.deep.equal([]);
  });

  it('tells of one that is refused though it is fresh', async () => {
    f.answerHealth(() => new Response('OK'));
    const first = await f.open();
    const refused = f.noted('refused');
    first.socket.acceptClose(1001);
    for (const attempt of [1, 2, 3]) (await f.stub.at(attempt)).socket.acceptClose(1006);
    await refused;
    expect(f.errors.map(({ code }) => code)).to.deep.equal(['token-rejected']);
  });

  it('takes no line that failed while the server came back for a token that was refused', async () => {
    f.hasFreshTokens = false;
    f.answerHealth(() => new Response('OK'));
    const first = await f.open();
    first.socket.acceptClose(1006);
    (await f.stub.at(1)).socket.acceptClose(1006);
    const up = f.noted('up');
    (await f.stub.at(2)).socket.acceptOpen();
    await up;
    expect(f.errors).to.deep.equal([]);
  });

  it('gives up an attempt that hangs when told that the network is back, and begins another at once', async () => {
    const first = await f.open();
    first.socket.acceptClose(1006);
    const hanging = await f.stub.at(1);
    f.channel.doubt();
    expect(hanging.isClosed(), 'it has only begun').to.equal(false);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    f.channel.doubt();
    expect(hanging.isClosed()).to.equal(true);
    const up = f.noted('up');
    (await f.stub.at(2)).socket.acceptOpen();
    await up;
    expect(f.errors, 'nothing was wrong with it').to.deep.equal([]);
  });

  it('sends nothing that would close it: a frame longer than the server takes', async () => {
    const line = await f.open();
    f.channel.send('é'.repeat(32_769), PRIORITY.room);
    f.channel.send('é'.repeat(32_768), PRIORITY.room);
    expect(line.sent.map((frame) => frame.length)).to.deep.equal([32_768]);
  });

  it('tries nothing while the browser is offline, says so, and begins at once when told that it is back', async () => {
    const first = await f.open();
    const refused = f.noted('refused');
    const restore = stubOnline(false);
    try {
      first.socket.acceptClose(1006);
      await refused;
      expect(f.errors.map(({ code }) => code)).to.deep.equal(['offline']);
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      expect(f.stub.sockets).to.have.length(1);
    } finally {
      restore();
    }
    f.channel.probe();
    const up = f.noted('up');
    (await f.stub.at(1)).socket.acceptOpen();
    await up;
  });

  it('asks the room when what it sent does not come back, and is content when it does', async () => {
    const line = await f.open();
    f.channel.send('hello', PRIORITY.room);
    await f.noted('missing');
    f.channel.echoed();
    const log = () => f.log.filter((line) => line !== 'ping'); // which a machine that stood still sends first
    expect(log()).to.deep.equal(['token join', 'up', 'missing']);
    f.channel.send('join', PRIORITY.door);
    expect(line.sent.filter((frame) => frame !== 'ping')).to.deep.equal(['hello', 'join']);
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(log(), 'a join has no echo').to.deep.equal(['token join', 'up', 'missing']);
  });

  it('slows down once', async () => {
    await f.open();
    expect(f.channel.slow()).to.equal(true);
    expect(f.channel.slow(), 'it is slow already').to.equal(false);
    expect(f.channel.isSlow).to.equal(true);
  });

  it('goes on when the page has no token for it at first', async () => {
    const first = await f.open();
    const give = f.token;
    f.token = () => {
      f.token = give;
      return Promise.reject(new MeetError('token-missing', 'tokenProvider failed'));
    };
    first.socket.acceptClose(1006);
    await f.noted('refused');
    expect(f.errors.map(({ code }) => code)).to.deep.equal(['token-missing']);
    await f.stub.at(1);
  });

  it('asks whether a line lives when told to, and tries at once when it is being mended', async () => {
    const first = await f.open();
    f.channel.probe();
    expect(first.sent).to.deep.equal(['ping']);
    const random = Math.random;
    Math.random = () => 0.99; // The longest wait before the next attempt.
    try {
      first.socket.acceptClose(1006);
      expect(f.log).to.not.include('token reconnect');
      f.channel.probe();
      await new Promise((resolve) => setTimeout(resolve));
      expect(f.log, 'within a task').to.include('token reconnect');
    } finally {
      Math.random = random;
    }
    const second = await f.stub.at(1);
    const up = f.noted('up');
    second.socket.acceptOpen();
    await up;
  });

  it('keeps a line in doubt until another one is up, for a machine that is slow answers late', async () => {
    const first = await f.open();
    f.channel.doubt();
    const rival = await f.stub.at(1);
    first.socket.acceptBytes(frameOf(users('a')));
    expect(f.messages).to.have.length(1);
    expect([first.isClosed(), rival.isClosed()]).to.deep.equal([false, true]);
    f.channel.echoed();
    f.channel.doubt();
    const up = f.noted('up');
    (await f.stub.at(2)).socket.acceptOpen();
    await up;
    expect(first.isClosed()).to.equal(true);
    expect(f.log.filter((line) => line !== 'ping')).to.deep.equal(
      ['token join', 'up', 'token reconnect', 'token reconnect', 'down', 'up'], // prettier-ignore
    );
    f.channel.doubt();
    const down = f.noted('down');
    (await f.stub.at(3)).socket.acceptClose(1006);
    await down; // Neither of them: now it is mended as any other.
    await f.stub.at(4);
  });

  it('gives a line in doubt up at once where the browser is offline', async () => {
    await f.open();
    const restore = stubOnline(false);
    try {
      f.channel.doubt();
      await f.noted('down');
      expect(f.stub.sockets).to.have.length(1);
    } finally {
      restore();
    }
  });

  it('gives a dead line up without its close, which would come minutes later', async () => {
    const first = await f.open();
    f.channel.probe();
    // Nothing answers the ping; the heartbeat's own deadline is 10 s.
    await f.noted('down');
    expect(first.isClosed()).to.equal(true);
    const second = await f.stub.at(1);
    const up = f.noted('up');
    second.socket.acceptOpen();
    await up;
    first.socket.acceptClose(1006);
    first.socket.acceptBytes(frameOf(users('a')));
    expect(f.messages, 'the dead one is heard no more').to.have.length(0);
    expect(f.log.filter((line) => line === 'down')).to.have.length(1);
  });
});
