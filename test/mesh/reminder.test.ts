import { expect, waitUntil } from '@open-wc/testing';
import type { Signal } from '../../src/protocol/messages.js';
import { MeshPair, sentOf } from './mesh-pair.js';

/** Milliseconds in which a description is not sent again, and some. */
const AGAIN = 310;

describe('an offer that was not answered', () => {
  let pair: MeshPair;
  let sentAt: number;
  const offers = () => sentOf(pair.a, 'webrtc.offer').length;
  beforeEach(async () => {
    pair = new MeshPair({
      hook: ({ type }) => {
        if (type === 'webrtc.offer') sentAt = performance.now();
        return 'drop';
      },
    });
    pair.a.mesh.add('z', false).settleKind('ours');
    await pair.until(() => offers() > 0);
  });
  afterEach(() => {
    pair.close();
  });
  /** How many offers go out at once when `act` happens, some time after the last one did. */
  const sentBy = async (act: () => void): Promise<number> => {
    let sent = Number.NaN;
    const look = () => {
      if (performance.now() - sentAt < AGAIN) return false;
      const before = offers();
      act();
      sent = offers() - before;
      return true;
    };
    await waitUntil(look, 'a rest', { interval: 5, timeout: 30_000 });
    return sent;
  };

  it('goes out again when the other end says hello, and not for each of a hundred', async () => {
    const sent = await sentBy(() => {
      for (let hello = 0; hello < 100; hello += 1) pair.a.mesh.get('z')?.greet(false);
    });
    expect(sent).to.equal(1);
  });

  it('goes out again when the other end makes one itself, which is not taken', async () => {
    const theirs: Signal = {
      type: 'webrtc.offer',
      sdp: 'v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n',
      x: { from: 'session-z.1', n: 1 },
    };
    expect(await sentBy(() => pair.a.mesh.get('z')?.handle(theirs))).to.equal(1);
    expect([...pair.a.errors]).to.deep.equal([]);
  });
});
