import { expect } from '@open-wc/testing';
import { membershipOf } from './membership-fixture.js';
import { RoomPage, until } from './room-page.js';

/** Milliseconds in the room after which others are newcomers, and some. */
const AT_HOME = 1_100;
const atHome = () => new Promise((resolve) => setTimeout(resolve, AT_HOME));

describe('somebody of ours who comes in', () => {
  it('is a newcomer to who was there before, and not to who came in the same moment', async () => {
    const room = membershipOf();
    room.hear('a', 'hello', 's');
    room.list('a');
    room.hear('a', 'hello', 's');
    await atHome();
    room.list('a', 'b');
    room.hear('b', 'hello', 's');
    expect(room.log.slice(1)).to.deep.equal(['add a', 'kind a ours', 'add b', 'kind b ours', 'newcomer b']);
    room.membership.close();
  });

  it('gets its first offer from who has one in hand, though the id that sorts first would make it', async () => {
    let hasOffer = false;
    const Native = RTCPeerConnection;
    globalThis.RTCPeerConnection = class extends Native {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        this.addEventListener('signalingstatechange', () => {
          hasOffer ||= this.signalingState === 'have-local-offer';
        });
      }
    };
    const page = new RoomPage();
    try {
      const [bo] = await page.join('bo');
      await until(() => hasOffer);
      await atHome();
      const ann = page.begin('ann');
      await ann.join();
      await page.meet(ann, bo!);
      const offers = page.relay.log.filter(({ type }) => type === 'webrtc.offer');
      expect([...new Set(offers.map(({ from }) => from))]).to.deep.equal(['bo']);
    } finally {
      globalThis.RTCPeerConnection = Native;
      await page.close();
    }
  });
});
