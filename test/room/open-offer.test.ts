import { expect } from '@open-wc/testing';
import type { Frame, Passage, Relay } from '../helpers/relay.js';
import { type MembershipFixture, membershipOf, SELF } from './membership-fixture.js';
import { RoomPage, until } from './room-page.js';

/** Milliseconds in the room after which others are newcomers, and some. */
const AT_HOME = 1_100;
const atHome = () => new Promise((resolve) => setTimeout(resolve, AT_HOME));

const OFFER = { sdp: 'v=0', x: { from: 's.1', n: 1 } } as const;

const offersIn = ({ log }: MembershipFixture): string[] => log.filter((line) => line.startsWith('offer'));
const wordOf = ({ data }: Frame): string | undefined => (data['x'] as { readonly word?: string } | undefined)?.word;

describe('who answers the offer in a hello', () => {
  const hello = { word: 'hello', session: 's', offer: OFFER } as const;

  it('is the one who answers the hello, and says so', async () => {
    const room = membershipOf();
    room.list('z');
    room.hear('z', 'hello', 'z');
    await atHome();
    room.membership.handleWord('a', hello);
    expect(offersIn(room)).to.deep.equal(['offer a s.1']);
    expect(room.said.at(-1)).to.deep.equal({ word: 'roster', session: 'ours.0', ours: [SELF, 'z', 'a'], takes: 's.1' });
    room.membership.close();
  });

  it('is nobody else', async () => {
    const room = membershipOf();
    room.list('b');
    room.hear('b', 'hello', 'b');
    await atHome();
    room.membership.handleWord('z', hello);
    expect(offersIn(room), 'b answers it').to.deep.equal([]);
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

describe('somebody who comes from afar', () => {
  const Native = RTCPeerConnection;
  let offers = 0;
  let page: RoomPage;
  beforeEach(() => {
    offers = 0;
    globalThis.RTCPeerConnection = class extends Native {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        this.addEventListener('signalingstatechange', () => {
          if (this.signalingState === 'have-local-offer') offers += 1;
        });
      }
    };
    page = new RoomPage();
  });
  afterEach(async () => {
    globalThis.RTCPeerConnection = Native;
    await page.close();
  });

  /** Sockets open only once their page has another offer in hand. */
  const putFar = (relay: Relay): void => {
    const connect = relay.connect.bind(relay);
    relay.connect = (user) => {
      const [socket, before] = [connect(user), offers];
      const open = socket.acceptOpen.bind(socket);
      socket.acceptOpen = () => void until(() => offers > before).then(open);
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

  it('is connected to one by the hello, and to the others as ever', async () => {
    const others = await page.join('bo', 'cy', 'di');
    await atHome();
    const before = page.relay.log.length;
    putFar(page.relay);
    const meeting = page.begin('ann');
    await meeting.join();
    await page.meet(meeting, ...others);
    const answers = page.relay.log.slice(before).filter(({ type }) => type === 'webrtc.answer');
    expect([...new Set(answers.map(({ from }) => from))]).to.include('bo');
    const toBo = page.relay.log.slice(before).filter(({ type, from, data }) => {
      return type === 'webrtc.offer' && (from === 'bo' || data['to'] === 'bo');
    });
    expect(toBo).to.deep.equal([]);
  });

  it('meets who comes from afar at the same time', async () => {
    putFar(page.relay);
    const meetings = ['ann', 'bo', 'cy'].map((name) => page.begin(name));
    await Promise.all(meetings.map((meeting) => meeting.join()));
    await page.meet(...meetings);
  });
});
