import { expect } from '@open-wc/testing';
import { createMeeting, type Meeting } from '../../src/core.js';
import { parsePageWord } from '../../src/protocol/page-word.js';
import { DeployedRoom } from './deployed-room.js';
import { until } from './room-page.js';

interface Told {
  readonly from: string;
  readonly topic: string;
  readonly data: unknown;
}

/** What a meeting's page was told by others. */
const listen = (meeting: Meeting): Told[] => {
  const told: Told[] = [];
  meeting.addEventListener('pm-data', (event) => {
    const { peer, topic, data } = event as unknown as { peer: { id: string }; topic: string; data: unknown };
    told.push({ from: peer.id, topic, data });
  });
  return told;
};

const codeOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'nothing',
    (error: unknown) => (error as { code?: string }).code,
  );

describe('what a page says to itself in other browsers', () => {
  let room: DeployedRoom;
  beforeEach(() => {
    room = new DeployedRoom();
  });
  afterEach(() => room.close());

  it('comes in order, to all or to whom it is for, and is shown nowhere', async () => {
    const [ann, bo, cy] = (await room.join('ann', 'bo', 'cy')) as [Meeting, Meeting, Meeting];
    const [bos, cys] = [listen(bo), listen(cy)];
    await ann.sendData({ votes: [1, null, 'ü'] }, { topic: 'poll' });
    await ann.sendData('only bo', { to: 'bo' });
    await ann.sendData(3, { to: ['bo', 'cy'] });
    await until(() => bos.length === 3 && cys.length === 2);
    expect(bos).to.deep.equal([
      { from: 'ann', topic: 'poll', data: { votes: [1, null, 'ü'] } },
      { from: 'ann', topic: '', data: 'only bo' },
      { from: 'ann', topic: '', data: 3 },
    ]);
    expect(cys.map(({ data }) => data)).to.deep.equal([{ votes: [1, null, 'ü'] }, 3]);
    for (const { messages, store } of [ann, bo, cy]) {
      expect(messages).to.deep.equal([]);
      expect(store.$unread.get()).to.equal(0);
    }
  });

  it('takes 60 KiB and no more, what JSON can say and nothing else, for those who are there', async () => {
    const [ann, bo] = (await room.join('ann', 'bo')) as [Meeting, Meeting];
    const bos = listen(bo);
    const largest = 'ü'.repeat((61_440 - 2) / 2);
    await ann.sendData(largest);
    const circle: { self?: unknown } = {};
    circle.self = circle;
    for (const data of [`${largest}ü`, undefined, () => 1, 1n, circle])
      expect(await codeOf(ann.sendData(data)), typeof data).to.equal('message-invalid');
    expect(await codeOf(ann.sendData(1, { to: 'zoe' }))).to.equal('message-invalid');
    expect(await codeOf(ann.sendData(1, { to: ['bo', 'zoe'] }))).to.equal('message-invalid');
    expect(await codeOf(ann.sendData(1, { topic: 'x'.repeat(129) }))).to.equal('message-invalid');
    expect(await codeOf(createMeeting({ room: 'r' }).sendData(1))).to.equal('not-joined');
    await ann.sendData('last');
    await until(() => bos.length === 2);
    expect(bos.map(({ data }) => data)).to.deep.equal([largest, 'last']);
  });

  it('says when it is too much, and what was taken arrives', async () => {
    const [ann, bo] = (await room.join('ann', 'bo')) as [Meeting, Meeting];
    const bos = listen(bo);
    const codes = await Promise.all(Array.from({ length: 1000 }, (_, n) => codeOf(ann.sendData(n))));
    const taken = codes.flatMap((code, n) => (code === 'nothing' ? [n] : []));
    expect(new Set(codes)).to.deep.equal(new Set(['nothing', 'rate-limited']));
    await until(() => bos.length === taken.length);
    expect(bos.map(({ data }) => data)).to.deep.equal(taken);
  });

  it('comes once and in order over the next connection where one breaks', async () => {
    const [ann, bo] = (await room.join('ann', 'bo')) as [Meeting, Meeting];
    const bos = listen(bo);
    await ann.sendData(0);
    await until(() => bos.length === 1);
    for (const [meeting, other] of [
      [ann, 'bo'],
      [bo, 'ann'],
    ] as const) {
      const mesh = Reflect.get(meeting, 'mesh') as {
        get: (id: string) => { connections: { current: { pc: RTCPeerConnection } } };
      };
      mesh.get(other).connections.current.pc.close();
    }
    for (let n = 1; n <= 20; n += 1) await ann.sendData(n);
    await until(() => bos.length === 21);
    expect(bos.map(({ data }) => data)).to.deep.equal(Array.from({ length: 21 }, (_, n) => n));
  });

  it('never goes to deployed clients, nor by the server', async () => {
    const [ann, bo] = (await room.join('ann', 'bo')) as [Meeting, Meeting];
    await room.deployed('dan');
    await until(() => ann.peers.length === 2 && ann.store.$olderApps.get() !== 'none');
    const before = room.relay.log.length;
    const bos = listen(bo);
    await ann.sendData('hush-hush');
    await until(() => bos.length === 1);
    expect(JSON.stringify(room.relay.log.slice(before))).to.not.include('hush-hush');
    expect(await codeOf(ann.sendData('x', { to: 'dan' }))).to.equal('message-invalid');
  });

  it('takes no word that is none', () => {
    const word = { v: 1, kind: 'data', session: 's', n: 1, topic: '', data: null };
    expect(parsePageWord(JSON.stringify(word))).to.deep.equal({
      kind: 'data',
      session: 's',
      n: 1,
      topic: '',
      data: null,
    });
    for (const value of [
      null,
      [],
      { ...word, v: 2 },
      { ...word, n: -1 },
      { ...word, n: 1.5 },
      { ...word, session: '' },
      { ...word, topic: 5 },
      { ...word, topic: 'x'.repeat(129) },
      { ...word, kind: 'else' },
      { ...word, data: undefined },
    ])
      expect(parsePageWord(JSON.stringify(value)), JSON.stringify(value)).to.equal(undefined);
    for (const data of ['{', new ArrayBuffer(4), undefined, 'x'.repeat(100_000)])
      expect(parsePageWord(data)).to.equal(undefined);
    const proto = parsePageWord(
      '{"v":1,"kind":"data","session":"s","n":1,"topic":"","data":{"__proto__":{"polluted":1}}}',
    );
    expect(proto?.kind).to.equal('data');
    expect(({} as Record<string, unknown>)['polluted']).to.equal(undefined);
  });
});
