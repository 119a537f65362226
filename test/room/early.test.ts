import { RoomPage } from './room-page.js';

describe('an offer that comes before the list that names who made it', () => {
  it('is answered once the list is there, though it does not come again', async () => {
    const page = new RoomPage();
    let handOver = (): void => undefined;
    const offered = new Promise<void>((resolve) => {
      handOver = resolve;
    });
    let offers = 0;
    page.relay.onDownlink = ({ type, from }, to) => {
      if (to.user.sub === 'bo' && type === 'room.users') return offered;
      if (type !== 'webrtc.offer' || from === to.user.sub) return 'pass';
      if (to.user.sub === 'bo') setTimeout(handOver);
      return (offers += 1) > 1 ? 'drop' : 'pass';
    };
    try {
      const [ann] = await page.join('ann');
      const bo = page.begin('bo');
      await bo.join();
      await page.meet(ann!, bo);
    } finally {
      await page.close();
    }
  });
});
