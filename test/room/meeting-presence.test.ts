import { expect } from '@open-wc/testing';
import { MeetError } from '../../src/errors.js';
import { joinFrame } from '../../src/protocol/serialize.js';
import { tokenOf } from '../helpers/relayed.js';
import { stubOnline } from '../signaling/online-stub.js';
import { ROOM, RoomPage, until } from './room-page.js';

describe('being in the room', () => {
  let page: RoomPage;
  beforeEach(() => {
    page = new RoomPage();
  });
  afterEach(() => page.close());

  it('is had again at once after an eviction in silence, when a list lacks us, and the pairs are kept', async () => {
    const [ann, bo] = await page.join('ann', 'bo');
    const streams = [ann!.peers[0]?.stream, bo!.peers[0]?.stream];
    page.relay.evict(ROOM, 'ann');
    expect(page.relay.members(ROOM)).to.deep.equal(['bo']);
    // Nobody tells ann; what she says next is refused, and that is told.
    dispatchEvent(new Event('online'));
    await until(() => page.relay.members(ROOM).includes('ann'));
    await page.meet(ann!, bo!);
    expect([ann!.peers[0]?.stream, bo!.peers[0]?.stream]).to.deep.equal(streams);
    for (const meeting of [ann!, bo!]) {
      expect(page.story(meeting).filter((line) => /peer-leave|error|reconnecting/u.test(line))).to.deep.equal([]);
    }
  });

  it('is had again within 20 s when nothing at all is said', async () => {
    const [ann] = await page.join('ann', 'bo');
    page.relay.evict(ROOM, 'ann');
    await until(() => page.relay.members(ROOM).includes('ann'));
    expect(page.story(ann!).filter((line) => /peer-leave|error|reconnecting/u.test(line))).to.deep.equal([]);
  });

  it('shows all who speak, though the list that named them was lost', async () => {
    const [ann] = await page.join('ann');
    let isLost = false;
    page.relay.onDownlink = ({ type, data }, { user }) => {
      const names = type === 'room.users' && JSON.stringify(data).includes('"bo"');
      if (user.sub !== 'ann' || !names || isLost) return 'pass';
      isLost = true;
      return 'drop';
    };
    const bo = page.begin('bo');
    await bo.join();
    await page.meet(ann!, bo);
    expect(isLost).to.equal(true);
  });

  it('is asked for again on a new line, while the pairs go on and nobody leaves', async () => {
    const [ann, bo] = await page.join('ann', 'bo');
    page.relay.cut(page.relay.sockets('ann')[0]!);
    await until(() => page.told(ann!, 'state-change reconnecting') === 1);
    expect(ann!.peers[0]?.state).to.equal('connected');
    await until(() => ann!.state === 'joined');
    for (const meeting of [ann!, bo!]) expect(page.told(meeting, 'peer-leave ann')).to.equal(0);
    expect(page.told(ann!, 'join'), 'once a join').to.equal(1);
    expect(page.told(ann!, 'error server-unreachable')).to.equal(0);
  });

  it('is not tried for while the browser is offline, which is told, and is at once when it comes back', async () => {
    const [ann] = await page.join('ann', 'bo');
    const restore = stubOnline(false);
    page.relay.cut(page.relay.sockets('ann')[0]!);
    await until(() => page.told(ann!, 'error offline') === 1);
    expect(ann!.store.$notice.get()?.kind, 'the one quiet line').to.equal('reconnecting');
    restore();
    dispatchEvent(new Event('online'));
    await until(() => ann!.state === 'joined');
    expect(page.told(ann!, 'error offline')).to.equal(1);
    expect(ann!.store.$notice.get()).to.equal(undefined);
  });

  it('goes slower, and says so once, when the server finds it too much', async () => {
    const [ann] = await page.join('ann', 'bo');
    for (const error of [
      'Rate limit exceeded',
      'Server busy',
      'Rate limit exceeded',
      'What is this?',
      'What is this?',
    ]) {
      page.inject('ann', { type: 'general.error', data: { error }, from: 'system' });
    }
    await until(() => page.story(ann!).some((line) => line.startsWith('error')));
    expect(page.story(ann!).filter((line) => line.startsWith('error'))).to.deep.equal([
      'error rate-limited',
      'error protocol',
    ]);
  });

  it('is over in the back/forward cache: the page comes back to the lobby, with no device open', async () => {
    const ann = page.begin('ann', { microphoneOff: false });
    await ann.join();
    await until(() => ann.microphone);
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    expect([ann.state, ann.microphone]).to.deep.equal(['left', false]);
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect([ann.state, ann.microphone]).to.deep.equal(['lobby', false]);
    await ann.join();
    expect(ann.state).to.equal('joined');
  });

  it('is left by the highest ids of those who come at once to a room that is too full, and by nobody else', async () => {
    const [ann, bo] = await page.join('ann', 'bo');
    // Those who come hear of each other in one list: the earlier ones were lost.
    const newcomers = new Set(['cy', 'di', 'ed']);
    page.relay.onDownlink = ({ type, data }, { user }) => {
      if (type !== 'room.users' || !newcomers.has(user.sub)) return 'pass';
      return (data['users'] as unknown[]).length === 5 ? 'pass' : 'drop';
    };
    const joiners = [...newcomers].map((name) => page.begin(name, { maxPeers: 2 }));
    const joins = joiners.map((meeting) =>
      meeting.join().then(
        () => 'in',
        (error: unknown) => (error instanceof MeetError ? error.code : String(error)),
      ),
    );
    await until(() => joiners.every(({ state }) => state === 'failed' || state === 'connecting'));
    await Promise.race(joins);
    page.relay.onDownlink = undefined;
    expect(await Promise.all(joins)).to.deep.equal(['in', 'room-full', 'room-full']);
    await page.meet(ann!, bo!, joiners[0]!);
    for (const meeting of [ann!, bo!]) {
      expect(page.story(meeting).filter((line) => /peer-leave (?:ann|bo|cy)|reconnecting/u.test(line))).to.deep.equal(
        [],
      );
    }
  });

  it('takes an old line of our own, listed beside the new one, for what it is', async () => {
    const half = page.relay.connect({ sub: 'ann', username: 'ann' });
    await new Promise((resolve) => half.addEventListener('open', resolve, { once: true }));
    half.send(joinFrame(ROOM));
    await until(() => page.relay.members(ROOM).length === 1);
    const [ann, bo] = [page.begin('ann', { token: tokenOf('ann') }), page.begin('bo')];
    await Promise.all([ann.join(), bo.join()]);
    await page.meet(ann, bo);
    expect(page.relay.members(ROOM).filter((id) => id === 'ann')).to.have.length(2);
    half.close();
  });
});
