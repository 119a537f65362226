import { expect } from '@open-wc/testing';
import type { Meeting, MeetingOptions } from '../../src/core.js';
import { tokenOf } from '../helpers/relayed.js';
import { stubFetch } from '../signaling/fetch-stub.js';
import { ROOM, RoomPage, until } from './room-page.js';

describe('who waits at the door', () => {
  let page: RoomPage;
  beforeEach(() => {
    page = new RoomPage();
  });
  afterEach(() => page.close());

  describe('with tokens of the page', () => {
    afterEach(() => {
      Reflect.deleteProperty(performance, 'now');
    });
    const asking = async (later: number, second = 'ann') => {
      const reasons: string[] = [];
      const tokenProvider: MeetingOptions['tokenProvider'] = ({ reason }) => {
        reasons.push(reason);
        return tokenOf(reasons.length > 1 ? second : 'ann');
      };
      const meeting = page.begin('ann', { token: '', tokenProvider });
      meeting.openLobby();
      meeting.prepare();
      await until(() => page.relay.sockets('ann').length === 1);
      const [socket] = page.relay.sockets('ann');
      const now = performance.now.bind(performance);
      performance.now = () => now() + later;
      await meeting.join();
      return { reasons, meeting, isSame: page.relay.sockets(second)[0] === socket };
    };

    it('asks once, where the person joins within a minute', async () => {
      const { reasons, isSame } = await asking(50_000);
      expect(reasons).to.deep.equal(['lobby']);
      expect(isSame).to.equal(true);
    });

    it('asks again after that, and goes on with the line', async () => {
      const { reasons, isSame } = await asking(61_000);
      expect(reasons).to.deep.equal(['lobby', 'join']);
      expect(isSame).to.equal(true);
    });

    it('is whom the page says last', async () => {
      const { reasons, meeting } = await asking(61_000, 'zoe');
      expect(reasons).to.deep.equal(['lobby', 'join']);
      expect(meeting.self?.id).to.equal('zoe');
      await until(() => page.relay.sockets('ann').length === 0);
      expect(page.relay.members(ROOM)).to.deep.equal(['zoe']);
    });
  });

  describe('as a guest', () => {
    let fetch: ReturnType<typeof stubFetch>;
    let limit: number;
    beforeEach(() => {
      limit = Number.POSITIVE_INFINITY;
      fetch = stubFetch(({ init }) => {
        if (fetch.requests.length > limit) return new Response('', { status: 429, headers: { 'Retry-After': '0' } });
        const { username } = JSON.parse(init.body as string) as { username: string };
        return Response.json({ accessToken: tokenOf(username) });
      });
    });
    afterEach(() => {
      fetch.restore();
    });
    const guest = (): Meeting => {
      const meeting = page.begin('', { token: '' });
      meeting.openLobby();
      return meeting;
    };

    it('signs in by the name that was written, and not again for the join', async () => {
      const meeting = guest();
      meeting.prepare();
      expect(fetch.requests, 'nobody without a name').to.have.length(0);
      meeting.prepare('ann');
      await until(() => page.relay.sockets('ann').length === 1);
      expect(meeting.displayName, 'not the name yet').to.equal('');
      meeting.displayName = 'ann';
      await meeting.join();
      expect(fetch.requests).to.have.length(1);
      expect(page.relay.sockets()).to.have.length(1);
    });

    it('signs in by another name twice at most', async () => {
      const meeting = guest();
      for (const name of ['an', 'ann', 'anna']) {
        meeting.prepare(name);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      expect(fetch.requests).to.have.length(2);
      expect(page.relay.sockets(), 'nor keeps a line for a name that changed').to.have.length(0);
      meeting.displayName = 'anna';
      await meeting.join();
      expect(page.relay.members(ROOM)).to.deep.equal(['anna']);
      expect(fetch.requests).to.have.length(3);
    });

    it('says nothing of a limit, and waits for it only once the person joins', async () => {
      limit = 0;
      const meeting = guest();
      meeting.prepare('ann');
      await until(() => fetch.requests.length === 1);
      await new Promise((resolve) => setTimeout(resolve, 50));
      meeting.prepare('ann');
      meeting.prepare('anna');
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(fetch.requests).to.have.length(1);
      expect(meeting.store.$notice.get()).to.equal(undefined);
      limit = Number.POSITIVE_INFINITY;
      meeting.displayName = 'ann';
      await meeting.join();
      expect(page.relay.members(ROOM)).to.deep.equal(['ann']);
    });
  });
});
