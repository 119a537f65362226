import { expect } from '@open-wc/testing';
import { LIMITS } from '../../src/protocol/limits.js';
import { isSignal } from '../../src/protocol/messages.js';
import { parse } from '../../src/protocol/parse.js';
import { bytesOf, VALID_FRAMES } from './wire.js';

const users = (list: unknown, from = 'system') =>
  parse(bytesOf({ type: 'room.users', room: 'r', from, data: { users: list } }));
const offer = (over: object = {}, data: object = {}) =>
  parse(bytesOf({ type: 'webrtc.offer', room: 'r', from: 'a', data: { sdp: 'v=0', to: 'b', ...data }, ...over }));
const candidate = (text: unknown) =>
  parse(bytesOf({ type: 'webrtc.iceCandidate', room: 'r', from: 'a', data: { candidate: text, to: 'b' } }));

describe('parsing a frame', () => {
  it('reads every kind of message, binary and text alike', () => {
    for (const frame of VALID_FRAMES) {
      const message = parse(bytesOf(frame));
      expect(message?.type).to.equal(frame['type']);
      expect(parse(JSON.stringify(frame))).to.deep.equal(message);
    }
  });

  it('reads who is in the room, each id once', () => {
    const list = [
      { userID: 'b', username: 'Bo' },
      { userID: 'a', username: 'Ann' },
      { userID: 'b', username: 'Bo' },
    ];
    expect(users(list)).to.deep.equal({
      type: 'room.users',
      room: 'r',
      hasIce: false,
      users: [
        { id: 'b', name: 'Bo' },
        { id: 'a', name: 'Ann' },
      ],
    });
    expect(users([])).to.deep.equal({ type: 'room.users', room: 'r', hasIce: false, users: [] });
  });

  it('takes the list of people from the server alone', () => {
    expect(users([{ userID: 'b', username: 'Bo' }], 'mallory')).to.equal(undefined);
  });

  it('leaves out entries without an id, and shows names without harm', () => {
    const list = [{ username: 'x' }, null, 'a', { userID: 'b' }, { userID: 'c', username: 'Ann\u202enoB\u0007' }];
    expect(users(list)).to.deep.include({
      users: [
        { id: 'b', name: '' },
        { id: 'c', name: 'AnnnoB' },
      ],
    });
  });

  it('refuses a list of more people than a server has', () => {
    const many = Array.from({ length: LIMITS.users + 1 }, (_, index) => ({ userID: String(index), username: '' }));
    expect(users(many.slice(1)))
      .to.have.property('users')
      .with.length(LIMITS.users);
    expect(users(many)).to.equal(undefined);
  });

  it('reads an offer, with our words and without', () => {
    expect(offer()).to.deep.equal({ type: 'webrtc.offer', room: 'r', from: 'a', to: 'b', sdp: 'v=0' });
    const x = { v: 1, from: 's.1', to: 't.2', n: 3, lines: { 0: 'microphone', 1: 'camera', 2: 'hologram' } };
    const message = offer({}, { x });
    expect(message).to.have.nested.property('x.n', 3);
    expect(message).to.have.deep.nested.property(
      'x.lines',
      Object.assign(Object.create(null), { 0: 'microphone', 1: 'camera' }),
    );
  });

  it('takes words of another version for none at all', () => {
    expect(offer({}, { x: { v: 2, from: 's.1', n: 1 } })).to.deep.equal(offer());
    expect(offer({}, { x: { from: 's.1', n: 1 } })).to.deep.equal(offer());
  });

  it('drops a signal without sender, recipient, room or description', () => {
    expect(offer({ from: undefined })).to.equal(undefined);
    expect(offer({ from: '' })).to.equal(undefined);
    expect(offer({ room: undefined })).to.equal(undefined);
    expect(offer({}, { to: undefined })).to.equal(undefined);
    expect(offer({}, { sdp: undefined })).to.equal(undefined);
    expect(offer({}, { sdp: { toString: 'v=0' } })).to.equal(undefined);
    expect(offer({ data: null })).to.equal(undefined);
    expect(offer({ data: [] })).to.equal(undefined);
  });

  it('holds each length to its limit', () => {
    expect(offer({}, { sdp: 'x'.repeat(LIMITS.sdp) })).to.not.equal(undefined);
    expect(offer({}, { sdp: 'x'.repeat(LIMITS.sdp + 1) })).to.equal(undefined);
    expect(offer({}, { sdp: 'v=0\r\n' + 'm=audio\r\n'.repeat(LIMITS.lines) })).to.not.equal(undefined);
    expect(offer({}, { sdp: 'v=0\r\n' + 'm=audio\r\n'.repeat(LIMITS.lines + 1) })).to.equal(undefined);
    expect(offer({ from: 'x'.repeat(LIMITS.id) })).to.not.equal(undefined);
    expect(offer({ from: 'x'.repeat(LIMITS.id + 1) })).to.equal(undefined);
    expect(offer({ room: '👩'.repeat(LIMITS.room) }), 'counted in code points').to.not.equal(undefined);
    expect(offer({ room: 'x'.repeat(2 * LIMITS.room + 1) })).to.equal(undefined);
    const long = JSON.stringify({ ...VALID_FRAMES[0], more: 'x'.repeat(LIMITS.frame) });
    expect(parse(long)).to.equal(undefined);
    expect(parse(new TextEncoder().encode(long).buffer)).to.equal(undefined);
  });

  it('reads a candidate from JSON text and from a bare line', () => {
    const json = JSON.stringify({ candidate: 'candidate:1', sdpMid: '1', sdpMLineIndex: 1, usernameFragment: 'u' });
    expect(candidate(json)).to.have.deep.property('candidate', JSON.parse(json));
    expect(candidate('candidate:1')).to.have.deep.property('candidate', { candidate: 'candidate:1', sdpMLineIndex: 0 });
    expect(candidate('')).to.have.deep.property('candidate', { candidate: '', sdpMLineIndex: 0 });
    expect(candidate('{"candidate":"","sdpMid":null,"sdpMLineIndex":null}')).to.have.deep.property('candidate', {
      candidate: '',
      sdpMLineIndex: 0,
    });
  });

  it('drops candidates that are none', () => {
    for (const text of [undefined, 1, {}, '{', '{}', '{"candidate":1}', '{"candidate":"' + 'x'.repeat(3000) + '"}']) {
      expect(candidate(text), JSON.stringify(text)).to.equal(undefined);
    }
  });

  it('reads what the server complains of, cut to length', () => {
    const complaint = (error: unknown) => parse(bytesOf({ type: 'general.error', data: { error }, from: 'system' }));
    expect(complaint('Server busy')).to.deep.equal({ type: 'general.error', error: 'Server busy' });
    expect(complaint('x'.repeat(5000)))
      .to.have.property('error')
      .with.length(LIMITS.error);
    expect(complaint({})).to.equal(undefined);
  });

  it('drops what is no message', () => {
    const encoder = new TextEncoder();
    for (const text of [
      '',
      '{',
      'null',
      '1',
      '[]',
      '"room.users"',
      '{"type":"chat.message","room":"r","from":"a","data":{}}',
    ]) {
      expect(parse(text), text).to.equal(undefined);
      expect(parse(encoder.encode(text).buffer), text).to.equal(undefined);
    }
    for (const frame of [
      undefined,
      null,
      1,
      {},
      new Blob(['{}']),
      new ArrayBuffer(3),
      new Uint8Array([255, 254]).buffer,
    ]) {
      expect(parse(frame)).to.equal(undefined);
    }
  });

  it('tells signals from other messages', () => {
    const kinds = VALID_FRAMES.map((frame) => parse(bytesOf(frame))).map((message) => message && isSignal(message));
    expect(kinds).to.deep.equal(VALID_FRAMES.map(({ type }) => String(type).startsWith('webrtc.')));
  });
});
