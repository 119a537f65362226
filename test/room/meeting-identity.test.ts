import { expect } from '@open-wc/testing';
import { tokenOf as relayToken } from '../helpers/relayed.js';
import { stubFetch } from '../signaling/fetch-stub.js';
import { tokenOf } from '../signaling/tokens.js';
import { RoomPage, until } from './room-page.js';

const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;

const withoutLocks = (): (() => void) => {
  Object.defineProperty(navigator, 'locks', { configurable: true, get: () => undefined });
  return () => {
    Reflect.deleteProperty(navigator, 'locks');
  };
};

describe('who we are in the room', () => {
  let page: RoomPage;
  let restores: (() => void)[];
  beforeEach(() => {
    page = new RoomPage();
    restores = [];
  });
  afterEach(async () => {
    for (const restore of restores) restore();
    await page.close();
  });

  it('is one at a time in a browser: the second explains and does not join, and the place is free after leaving', async () => {
    const [ann] = await page.join('ann', 'bo');
    const second = page.begin('ann');
    const failure: unknown = await second.join().catch((error: unknown) => error);
    expect(failure).to.include({ code: 'duplicate-identity' });
    expect(second.state).to.equal('failed');
    await until(() => page.relay.sockets('ann').length === 1);
    const joins = page.relay.log.filter(({ type, from }) => type === 'chat.join' && from === 'ann');
    expect(joins, 'it never asked').to.have.length(1);
    expect(ann!.state).to.equal('joined');
    await ann!.leave();
    await ann!.join();
    await ann!.leave();
    await second.join();
    expect(second.state).to.equal('joined');
  });

  it('leaves its place free when something else of joining failed meanwhile', async () => {
    const ann = page.begin('ann');
    ann.iceTransportPolicy = 'relay';
    const failure: unknown = await ann.join().catch((error: unknown) => error);
    expect(failure).to.include({ code: 'relay-required' });
    ann.iceTransportPolicy = 'all';
    await ann.join();
    expect(ann.state).to.equal('joined');
  });

  it('is one at a time across browsers: the newer ends, and for the others nothing happens', async () => {
    restores.push(withoutLocks());
    const [ann, bo] = await page.join('ann', 'bo');
    const stream = bo!.peers[0]?.stream;
    const second = page.begin('ann');
    await second.join().catch(() => undefined);
    await until(() => second.state === 'failed');
    expect(page.story(second)).to.include('error duplicate-identity');
    expect(ann!.state).to.equal('joined');
    await page.meet(ann!, bo!);
    expect(bo!.peers[0]?.stream).to.equal(stream);
    for (const meeting of [ann!, bo!]) expect(page.story(meeting).join()).to.not.match(/peer-leave|error/u);
  });

  it('is new for a guest whose token ran out: the same name, one tile goes and one comes, devices untouched', async () => {
    let guests = 0;
    const stub = stubFetch(() => {
      guests += 1;
      // The first lasts less than a reconnect would trust.
      const [iat, exp] = [inSeconds(0), inSeconds(guests === 1 ? 30 : 3600)];
      return Response.json({ accessToken: tokenOf({ sub: `guest-${String(guests)}`, username: 'Guest', iat, exp }) });
    });
    restores.push(stub.restore);
    const [bo] = await page.join('bo');
    const guest = page.begin('guest', { token: '', displayName: 'Guest', microphoneOff: false });
    await guest.join();
    await page.meet(guest, bo!);
    await until(() => guest.microphone);
    expect(guest.self).to.deep.equal({ id: 'guest-1', name: 'Guest' });
    page.relay.cut(page.relay.sockets('guest-1')[0]!);
    await until(() => guest.self?.id === 'guest-2');
    await until(() => bo!.peers.map(({ id }) => id).join() === 'guest-2');
    await page.meet(guest, bo!);
    expect(guest.microphone, 'the device stayed open').to.equal(true);
    expect(page.story(bo!).filter((line) => line.startsWith('peer-'))).to.have.members([
      ...['peer-join guest-1', 'peer-leave guest-1', 'peer-join guest-2'],
    ]);
    expect([page.told(guest, 'join'), page.told(guest, 'leave user')]).to.deep.equal([1, 0]);
  });

  it('is new for a guest whose token the server no longer takes, soon and without a storm', async () => {
    let guests = 0;
    const stub = stubFetch(({ url }) => {
      if (!url.endsWith('/auth/sign-in')) return new Response('OK');
      guests += 1;
      return Response.json({ accessToken: tokenOf({ sub: `guest-${String(guests)}`, username: 'Guest' }) });
    });
    restores.push(stub.restore);
    const guest = page.begin('guest', { token: '', displayName: 'Guest' });
    await guest.join();
    // As after a restart with another secret: no token from before is good.
    const original = globalThis.WebSocket;
    let refusals = 0;
    globalThis.WebSocket = new Proxy(original, {
      construct: (target, [url]: [string]) => {
        const isOld = url.includes(encodeURIComponent(tokenOf({ sub: 'guest-1', username: 'Guest' })));
        refusals += Number(isOld);
        page.relay.down = isOld;
        const socket = new target(url);
        page.relay.down = false;
        return socket;
      },
    });
    restores.push(() => {
      globalThis.WebSocket = original;
    });
    page.relay.restart();
    await until(() => guest.self?.id === 'guest-2');
    expect(guest.state).to.equal('joined');
    expect([refusals, guests]).to.deep.equal([2, 2]);
    expect(page.told(guest, 'error token-rejected'), 'nothing is left to do').to.equal(0);
    expect(guest.store.$notice.get()).to.equal(undefined);
  });

  it('is renewed in good time by the page’s provider, whose token serves the next line', async () => {
    const reasons: string[] = [];
    const ann = page.begin('ann', {
      token: '',
      tokenProvider: ({ reason }) => {
        reasons.push(reason);
        const lasts = reason === 'join' ? 301 : 3600;
        return Promise.resolve(tokenOf({ sub: 'ann', username: 'Ann', exp: inSeconds(lasts) }));
      },
    });
    await ann.join();
    await until(() => reasons.length === 2);
    expect(reasons).to.deep.equal(['join', 'expiring']);
    for (const expected of [
      ['join', 'expiring'],
      ['join', 'expiring', 'reconnect'],
    ]) {
      page.relay.cut(page.relay.sockets('ann')[0]!);
      await until(() => page.told(ann, 'state-change joined') === expected.length);
      expect(reasons).to.deep.equal(expected);
    }
  });

  it('gets fresh TURN credentials before they run out, asked for with their reason', async () => {
    const reasons: string[] = [];
    const ann = page.begin('ann', {
      iceServersProvider: ({ reason }) => {
        reasons.push(reason);
        const username = `${String(inSeconds(reasons.length === 1 ? 3 : 3600))}:ann`;
        return Promise.resolve([{ urls: 'turn:127.0.0.1:3478', username, credential: 'c' }]);
      },
    });
    await ann.join();
    await until(() => reasons.length === 2);
    expect(reasons).to.deep.equal(['join', 'expiring']);
  });

  it('is another user’s with another user’s token, whatever the line does', async () => {
    const [ann] = await page.join('ann', 'bo');
    ann!.token = relayToken('cy');
    await until(() => ann!.self?.id === 'cy' && ann!.state === 'joined');
    expect(page.told(ann!, 'leave identity-changed')).to.equal(1);
  });
});
