import { expect, waitUntil } from '@open-wc/testing';
import type { Signal } from '../../src/protocol/messages.js';
import { MeshPair, sentOf, type Side, type SideName } from './mesh-pair.js';

/** Milliseconds in which a description is not sent again, and some. */
const AGAIN = 310;

describe('a description that does not get through', () => {
  let pair: MeshPair;
  /** When descriptions went out last, ms of `performance.now()`. */
  const sentAt = { a: 0, z: 0 };
  /** All is lost but what `passes`. */
  const begin = (passes: (from: SideName, signal: Signal) => boolean) => {
    pair = new MeshPair({
      hook: (signal, from) => {
        if (signal.type !== 'webrtc.iceCandidate') sentAt[from] = performance.now();
        return passes(from, signal) ? 'pass' : 'drop';
      },
    });
    pair.a.mesh.add('z', false).settleKind('ours');
  };
  afterEach(() => {
    pair.close();
  });
  /** How many go out at once when `act` happens, some time after the last one did. */
  const sentBy = async (side: Side, type: Signal['type'], act: () => void): Promise<number> => {
    let sent = Number.NaN;
    const look = () => {
      const before = sentOf(side, type).length;
      if (before === 0 || performance.now() - sentAt[side.name] < AGAIN) return false;
      act();
      sent = sentOf(side, type).length - before;
      return true;
    };
    await waitUntil(look, 'a rest', { interval: 5, timeout: 30_000 });
    return sent;
  };

  it('goes out again when the other end says a word, and not for each of a hundred: an offer', async () => {
    begin(() => false);
    const sent = await sentBy(pair.a, 'webrtc.offer', () => {
      for (let word = 0; word < 100; word += 1) pair.a.mesh.get('z')?.greet(false);
    });
    expect(sent).to.equal(1);
  });

  it('goes out again when the other end says a word: an answer', async () => {
    begin((from, { type }) => from === 'a' && type === 'webrtc.offer');
    pair.z.mesh.add('a', true).settleKind('ours');
    expect(await sentBy(pair.z, 'webrtc.answer', () => pair.z.mesh.get('a')?.greet(false))).to.equal(1);
  });

  it('goes out again when the other end makes an offer itself, which is not taken', async () => {
    begin(() => false);
    const theirs: Signal = {
      type: 'webrtc.offer',
      sdp: `v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\na=fingerprint:sha-256 ${Array(32).fill('AB').join(':')}\r\n`,
      x: { from: 'session-z.1', n: 1 },
    };
    expect(await sentBy(pair.a, 'webrtc.offer', () => pair.a.mesh.get('z')?.handle(theirs))).to.equal(1);
    expect([...pair.a.errors]).to.deep.equal([]);
  });
});
