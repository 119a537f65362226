import { expect } from '@open-wc/testing';
import type { Meeting, MeetingOptions } from '../../src/core.js';
import type { Frame } from '../helpers/relay.js';
import { tokenOf } from '../helpers/relayed.js';
import { stubFetch } from '../signaling/fetch-stub.js';
import { ROOM, RoomPage, until } from './room-page.js';

const wordOf = ({ data }: Frame): { readonly word?: string; readonly offer?: unknown } =>
  (data['x'] as { readonly word?: string } | undefined) ?? {};

const show = (state: DocumentVisibilityState): void => {
  Object.defineProperty(document, 'visibilityState', { configurable: true, value: state });
  document.dispatchEvent(new Event('visibilitychange'));
};

/** The clock goes on by so many milliseconds. */
const later = (ms: number): void => {
  const now = performance.now.bind(performance);
  performance.now = () => now() + ms;
};

describe('at the door', () => {
  const Native = RTCPeerConnection;
  let connections: RTCPeerConnection[];
  let page: RoomPage;
  beforeEach(() => {
    connections = [];
    globalThis.RTCPeerConnection = class extends Native {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        connections.push(this);
      }
    };
    page = new RoomPage();
  });
  afterEach(async () => {
    globalThis.RTCPeerConnection = Native;
    Reflect.deleteProperty(document, 'visibilityState');
    Reflect.deleteProperty(navigator, 'onLine');
    Reflect.deleteProperty(performance, 'now');
    await page.close();
  });

  /** One whose socket is open and who has said nothing. */
  const waiting = async (options?: Partial<MeetingOptions>): Promise<Meeting> => {
    const meeting = page.begin('ann', options);
    meeting.openLobby();
    meeting.prepare();
    await until(() => page.relay.sockets('ann').length === 1 && connections.length > 0);
    return meeting;
  };
  const gone = () => until(() => page.relay.sockets('ann').length === 0);

  it('somebody has a socket and a connection, and neither the room nor a STUN server knows', async () => {
    const [bo] = await page.join('bo');
    const before = connections.length;
    const meeting = page.begin('ann');
    meeting.openLobby();
    meeting.prepare();
    meeting.prepare();
    await until(() => page.relay.sockets('ann').length === 1 && connections.length > before);
    expect(meeting.state).to.equal('lobby');
    expect(page.relay.log.filter(({ from }) => from === 'ann')).to.deep.equal([]);
    expect(page.relay.members(ROOM)).to.deep.equal(['bo']);
    expect(connections.at(-1)?.localDescription, 'addresses').to.equal(null);
    expect(bo?.peers).to.deep.equal([]);
  });

  it('is in by what is ready: the same socket, and the offer rides on the hello', async () => {
    const [bo] = await page.join('bo');
    await new Promise((resolve) => setTimeout(resolve, 1_100)); // at home
    const meeting = await waiting();
    const socket = page.relay.sockets('ann')[0];
    await meeting.join();
    await page.meet(meeting, bo!);
    expect(page.relay.sockets('ann')).to.deep.equal([socket]);
    const hello = page.relay.log.find((frame) => frame.from === 'ann' && wordOf(frame).word === 'hello');
    expect(wordOf(hello!).offer).to.be.an('object');
    expect(page.relay.log.filter(({ type }) => type === 'webrtc.offer')).to.deep.equal([]);
    expect(page.story(meeting)).to.include.members(['state-change connecting', 'state-change joined']);
  });

  it('has another connection once a device is open, for the one before may hide our addresses', async () => {
    const meeting = await waiting();
    const [first] = connections;
    await meeting.toggleMicrophone(true);
    await until(() => connections.length === 2);
    expect(first?.signalingState).to.equal('closed');
    expect(connections[1]?.localDescription).to.equal(null);
    await meeting.toggleCamera(true);
    await meeting.join();
    expect(page.relay.members(ROOM)).to.deep.equal(['ann']);
    expect(connections.filter(({ signalingState }) => signalingState !== 'closed')).to.deep.equal([connections[1]]);
  });

  it('is in also when the person is faster than the line', async () => {
    const meeting = page.begin('ann');
    meeting.openLobby();
    meeting.prepare();
    await meeting.join();
    expect(page.relay.sockets('ann')).to.have.length(1);
    expect(page.relay.members(ROOM)).to.deep.equal(['ann']);
  });

  const reasonsToGo: Record<string, (meeting: Meeting) => unknown> = {
    'another room': (meeting) => (meeting.room = 'another'),
    'another token': (meeting) => (meeting.token = tokenOf('bo')),
    'other ICE servers': (meeting) => (meeting.iceServers = [{ urls: 'stun:192.0.2.1:3478' }]),
    'a page that is hidden': () => {
      show('hidden');
    },
    'a meeting that is over': (meeting) => meeting.leave(),
    'a socket that closes': () => {
      page.relay.cut(page.relay.sockets('ann')[0]!);
    },
    'a network that goes': () => {
      Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
      page.relay.cut(page.relay.sockets('ann')[0]!);
    },
  };
  for (const [what, happen] of Object.entries(reasonsToGo)) {
    it(`gives all of it back for ${what}, and says nothing`, async () => {
      const meeting = await waiting();
      happen(meeting);
      await gone();
      await until(() => connections.every(({ signalingState }) => signalingState === 'closed'));
      expect(page.story(meeting).filter((line) => line.startsWith('error'))).to.deep.equal([]);
      expect(meeting.store.$notice.get()).to.equal(undefined);
      expect(page.relay.log).to.deep.equal([]);
    });
  }

  it('gives all of it back after 5 minutes without a sign', async () => {
    const { setTimeout: set } = globalThis;
    const due: (() => void)[] = [];
    globalThis.setTimeout = ((run: () => void, ms?: number) => {
      if (ms === 300_000) due.push(run);
      return set(run, ms);
    }) as typeof setTimeout;
    const meeting = await waiting();
    globalThis.setTimeout = set;
    expect(due).to.have.length(1);
    due[0]?.();
    await gone();
    meeting.prepare();
    await until(() => page.relay.sockets('ann').length === 1);
  });

  it('keeps it for a function that the page makes anew at every rendering, and asks that whom it is for', async () => {
    const asked: string[] = [];
    const providerOf =
      (sub: string): MeetingOptions['tokenProvider'] =>
      ({ reason }) => {
        asked.push(`${sub} ${reason}`);
        return tokenOf(sub);
      };
    const meeting = await waiting({ token: '', tokenProvider: providerOf('ann') });
    const [socket] = page.relay.sockets('ann');
    meeting.tokenProvider = providerOf('ann');
    await meeting.join();
    expect(asked).to.deep.equal(['ann lobby', 'ann join']);
    expect(page.relay.sockets('ann')).to.deep.equal([socket]);
    await meeting.leave();
    await meeting.join();
    expect(asked, 'none is kept of a join that is over').to.deep.equal(['ann lobby', 'ann join', 'ann join']);
    await meeting.leave();
    meeting.prepare();
    await until(() => page.relay.sockets('ann').length === 1);
    meeting.tokenProvider = providerOf('zoe');
    await meeting.join();
    expect(meeting.self?.id).to.equal('zoe');
  });

  it('begins anew for who gives a sign after minutes of them: what was asked for may have run out', async () => {
    const meeting = await waiting();
    const [old] = page.relay.sockets('ann');
    later(301_000);
    meeting.prepare();
    await until(() => page.relay.sockets('ann').some((socket) => socket !== old));
    expect(page.relay.sockets('ann')).not.to.include(old);
  });

  for (const isWaiting of [false, true]) {
    it(`goes by the ICE servers that are set while a token is on its way, ${isWaiting ? 'from there' : 'from afar'}`, async () => {
      let give: ((token: string) => void) | undefined;
      const tokenProvider: MeetingOptions['tokenProvider'] = ({ reason }) =>
        reason === 'lobby' ? tokenOf('ann') : new Promise((resolve) => (give = resolve));
      const options = { token: '', tokenProvider };
      const meeting = isWaiting ? await waiting(options) : page.begin('ann', options);
      if (isWaiting) later(61_000);
      const joining = meeting.join();
      await until(() => give !== undefined);
      meeting.iceServers = [{ urls: 'stun:192.0.2.1:3478' }];
      give?.(tokenOf('ann'));
      await joining;
      const open = () => connections.filter(({ signalingState }) => signalingState !== 'closed');
      await until(() => open().length > 0);
      const urls = open().map((connection) => connection.getConfiguration().iceServers?.[0]?.urls);
      expect(urls.flat()).to.deep.equal(['stun:192.0.2.1:3478']);
    });
  }

  it('takes nothing that a server says before we are in for being in', async () => {
    const meeting = await waiting();
    page.inject('ann', {
      type: 'room.users',
      room: ROOM,
      data: { users: [{ userID: 'ann', username: '' }] },
      from: 'system',
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(meeting.state).to.equal('lobby');
  });

  it('goes the long way where the line died without a word', async () => {
    const meeting = await waiting();
    const [dead] = page.relay.sockets('ann');
    page.relay.onUplink = (_, from) => (from === dead ? 'drop' : 'pass');
    await meeting.join();
    await until(() => page.relay.members(ROOM).length === 1);
    expect(page.relay.sockets('ann')).not.to.include(dead);
  });

  it('says at the join, and not before, that the server is away', async () => {
    page.relay.down = true;
    const fetch = stubFetch(() => Promise.reject(new TypeError('Failed to fetch')));
    const meeting = page.begin('ann');
    meeting.openLobby();
    meeting.prepare();
    await until(() => fetch.requests.length > 0);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(page.story(meeting)).to.deep.equal(['state-change lobby']);
    const attempts = fetch.requests.length;
    meeting.prepare();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(fetch.requests.length, 'one that failed is not repeated').to.equal(attempts);
    const failure = await meeting.join().catch((error: unknown) => error);
    expect(failure).to.include({ code: 'server-unreachable' });
    fetch.restore();
  });
});
