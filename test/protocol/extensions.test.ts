import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  connectionId,
  isEarlierConnection,
  parseCandidate,
  parsePairWord,
  parseRoomWord,
} from '../../src/protocol/extensions.js';
import { LIMITS } from '../../src/protocol/limits.js';
import { hostileValue } from './wire.js';

const session = fc.stringMatching(/^[0-9a-f-]{1,20}$/u);

describe('connection ids', () => {
  it('order the connections of one session, and no others', () => {
    fc.assert(
      fc.property(session, session, fc.nat(), fc.nat(), (one, other, m, n) => {
        expect(isEarlierConnection(connectionId(one, m), connectionId(one, n))).to.equal(m < n);
        if (one !== other) expect(isEarlierConnection(connectionId(one, m), connectionId(other, n))).to.equal(false);
      }),
    );
  });

  it('order numbers as numbers', () => {
    expect(isEarlierConnection('s.9', 's.10')).to.equal(true);
    expect(isEarlierConnection('s.10', 's.9')).to.equal(false);
  });

  it('never takes garbage for earlier', () => {
    for (const garbage of ['', 's', 's.x', '.', 's.NaN', '- 123']) {
      expect(isEarlierConnection(garbage, 's.2'), garbage).to.equal(false);
      expect(isEarlierConnection('s.2', garbage), garbage).to.equal(false);
    }
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(isEarlierConnection(a, b) && isEarlierConnection(b, a)).to.equal(false);
        expect(isEarlierConnection(a, a)).to.equal(false);
      }),
    );
  });
});

describe('words to the room', () => {
  it('are refused unless whole', () => {
    const hello = { v: 1, word: 'hello', session: 's' };
    expect(parseRoomWord(hello)).to.deep.equal({ word: 'hello', session: 's' });
    for (const over of [
      { v: 2 },
      { word: 'shout' },
      { word: 'toString' },
      { session: '' },
      { session: 1 },
      { session: 'x'.repeat(129) },
    ]) {
      expect(parseRoomWord({ ...hello, ...over }), JSON.stringify(over)).to.equal(undefined);
    }
    const roster = { ...hello, word: 'roster' };
    expect(parseRoomWord(roster)).to.equal(undefined);
    expect(parseRoomWord({ ...roster, ours: ['a', 1] })).to.equal(undefined);
    expect(parseRoomWord({ ...roster, ours: Array.from({ length: LIMITS.users + 1 }, () => 'a') })).to.equal(undefined);
    expect(parseRoomWord({ ...roster, ours: ['a'] })).to.deep.equal({ word: 'roster', session: 's', ours: ['a'] });
  });
});

describe('words of a pair', () => {
  const word = { v: 1, from: 's.1', n: 1 };

  it('are refused without sender or number', () => {
    for (const over of [
      { v: undefined },
      { from: undefined },
      { from: '' },
      { n: -1 },
      { n: 1.5 },
      { n: '1' },
      { n: 2 ** 53 },
    ]) {
      expect(parsePairWord({ ...word, ...over }), JSON.stringify(over)).to.equal(undefined);
    }
  });

  it('name lines by their m-line, and nothing that an object inherits', () => {
    const lines = parsePairWord({
      ...word,
      lines: JSON.parse('{"0":"camera","1":"x","__proto__":{"2":"screen"}}') as unknown,
    })?.lines;
    expect(Object.keys(lines ?? {})).to.deep.equal(['0']);
    expect(lines?.['2']).to.equal(undefined);
    expect(lines?.['constructor']).to.equal(undefined);
  });

  it('name no line by something that no description could hold', () => {
    const lines = parsePairWord({
      ...word,
      lines: { ['m'.repeat(5000)]: 'camera', '': 'camera', audio: 'microphone' },
    })?.lines;
    expect(Object.keys(lines ?? {})).to.deep.equal(['audio']);
  });

  it('say which offers of a hello one to somebody is not beside', () => {
    expect(parsePairWord({ ...word, unless: ['s.1', 's.2'] })?.unless).to.deep.equal(['s.1', 's.2']);
    for (const unless of ['s.1', ['s.1', 1], [''], {}, null]) {
      expect(parsePairWord({ ...word, unless }), JSON.stringify(unless)).to.not.have.property('unless');
    }
    const many = Array.from({ length: 1_000 }, () => 's.1');
    expect(parsePairWord({ ...word, unless: many })?.unless).to.have.length(LIMITS.openOffers);
  });

  it('keep the candidates that are some, up to a limit', () => {
    const candidates = [{ candidate: 'a' }, 1, { candidate: 'b', sdpMid: '1' }];
    expect(parsePairWord({ ...word, candidates })?.candidates).to.deep.equal([
      { candidate: 'a', sdpMLineIndex: 0 },
      { candidate: 'b', sdpMid: '1' },
    ]);
    const many = Array.from({ length: 1000 }, () => ({ candidate: 'a' }));
    expect(parsePairWord({ ...word, candidates: many })?.candidates).to.have.length(LIMITS.candidates);
  });
});

