import { expect } from '@open-wc/testing';
import { putCores } from '../helpers/cores.js';
import type { Frame, Passage, Relay } from '../helpers/relay.js';
import { type MembershipFixture, membershipOf, SELF } from './membership-fixture.js';
import { RoomPage, until } from './room-page.js';

/** Milliseconds in the room after which others are newcomers, and some. */
const AT_HOME = 1_100;
const atHome = () => new Promise((resolve) => setTimeout(resolve, AT_HOME));

const OFFERS = [1, 2, 3].map((n) => ({ sdp: 'v=0', x: { from: `s.${String(n)}`, n: 1 } }));

const offersIn = ({ log }: MembershipFixture): string[] => log.filter((line) => line.startsWith('offer'));
const wordOf = ({ data }: Frame): string | undefined => (data['x'] as { readonly word?: string } | undefined)?.word;

describe('who takes an offer of a hello', () => {
  const hello = { word: 'hello', session: 's', offers: OFFERS } as const;

  /** We, and those of ours who were there before. */
  const household = async (...ids: string[]) => {
    const room = membershipOf();
    room.list(...ids);
    for (const id of ids) room.hear(id, 'hello', id);
    await atHome();
    room.log.length = room.said.length = 0;
    return room;
  };

  it('is the one who answers the hello, and says so', async () => {
    const room = await household('z');
    room.membership.handleWord('a', hello);
    expect(offersIn(room)).to.deep.equal(['offer a s.1']);
    expect(room.said.at(-1)).to.deep.equal({ word: 'roster', session: 'ours.0', ours: [SELF, 'z', 'a'], takes: 's.1' });
    room.membership.close();
  });

  it('is each by their rank, who says nothing more than the answer', async () => {
    for (const [ids, expected] of [
      [['b', 'z'], ['offer x s.2']],
      [['z', 'c', 'b'], ['offer x s.3']],
      [['b', 'c', 'd'], []],
    ] as const) {
      const room = await household(...ids);
      room.list(...ids, 'x');
      room.membership.handleWord('x', hello);
      expect(offersIn(room), ids.join()).to.deep.equal(expected);
      expect(room.said).to.deep.equal([]);
      room.membership.close();
    }
  });

  it('is each by their rank without who came a moment ago, is in no list, or is a deployed client', async () => {
    const room = await household('b', 'c');
    room.list('c', 'd', 'e');
    room.hear('d', 'hello', 'd');
    room.alive.add('b');
    room.membership.handleWord('x', hello);
    expect(room.membership.has('b')).to.equal(true);
    expect(offersIn(room)).to.deep.equal(['offer x s.2']);
    room.membership.close();
  });

  it('of two who come at once is the one whose id sorts last', () => {
    const room = membershipOf();
    room.list('a', 'z');
    room.membership.handleWord('z', hello);
    room.membership.handleWord('a', { ...hello, session: 't' });
    expect(offersIn(room)).to.deep.equal(['offer a s.1']);
    room.membership.close();
  });

  it('is nobody where the room is full, or before we are in', async () => {
    const room = membershipOf({ maxPeers: 1 });
    room.membership.handleWord('a', hello);
    room.list('z');
    await atHome();
    room.membership.handleWord('b', hello);
    expect(offersIn(room)).to.deep.equal([]);
    room.membership.close();
  });

  it('is nobody who has a connection to them, or knows them by another session', async () => {
    const room = membershipOf();
    room.list('y', 'z');
    room.hear('z', 'hello', 'another');
    await atHome();
    room.connected.add('y');
    for (const id of ['y', 'z']) room.membership.handleWord(id, hello);
    expect(offersIn(room)).to.deep.equal([]);
    room.membership.close();
  });
});

describe('who said hello with offers', () => {
  const tell = (room: MembershipFixture) => {
    room.list('a', 'b', 'z');
    room.log.length = 0;
    room.hear('a', 'roster', 'a', ['a', 'z', 'b', SELF]);
  };

  it('waits a moment for the answers of those whose rank had one', async () => {
    const room = membershipOf();
    room.offered.add(1);
    tell(room);
    expect(room.log).to.deep.equal(['kind a ours', 'kind z ours']);
    await room.logged('kind b ours');
    room.membership.close();
  });

  it('waits for nobody whose offer another took', () => {
    const room = membershipOf();
    tell(room);
    expect(room.log).to.deep.equal(['kind a ours', 'kind b ours', 'kind z ours']);
    room.membership.close();
  });

  it('waits for nobody who is gone', async () => {
    const room = membershipOf();
    room.offered.add(1).add(2);
    tell(room);
    room.hear('b', 'bye', 'b');
    await room.logged('kind z ours');
    expect(room.log).to.deep.equal(['kind a ours', 'remove b', 'kind z ours']);
    room.membership.close();
  });
});

