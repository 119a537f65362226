import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Meeting } from '../../src/core.js';
import { hostileValue, spoiledFrame } from '../protocol/wire.js';
import { ROOM, RoomPage, until } from './room-page.js';

/** Frames for one live meeting; 100,000 more go against the parser alone. */
const FRAMES = 3_000;

describe('a meeting on a hostile wire', () => {
  let page: RoomPage;
  let thrown: unknown[];
  const note = (event: ErrorEvent | PromiseRejectionEvent) => {
    thrown.push('reason' in event ? event.reason : event.error);
    event.preventDefault();
  };
  beforeEach(() => {
    page = new RoomPage();
    thrown = [];
    addEventListener('error', note);
    addEventListener('unhandledrejection', note);
  });
  afterEach(async () => {
    removeEventListener('error', note);
    removeEventListener('unhandledrejection', note);
    await page.close();
  });

  const settled = (meeting: Meeting) => ({
    state: meeting.state,
    self: meeting.self,
    peers: meeting.peers.map(({ id, name, stream }) => ({ id, name, stream })),
  });

  it('takes frames with one field changed, and garbage: nothing is thrown, nobody comes or goes', async () => {
    const [ann, bo] = await page.join('ann', 'bo');
    const before = settled(ann!);
    const seed = Math.trunc(Math.random() * 2 ** 31);
    // Somebody in the room, somebody who is not, and ourselves; what the server alone says is not a peer's to forge.
    const froms = ['bo', 'mallory', 'ann'];
    const frames = fc.sample(fc.oneof(spoiledFrame, hostileValue), { numRuns: FRAMES, seed });
    for (const [index, frame] of frames.entries()) {
      const record = typeof frame === 'object' && frame !== null ? (frame as Record<string, unknown>) : undefined;
      const isServers = record?.['type'] === 'room.users' || record?.['type'] === 'general.error';
      if (isServers) continue;
      // As the server would: the room and the sender are its own, half of the time.
      const relayed = record && index % 2 === 0 ? { ...record, room: ROOM, from: froms[index % 3] } : frame;
      page.inject('ann', relayed);
      if (index % 100 === 0) await new Promise((resolve) => setTimeout(resolve));
    }
    await page.meet(ann!, bo!);
    expect(settled(ann!), `seed ${String(seed)}`).to.deep.equal(before);
    expect(thrown, `seed ${String(seed)}`).to.deep.equal([]);
    expect(
      page.story(ann!).filter((line) => /peer-leave|reconnecting/u.test(line)),
      `seed ${String(seed)}`,
    ).to.deep.equal([]);
  });

  for (const [what, type, data] of [
    [
      '10,000 candidates',
      'webrtc.iceCandidate',
      { candidate: '{"candidate":"candidate:1 1 udp 1 192.0.2.1 9 typ host","sdpMid":"0"}' },
    ],
    ['10,000 words', 'chat.typing', { typing: false, x: { v: 1, word: 'hello', session: 'mallory' } }],
  ] as const) {
    it(`cuts somebody off who sends ${what} at once, and the others notice nothing`, async () => {
      const [ann, bo, mallory] = await page.join('ann', 'bo', 'mallory');
      const streams = ann!.peers.filter(({ id }) => id === 'bo').map(({ stream }) => stream);
      for (let count = 0; count < 10_000; count += 1) {
        page.inject('ann', { type, room: ROOM, from: 'mallory', data: { ...data, to: 'ann' } });
      }
      await until(() => ann!.peers.length === 1);
      expect(ann!.peers.map(({ id, stream }) => [id, stream])).to.deep.equal([['bo', streams[0]]]);
      expect(page.story(ann!).filter((line) => line.startsWith('error'))).to.deep.equal(['error protocol']);
      await until(() => bo!.peers.some(({ id, state }) => id === 'ann' && state === 'connected'));
      expect(page.told(bo!, 'peer-leave ann')).to.equal(0);
      expect(thrown).to.deep.equal([]);
      await mallory!.leave();
    });
  }

  it('cuts somebody off who sends 1,000 offers at once, each of another connection', async () => {
    const [ann] = await page.join('ann', 'bo', 'mallory');
    const original = globalThis.RTCPeerConnection;
    let made = 0;
    globalThis.RTCPeerConnection = new Proxy(original, {
      construct: (target, args) => {
        made += 1;
        return Reflect.construct(target, args) as RTCPeerConnection;
      },
    });
    try {
      for (let count = 0; count < 1_000; count += 1) {
        const x = { v: 1, from: `m${String(count)}.1`, n: 1 };
        page.inject('ann', {
          type: 'webrtc.offer',
          room: ROOM,
          from: 'mallory',
          data: { sdp: 'v=0\r\n', to: 'ann', x },
        });
      }
      await until(() => ann!.peers.every(({ id }) => id === 'bo'));
    } finally {
      globalThis.RTCPeerConnection = original;
    }
    expect(made, 'throttled').to.be.at.most(110);
    expect(page.told(ann!, 'peer-leave bo')).to.equal(0);
    expect(thrown).to.deep.equal([]);
  });
});