describe('a candidate', () => {
  it('is always one that a browser takes or refuses with a word', async () => {
    const connection = new RTCPeerConnection();
    await fc.assert(
      fc.asyncProperty(hostileValue, hostileValue, hostileValue, async (sdpMid, sdpMLineIndex, usernameFragment) => {
        const candidate = parseCandidate({ candidate: 'candidate:1', sdpMid, sdpMLineIndex, usernameFragment });
        // There is no description yet, which is looked at only after the shape (a TypeError) was found right.
        const failure = await connection.addIceCandidate(candidate).catch((error: unknown) => error);
        expect(failure).to.be.instanceOf(DOMException);
      }),
    );
    connection.close();
  });
});

describe('offers in a hello', () => {
  const x = { v: 1, from: 's.1', n: 1 };
  const first = { sdp: 'v=0\r\no=1', x };
  const hello = (offer: unknown, more?: unknown) => parseRoomWord({ v: 1, word: 'hello', session: 's', offer, more });
  const ids = (offer: unknown, more: unknown) => hello(offer, more)?.offers?.map((each) => each.x.from);

  it('are taken whole, the others by what differs from the first', () => {
    expect(hello(first)).to.deep.equal({
      word: 'hello',
      session: 's',
      offers: [{ sdp: 'v=0\r\no=1', x: { from: 's.1', n: 1 } }],
    });
    expect(hello(first, [['s.2', 3, [1, 1, 'o=2']]])?.offers?.[1]).to.deep.equal({
      sdp: 'v=0\r\no=2',
      x: { from: 's.2', n: 3 },
    });
  });

  it('leave the hello where the first is none, of another session or too long', () => {
    const plain = { word: 'hello', session: 's' };
    const bad: unknown[] = [
      { sdp: 1, x },
      { sdp: 'v=0' },
      { sdp: 'v=0', x: { ...x, v: 2 } },
      { sdp: 'v=0', x: { ...x, from: 't.1' } },
      { sdp: 'x'.repeat(LIMITS.openSdp + 1), x },
      { sdp: '\nm='.repeat(LIMITS.lines + 1), x },
    ];
    for (const offer of bad) {
      expect(hello(offer, [['s.2', 1]]), JSON.stringify(offer).slice(0, 60)).to.deep.equal(plain);
    }
    fc.assert(
      fc.property(hostileValue, hostileValue, (offer, more) => {
        expect(hello(offer, more)?.word).to.equal('hello');
        expect(hello(first, more)?.offers?.[0]?.sdp).to.equal(first.sdp);
        expect(hello(first, [more])?.offers?.[0]?.sdp).to.equal(first.sdp);
      }),
    );
  });

  it('end before the first of them that is wrong, so that each keeps its rank', () => {
    const good = ['s.3', 1, [1, 1, 'o=3']];
    for (const bad of [1, [], ['t.2', 1], ['s.2'], ['s.2', -1], ['s.2', 1, 1], ['s.2', 1, [3, 0]]]) {
      expect(ids(first, [bad, good]), JSON.stringify(bad)).to.deep.equal(['s.1']);
      expect(ids(first, [good, bad]), JSON.stringify(bad)).to.deep.equal(['s.1', 's.3']);
    }
    expect(
      ids(
        first,
        Array.from({ length: 1_000 }, () => good),
      ),
    ).to.have.length(LIMITS.openOffers);
  });

  it('belong to no other word', () => {
    expect(parseRoomWord({ v: 1, word: 'bye', session: 's', offer: first })).to.not.have.property('offers');
  });
});
