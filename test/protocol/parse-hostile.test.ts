import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { PairWord, RoomWord } from '../../src/protocol/extensions.js';
import { LINE_KINDS } from '../../src/protocol/extensions.js';
import { parseAsk, parseKnocks } from '../../src/protocol/house-word.js';
import { LIMITS } from '../../src/protocol/limits.js';
import type { ServerMessage } from '../../src/protocol/messages.js';
import { parse } from '../../src/protocol/parse.js';
import { SILENT_STATE } from '../../src/protocol/peer-state.js';
import { bytesOf, hostileValue, spoiledFrame } from './wire.js';

const isText = (value: unknown, most: number = LIMITS.id, least = 1) =>
  typeof value === 'string' && value.length >= least && value.length <= most;
const isCount = (value: unknown) => Number.isSafeInteger(value) && Number(value) >= 0;

const checkCandidate = (candidate: RTCIceCandidateInit) => {
  expect(isText(candidate.candidate, LIMITS.candidate, 0)).to.equal(true);
  expect(candidate.sdpMid === undefined || isText(candidate.sdpMid)).to.equal(true);
  // Beyond an unsigned short the browser would wrap it round to some other m-line.
  expect(
    candidate.sdpMLineIndex === undefined ||
      (isCount(candidate.sdpMLineIndex) && Number(candidate.sdpMLineIndex) < 65_536),
  ).to.equal(true);
  expect(candidate.sdpMid !== undefined || candidate.sdpMLineIndex !== undefined, 'an m-line').to.equal(true);
};

const checkPairWord = ({ from, to, n, lines, candidates, ack, state }: PairWord) => {
  if (state) {
    expect(Object.keys(state)).to.have.members(Object.keys(SILENT_STATE));
    for (const value of Object.values(state)) expect(value).to.be.a('boolean');
  }
  expect(isText(from) && isCount(n)).to.equal(true);
  expect(to === undefined || isText(to)).to.equal(true);
  expect(ack === undefined || isCount(ack)).to.equal(true);
  const entries = Object.entries(lines ?? {});
  expect(entries.length).to.be.at.most(16);
  for (const [mid, kind] of entries) {
    expect(isText(mid)).to.equal(true);
    expect(LINE_KINDS).to.include(kind);
  }
  if (lines) expect(Object.getPrototypeOf(lines), 'nothing inherited to look up').to.equal(null);
  expect(candidates?.length ?? 0).to.be.at.most(LIMITS.candidates);
  candidates?.forEach(checkCandidate);
};

const checkRoomWord = ({ session, ours, to }: RoomWord) => {
  expect(isText(session)).to.equal(true);
  expect(to === undefined || isText(to)).to.equal(true);
  expect(ours?.length ?? 0).to.be.at.most(LIMITS.users);
  for (const id of ours ?? []) expect(isText(id)).to.equal(true);
};

const checkBounds = (message: ServerMessage) => {
  if (message.type === 'general.error') {
    expect(isText(message.error, LIMITS.error, 0)).to.equal(true);
    return;
  }
  expect(isText(message.room, 2 * LIMITS.room)).to.equal(true);
  if (message.type === 'room.users') {
    expect(message.users.length).to.be.at.most(LIMITS.users);
    expect(new Set(message.users.map(({ id }) => id)).size).to.equal(message.users.length);
    for (const { id, name } of message.users) {
      expect(isText(id)).to.equal(true);
      expect([...name].length).to.be.at.most(LIMITS.text);
      expect(name).to.not.match(/\p{Surrogate}/u);
    }
    return;
  }
  if (message.type === 'room.waiting') return void expect(message.host).to.be.a('boolean');
  if (message.type === 'room.refused') return void expect(isText(message.reason, LIMITS.text, 0)).to.equal(true);
  expect(isText(message.from)).to.equal(true);
  if (message.type === 'room.knocks' || message.type === 'host.ask') {
    for (const { id, name } of parseKnocks(message.data) ?? []) {
      expect(isText(id)).to.equal(true);
      expect([...name].length).to.be.at.most(LIMITS.text);
    }
    expect(parseAsk(message.data)).to.be.oneOf(['mute', 'unmute', undefined]);
    return;
  }
  if (message.type === 'chat.typing') {
    if (message.x) checkRoomWord(message.x);
    return;
  }
  if (message.type === 'chat.message') {
    expect(isText(message.text, 2 * LIMITS.wireMessage, 0)).to.equal(true);
    if (message.id !== undefined) expect(isText(message.id)).to.equal(true);
    return;
  }
  expect(isText(message.to)).to.equal(true);
  if (message.type === 'webrtc.iceCandidate') checkCandidate(message.candidate);
  else expect(isText(message.sdp, LIMITS.sdp, 0)).to.equal(true);
  if (message.x) checkPairWord(message.x);
};

const check = (frame: unknown): boolean => {
  const message = parse(frame);
  if (message) checkBounds(message);
  expect(Object.hasOwn(Object.prototype, 'polluted')).to.equal(false);
  expect(({} as Record<string, unknown>)['polluted']).to.equal(undefined);
  return message !== undefined;
};

describe('parsing what a hostile peer sends', () => {
  it('lets a valid frame with one field changed through only within bounds, and never throws', function () {
    let passed = 0;
    let dropped = 0;
    const count = (isMessage: boolean) => (isMessage ? (passed += 1) : (dropped += 1));
    fc.assert(
      fc.property(spoiledFrame, fc.boolean(), (frame, isText) => {
        count(check(isText ? JSON.stringify(frame) : bytesOf(frame)));
      }),
      { numRuns: 50_000 },
    );
    expect(passed, 'some fields do not matter').to.be.greaterThan(5_000);
    expect(dropped, 'most do').to.be.greaterThan(5_000);
  });

  it('takes any JSON value for what it is', () => {
    fc.assert(
      fc.property(hostileValue, (value) => {
        check(JSON.stringify(value));
        check(bytesOf(value));
      }),
      { numRuns: 25_000 },
    );
  });

  it('takes any text and any bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), fc.uint8Array({ maxLength: 500 }), (text, bytes) => {
        check(text);
        check(bytes.slice().buffer);
        check(text.slice(0, 1) + '\ud800');
      }),
      { numRuns: 2000 },
    );
  });

  it('takes anything at all that is no frame', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        if (typeof value !== 'string' && !(value instanceof ArrayBuffer)) expect(parse(value)).to.equal(undefined);
      }),
      { numRuns: 2000 },
    );
  });

  it('survives 64 KiB of nesting', () => {
    expect(parse('['.repeat(65_536))).to.equal(undefined);
    check('{"type":"chat.typing","room":"r","from":"a","data":{"x":' + '['.repeat(30_000) + ']'.repeat(30_000) + '}}');
  });
});