describe('somebody who comes from afar', () => {
  const Native = RTCPeerConnection;
  let offers = 0;
  let made: RTCPeerConnection[] = [];
  let page: RoomPage;
  beforeEach(() => {
    putCores(4);
    offers = 0;
    made = [];
    globalThis.RTCPeerConnection = class extends Native {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        made.push(this);
        this.addEventListener('signalingstatechange', () => {
          if (this.signalingState === 'have-local-offer') offers += 1;
        });
      }
    };
    page = new RoomPage();
  });
  afterEach(async () => {
    globalThis.RTCPeerConnection = Native;
    putCores(undefined);
    await page.close();
  });

  /** Sockets open only once their page has so many other offers in hand. */
  const putFar = (relay: Relay, count = 1): void => {
    const connect = relay.connect.bind(relay);
    relay.connect = (user) => {
      const [socket, before] = [connect(user), offers];
      const open = socket.acceptOpen.bind(socket);
      socket.acceptOpen = () => void until(() => offers >= before + count).then(open);
      return socket;
    };
  };
  const signals = (type: string): string[] => [
    ...new Set(page.relay.log.filter((frame) => frame.type === type).map(({ from }) => from ?? '')),
  ];
  const losing = (word: string): ((frame: Frame) => Passage) => {
    let isLost = false;
    return (frame) => {
      if (isLost || wordOf(frame) !== word) return 'pass';
      isLost = true;
      return 'drop';
    };
  };

  for (const [newcomer, order] of [
    ['ann', 'first'],
    ['zoe', 'last'],
  ] as const) {
    it(`is connected by the answer to the hello: who sorts ${order}`, async () => {
      const [bo] = await page.join('bo');
      await atHome();
      putFar(page.relay);
      const meeting = page.begin(newcomer);
      await meeting.join();
      await page.meet(meeting, bo!);
      expect(signals('webrtc.offer')).to.deep.equal([]);
      expect(signals('webrtc.answer')).to.deep.equal(['bo']);
    });

    it(`is so too where the word of it is lost: who sorts ${order}`, async () => {
      const [bo] = await page.join('bo');
      await atHome();
      putFar(page.relay);
      page.relay.onUplink = losing('roster');
      const meeting = page.begin(newcomer);
      await meeting.join();
      await page.meet(meeting, bo!);
      expect(signals('webrtc.answer')).to.include('bo');
    });

    it(`is connected where the hello is lost: who sorts ${order}`, async () => {
      const [bo] = await page.join('bo');
      await atHome();
      putFar(page.relay);
      page.relay.onUplink = losing('hello');
      const meeting = page.begin(newcomer);
      await meeting.join();
      await page.meet(meeting, bo!);
    });
  }

  const since = (before: number, type: string) => page.relay.log.slice(before).filter((frame) => frame.type === type);
  /** Everybody hears the hello before the list that names who says it, and they hear that after the answers: no clock counts. */
  const listLate = (newcomer: string, before: number, answers: number) => {
    const hasSaid = () => since(before, 'chat.typing').some((frame) => wordOf(frame) === 'hello');
    const isAnswered = () => new Set(since(before, 'webrtc.answer').map(({ from }) => from)).size === answers;
    page.relay.onDownlink = ({ type }, { user: { sub } }) =>
      type === 'room.users' ? until(sub === newcomer ? isAnswered : hasSaid) : 'pass';
  };

  for (const newcomer of ['ann', 'chris', 'zoe']) {
    it(`is connected to three by the hello, with no offer but those in it: ${newcomer}`, async () => {
      const others = await page.join('bo', 'cy', 'di');
      await atHome();
      const before = page.relay.log.length;
      putFar(page.relay, 3);
      listLate(newcomer, before, 3);
      const meeting = page.begin(newcomer);
      await meeting.join();
      await page.meet(meeting, ...others);
      expect(since(before, 'webrtc.offer')).to.deep.equal([]);
      expect(new Set(since(before, 'webrtc.answer').map(({ from }) => from))).to.have.keys('bo', 'cy', 'di');
    });
  }

  it('is connected to three although the first answer of each is lost', async () => {
    const others = await page.join('bo', 'cy', 'di');
    await atHome();
    putFar(page.relay, 3);
    const lost = new Set<string>();
    page.relay.onUplink = ({ type }, { user: { sub } }) => {
      if (type !== 'webrtc.answer' || lost.has(sub)) return 'pass';
      lost.add(sub);
      return 'drop';
    };
    const meeting = page.begin('ann');
    await meeting.join();
    await page.meet(meeting, ...others);
    expect(lost).to.include.keys('bo', 'cy', 'di');
  });

  it('is connected to three by the hello, and to the others as ever', async () => {
    const others = await page.join('bo', 'cy', 'di', 'eve');
    await atHome();
    const before = page.relay.log.length;
    putFar(page.relay, 3);
    listLate('ann', before, 3);
    const meeting = page.begin('ann');
    await meeting.join();
    await page.meet(meeting, ...others);
    const ofTheirOwn = since(before, 'webrtc.offer').map(({ from, data }) => (from === 'ann' ? data['to'] : from));
    expect(new Set(ofTheirOwn)).to.have.keys('eve');
  });

  it('leaves no connection behind that nobody took', async () => {
    const [bo] = await page.join('bo');
    await atHome();
    putFar(page.relay, 3);
    const meeting = page.begin('ann');
    await meeting.join();
    await page.meet(meeting, bo!);
    const open = () => made.filter(({ signalingState }) => signalingState !== 'closed').length;
    expect(open()).to.be.at.least(4); // the pair, and what two did not take
    await until(() => open() === 4); // the pair, and a spare each
    await meeting.leave();
    await bo!.leave();
    await until(() => open() === 0);
  });

  it('meets who comes from afar at the same time', async () => {
    putFar(page.relay);
    const meetings = ['ann', 'bo', 'cy'].map((name) => page.begin(name));
    await Promise.all(meetings.map((meeting) => meeting.join()));
    await page.meet(...meetings);
  });
});
