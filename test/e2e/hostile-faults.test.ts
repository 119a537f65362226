import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { COUNTED, joinAgain, leaveAndCount } from '../rig/rejoin.js';
import { each, nothingUncaught, settled } from '../rig/people.js';
import { hostileValue, spoiledFrame } from '../protocol/wire.js';
import { BROWSERS, type Guest, Stage } from './stage.js';

/** Of the generated frames; the same ones every time. */
const SEED = 20_261_123;
const GARBAGE = 2_000;
const LARGEST = 64 * 1024;

const inject = (stage: Stage, { id }: Guest, frames: readonly string[]): void => {
  const [socket] = stage.proxy.sockets(id);
  assert.ok(socket, `no socket of ${id}`);
  for (const frame of frames) socket.inject(frame);
};

describe('what comes in from those who wish us ill', () => {
  let stage: Stage;
  before(async () => {
    stage = await Stage.open({ fps: 4, seed: 1 });
  });
  afterEach(() => stage.clear());
  after(() => stage.close());

  const three = async (): Promise<[Guest, Guest, Guest]> => {
    const [ann, bo, cy] = [
      await stage.guest('r', { browser: 'chromium', id: 'ann', name: 'Ann' }),
      await stage.guest('r', { browser: 'firefox', id: 'bo', name: 'Bo' }),
      await stage.guest('r', { browser: 'chromium', id: 'cy', name: 'Cy' }),
    ];
    await each([ann, bo, cy], () => kit.connectedTo(2));
    return [ann, bo, cy];
  };

  it('drops thousands of generated frames in the middle of a call, in both browsers, and goes on as before', async () => {
    const [ann, bo, cy] = await three();
    const before = await settled([ann, bo, cy]);
    const frames = fc
      .sample(fc.oneof(spoiledFrame, spoiledFrame, hostileValue), { seed: SEED, numRuns: GARBAGE })
      .map((value) => JSON.stringify(value))
      // Who is in, who has to wait and who is put out is the server's word, and it may be valid: who says it is believed.
      .filter((frame) => frame.length < LARGEST && !/"room\.(?:users|waiting|refused)"/u.test(frame));
    for (const victim of [ann, bo]) inject(stage, victim, frames);
    await each([ann, bo, cy], () => kit.flowing(2));
    assert.deepEqual(await settled([ann, bo, cy]), before);
    assert.deepEqual(await each([ann, bo, cy], () => kit.meet().state), ['joined', 'joined', 'joined']);
    await nothingUncaught([ann, bo, cy]);
  });

  it('cuts off a peer that floods one of us with candidates and offers; the others notice nothing', async () => {
    const [ann, bo, cy] = await three();
    const word = (type: string, data: object) =>
      JSON.stringify({ type, room: 'r', from: 'cy', data: { to: 'ann', ...data } });
    const flood = Array.from({ length: 10_000 }, (_, index) =>
      index % 10 === 0
        ? word('webrtc.offer', { sdp: `v=0 ${String(index)}`, x: { v: 1, from: `s.${String(index)}`, n: index } })
        : word('webrtc.iceCandidate', {
            candidate: JSON.stringify({ candidate: `candidate:${String(index)}`, sdpMid: '0', sdpMLineIndex: 0 }),
          }),
    );
    inject(stage, ann, flood);
    await ann.page.evaluate(() => kit.failsWith('protocol'));
    await bo.page.evaluate(() => kit.flowing(2));
    await ann.page.evaluate(() => kit.until('Bo', () => kit.meet().peers.find(({ name }) => name === 'Bo')?.state === 'connected')); // prettier-ignore
    await ann.page.evaluate(() => kit.flowing(1));
    const [, story] = await each([ann, bo], () => kit.story());
    assert.equal(
      story?.some((entry) => /pm-error|pm-peer-leave/u.test(entry)),
      false,
      story?.join(', '),
    );
    await nothingUncaught([ann, bo, cy]);
  });

  for (const browser of BROWSERS) {
    it(`leaves nothing behind, however often one joins and leaves, in ${browser}`, async () => {
      await stage.guest('often', { browser, name: 'Stays' });
      const goes = await stage.guest('often', { browser, name: 'Goes', url: stage.site.url + COUNTED });
      await goes.page.evaluate(() => kit.connectedTo(1));
      await leaveAndCount(goes); // the first time makes what is kept for good
      await joinAgain(goes);
      const first = await leaveAndCount(goes);
      assert.equal(first['connections'], 0);
      for (let round = 0; round < 6; round += 1) {
        await joinAgain(goes);
        assert.deepEqual(await leaveAndCount(goes), first);
      }
      await nothingUncaught([goes]);
    });
  }
});

describe('Firefox as people have it, with addresses hidden behind names', () => {
  let stage: Stage;
  before(async () => {
    stage = await Stage.open({ fps: 4, seed: 1, hidesAddresses: true });
  });
  after(() => stage.close());

  it('joins, loses its sockets, and goes on', async () => {
    const guests: Guest[] = [];
    for (const name of ['Ann', 'Bo']) guests.push(await stage.guest('hidden', { browser: 'firefox', name }));
    await each(guests, () => kit.connectedTo(1));
    await each(guests, () => kit.flowing(1));
    const hosts = await each(guests, () => {
      // Firefox throws for a look at the descriptions of a closed one.
      const open = witness.connections.filter(({ signalingState }) => signalingState !== 'closed');
      const sdp = open.map(({ localDescription }) => localDescription?.sdp ?? '').join('');
      return /\.local \d+ typ host/u.test(sdp);
    });
    assert.deepEqual(hosts, [true, true]);
    const before = await settled(guests);
    stage.proxy.kill();
    await each(guests, () => kit.until('the room again', () => kit.meet().state === 'joined'));
    await each(guests, () => kit.flowing(1));
    assert.deepEqual(await settled(guests), before);
    await nothingUncaught(guests);
  });
});
