import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { EXTENSION_VERSION, type RoomWord } from '../../src/protocol/extensions.js';
import type { Signal } from '../../src/protocol/messages.js';
import { parse } from '../../src/protocol/parse.js';
import {
  chatMessageFrame,
  joinFrame,
  leaveFrame,
  roomWordFrame,
  signalFrame,
  typingFrame,
} from '../../src/protocol/serialize.js';
import { pairWord, relayed } from './wire.js';

const read = (frame: string) => JSON.parse(frame) as { type: string; room: string; data: Record<string, unknown> };
const plain = (value: unknown): unknown => (value === undefined ? value : JSON.parse(JSON.stringify(value)));

describe('what we send', () => {
  it('arrives over the relay as it was', () => {
    const sdp = fc.string({ unit: 'grapheme', maxLength: 3000 });
    fc.assert(
      fc.property(sdp, pairWord, fc.constantFrom('webrtc.offer', 'webrtc.answer'), (sdp, x, type) => {
        const message = parse(relayed(signalFrame('r', 'b', { type, sdp, x }), 'a'));
        expect(plain(message)).to.deep.equal(plain({ type, sdp, room: 'r', from: 'a', to: 'b', x }));
      }),
      { numRuns: 500 },
    );
  });

  it('carries a candidate in JSON form, with our words or without', () => {
    const candidate = {
      candidate: 'candidate:1 1 udp 1 192.0.2.1 9 typ host',
      sdpMid: '0',
      sdpMLineIndex: 0,
      usernameFragment: 'ab<&>',
    };
    for (const x of [undefined, { from: 's.1', n: 2, candidates: [candidate, candidate] }]) {
      const signal: Signal = { type: 'webrtc.iceCandidate', candidate, ...(x ? { x } : {}) };
      const frame = signalFrame('r', 'b', signal);
      expect(JSON.parse(String(read(frame).data['candidate']))).to.deep.equal(candidate);
      expect(parse(relayed(frame, 'a'))).to.deep.equal({ ...signal, room: 'r', from: 'a', to: 'b' });
    }
  });

  it('says words to the room on "stopped typing", which a deployed client takes for nothing', () => {
    const words: RoomWord[] = [
      { word: 'hello', session: 's' },
      { word: 'ping', session: 's' },
      { word: 'bye', session: 's' },
      { word: 'roster', session: 's', ours: ['a', 'b', '__proto__'] },
    ];
    for (const x of words) {
      const frame = roomWordFrame('r', x);
      expect(read(frame)).to.deep.equal({
        type: 'chat.typing',
        room: 'r',
        data: { typing: false, x: { v: EXTENSION_VERSION, ...x } },
      });
      const word = { type: 'chat.typing', room: 'r', from: 'a', typing: false, x };
      expect(parse(relayed(frame, 'a'))).to.deep.equal(word);
    }
  });

  it('says messages as they go on the wire, with what ours know them by, and that one writes', () => {
    const message = chatMessageFrame('r', 'pme2ee:{}', 'id');
    expect(read(message)).to.deep.equal({
      type: 'chat.message',
      room: 'r',
      data: { message: 'pme2ee:{}', x: { v: EXTENSION_VERSION, id: 'id' } },
    });
    const said = { type: 'chat.message', room: 'r', from: 'a', text: 'pme2ee:{}', id: 'id' };
    expect(parse(relayed(message, 'a'))).to.deep.equal(said);
    const typing = { type: 'chat.typing', room: 'r', from: 'a', typing: true };
    expect(parse(relayed(typingFrame('r', true), 'a'))).to.deep.equal(typing);
  });

  it('says offers of one session in a hello as one and what differs, as many as there is room for', () => {
    const offer = (n: number, length: number) => {
      const sdp = ['v=0', `o=- ${String(n)}`, 'x'.repeat(length), `a=ice-ufrag:${String(n)}`, ''].join('\r\n');
      return { sdp, x: { from: `s.${String(n)}`, n: 1, lines: { 0: 'camera' } } } as const;
    };
    const arrives = (offers: RoomWord['offers'] = []) => {
      const frame = roomWordFrame('r', { word: 'hello', session: 's', offers });
      const message = parse(relayed(frame, 'a'));
      return message?.type === 'chat.typing' ? [plain(message.x?.offers), frame.length] : [];
    };
    const offers = [1, 2, 3].map((n) => offer(n, 10_000));
    const [said, length] = arrives(offers);
    expect(said).to.deep.equal(offers);
    expect(length).to.be.below(11_000);
    const long = [offer(1, 5_000), offer(2, 5_001), offer(3, 9_000)];
    expect(arrives(long)[0]).to.deep.equal(long.slice(0, 2));
    expect(arrives([])[0]).to.equal(undefined);
  });

  it('joins and leaves with frames that the server knows', () => {
    expect(read(joinFrame('r'))).to.deep.equal({ type: 'chat.join', room: 'r', data: { knock: true } });
    expect(read(leaveFrame('r'))).to.deep.equal({ type: 'chat.leave', room: 'r', data: {} });
  });
});
