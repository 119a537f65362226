import { expect } from '@open-wc/testing';
import type { MeetingOptions } from '../../src/core.js';
import { ROOM, RoomPage, until } from './room-page.js';
import { type Answer, stubFetch } from '../signaling/fetch-stub.js';

const HOUR = 3_600;
/** As `GET /ice` gives them, good for so many seconds. */
const turn = (seconds = HOUR, host = 'turn.example') => ({
  urls: `turn:${host}:3478`,
  username: `${String(Math.floor(Date.now() / 1000) + seconds)}:ann`,
  credential: 'c',
});
const answer = (iceServers: unknown, init?: ResponseInit) => new Response(JSON.stringify({ iceServers }), init);

/** A page's token by whose claims the server has ICE servers for its bearer. */
const tokenWithIce = (sub: string): string => {
  const part = (value: object): string => btoa(JSON.stringify(value)).replaceAll('=', '');
  return `${part({ alg: 'HS256' })}.${part({ sub, username: sub, iss: 'test', ice: true })}.c2ln`;
};

describe('ICE servers of the server', () => {
  const Native = RTCPeerConnection;
  let page: RoomPage;
  let fetched: ReturnType<typeof stubFetch> | undefined;
  /** The TURN hosts that connections were made with, or given later. */
  let used: string[];
  const note = ({ iceServers = [] }: RTCConfiguration = {}) => {
    used.push(...iceServers.flatMap(({ urls }) => urls));
  };
  beforeEach(() => {
    used = [];
    globalThis.RTCPeerConnection = class extends Native {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        note(configuration);
      }
      override setConfiguration(configuration?: RTCConfiguration) {
        super.setConfiguration(configuration);
        note(configuration);
      }
    };
    page = new RoomPage();
  });
  afterEach(async () => {
    globalThis.RTCPeerConnection = Native;
    await page.close();
    fetched?.restore();
  });
  const serve = (give: Answer) => (fetched = stubFetch(give)).requests;
  const asked = (requests: readonly { readonly url: string }[]) => requests.filter(({ url }) => url.endsWith('/ice'));
  const begin = (options: Partial<MeetingOptions> = {}) =>
    page.begin('ann', { iceServers: undefined, token: tokenWithIce('ann'), ...options });
  /** The list as a server gives it that has some. */
  const say = () => {
    const users = page.relay.members(ROOM).map((userID) => ({ userID, username: userID }));
    page.inject('ann', { type: 'room.users', room: ROOM, data: { users, ice: true }, from: 'system' });
  };

  it('take the place of the default where the page names none, asked for by its token and not waited for', async () => {
    let give: ((response: Response) => void) | undefined;
    const requests = serve(() => new Promise((resolve) => (give = resolve)));
    const [bo] = await page.join('bo');
    const ann = begin();
    await ann.join();
    await page.meet(ann, bo!);
    expect(used.some((url) => url.startsWith('turn:'))).to.equal(false);
    give?.(answer([turn()]));
    await until(() => used.includes('turn:turn.example:3478'));
    expect(asked(requests)).to.have.length(1);
    const { url, init } = requests[0]!;
    expect(new URL(url).pathname).to.equal('/ice');
    expect(new Headers(init.headers).get('authorization')).to.equal(`Bearer ${tokenWithIce('ann')}`);
  });

  it('are asked for once the list says that there are some, and once a join', async () => {
    const requests = serve(() => answer([turn()]));
    const ann = begin({ token: page.begin('ann').token });
    await ann.join();
    expect(asked(requests)).to.have.length(0);
    say();
    say();
    await until(() => asked(requests).length > 0);
    say();
    const bo = page.begin('bo');
    await bo.join();
    await until(() => used.includes('turn:turn.example:3478'));
    await page.meet(ann, bo);
    expect(asked(requests)).to.have.length(1);
  });

  it('are not asked for where the page names its own, none at all, or gives them by a function', async () => {
    const requests = serve(() => answer([turn()]));
    for (const own of [
      { iceServers: [] },
      { iceServers: [turn(HOUR, 'own.example')] },
      { iceServersProvider: () => [] },
    ]) {
      const ann = begin(own);
      await ann.join();
      say();
      await ann.leave();
    }
    expect(asked(requests)).to.have.length(0);
  });

  it('are asked for anew before their credentials end', async () => {
    let count = 0;
    const requests = serve(() => answer([turn(3, `turn${String((count += 1))}.example`)]));
    const ann = begin();
    await ann.join();
    await page.begin('bo').join();
    await until(() => used.includes('turn:turn2.example:3478'));
    expect(asked(requests).length).to.be.greaterThan(1);
    expect(ann.state).to.equal('joined');
  });

  it('are asked for once more by a join after a wait at the door that came to nothing', async () => {
    const requests = serve(() => answer([turn()]));
    const ann = begin();
    ann.openLobby();
    ann.prepare();
    await until(() => asked(requests).length === 1 && page.relay.sockets('ann').length === 1);
    ann.room = 'another';
    ann.room = ROOM; // It was for another room: what was ready is given back.
    await until(() => page.relay.sockets('ann').length === 0);
    await ann.join();
    await until(() => asked(requests).length >= 2);
    const bo = page.begin('bo');
    await bo.join();
    await page.meet(ann, bo);
    await until(() => used.includes('turn:turn.example:3478'));
  });

  it('that come when the page has named its own meanwhile change nothing', async () => {
    let give: ((response: Response) => void) | undefined;
    serve(() => new Promise((resolve) => (give = resolve)));
    const [bo] = await page.join('bo');
    const ann = begin();
    await ann.join();
    await until(() => give !== undefined);
    ann.iceServers = [turn(HOUR, 'own.example')];
    give?.(answer([turn()]));
    await until(() => used.includes('turn:own.example:3478'));
    await page.meet(ann, bo!);
    expect(used.at(-1), 'what is tried out first is not used').to.equal('turn:own.example:3478');
  });

  it('that are none, or do not come, are told and take nothing away', async () => {
    for (const give of [
      () => new Response('Not Found', { status: 404 }),
      () => answer([{ urls: 'https://no.example' }]),
      () => answer([]),
      () => new Response('[]'),
      () => new Response('x'.repeat(100_000)),
      (): never => {
        throw new TypeError('Failed to fetch');
      },
    ]) {
      const requests = serve(give);
      const ann = begin();
      const [bo] = await page.join('bo');
      await ann.join();
      await until(() => page.told(ann, 'error ice-servers-invalid') === 1);
      await page.meet(ann, bo!);
      expect(asked(requests)).to.have.length(1);
      await Promise.all([ann.leave(), bo!.leave()]);
      fetched?.restore();
    }
  });

  it('are waited for where only a relay is allowed and nothing else names one', async () => {
    serve(() => answer([turn()]));
    const ann = begin({ iceTransportPolicy: 'relay', token: page.begin('ann').token });
    await ann.join();
    await page.begin('bo').join();
    await until(() => used.includes('turn:turn.example:3478') && ann.peers.length === 1);
    expect(ann.error).to.equal(undefined);
  });

  it('that a server does not have leave a relay missing, which the join says', async () => {
    for (const give of [() => new Response('Not Found', { status: 404 }), () => answer([])]) {
      serve(give);
      const ann = begin({ iceTransportPolicy: 'relay' });
      const failure: unknown = await ann.join().catch((error: unknown) => error);
      expect(failure).to.include({ code: 'relay-required' });
      fetched?.restore();
    }
  });
});
