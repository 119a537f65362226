import { expect } from '@open-wc/testing';
import { hostFrame, parseAsk, parseKnocks } from '../../src/protocol/house-word.js';
import { LIMITS } from '../../src/protocol/limits.js';
import { parse } from '../../src/protocol/parse.js';
import { bytesOf } from './wire.js';

describe('the words of a server with host tools', () => {
  it('say who waits, each once, with names that do no harm', () => {
    const users = [
      { userID: 'b', username: 'Bo\u202e\u0007', guest: true },
      { userID: 'c' },
      { userID: 'b', username: 'Bo' },
      { username: 'nobody' },
      null,
    ];
    expect(parseKnocks({ users })).to.deep.equal([
      { id: 'b', name: 'Bo', guest: false },
      { id: 'c', name: '', guest: false },
    ]);
  });

  it('are none where there is no list, or one that nobody could read', () => {
    expect(parseKnocks({})).to.equal(undefined);
    expect(parseKnocks({ users: 'all' })).to.equal(undefined);
    const many = Array.from({ length: LIMITS.users + 1 }, (_, index) => ({ userID: String(index) }));
    expect(parseKnocks({ users: many })).to.equal(undefined);
  });

  it('ask for two things alone', () => {
    expect([parseAsk({ ask: 'mute' }), parseAsk({ ask: 'unmute' })]).to.deep.equal(['mute', 'unmute']);
    expect([parseAsk({}), parseAsk({ ask: 'dance' })]).to.deep.equal([undefined, undefined]);
  });

  it('of a host name the room and what it is about', () => {
    expect(JSON.parse(hostFrame('r', 'admit', { userID: 'b' }))).to.deep.equal({
      type: 'host.admit',
      room: 'r',
      data: { userID: 'b' },
    });
  });

  it('tell in a list how the room is, and who may do what, and take no other role', () => {
    const users = [
      { userID: 'a', username: 'Ann', role: 'host' },
      { userID: 'b', username: 'Bo', role: 'owner' },
    ];
    const house = { locked: true, waiting: 'yes', cap: 3 };
    expect(parse(bytesOf({ type: 'room.users', room: 'r', from: 'system', data: { users, house } }))).to.deep.include({
      users: [
        { id: 'a', name: 'Ann', role: 'host' },
        { id: 'b', name: 'Bo' },
      ],
      house: { locked: true, waiting: false },
    });
  });

  it('come from the server alone, where they say that we wait or are refused', () => {
    for (const type of ['room.waiting', 'room.refused']) {
      expect(parse(bytesOf({ type, room: 'r', from: 'mallory', data: { reason: 'denied', host: true } }))).to.equal(
        undefined,
      );
    }
    const refused = (reason: unknown) =>
      parse(bytesOf({ type: 'room.refused', room: 'r', from: 'system', data: { reason } }));
    expect(refused('x'.repeat(LIMITS.text + 1))).to.deep.include({ reason: '' });
    expect(refused(7)).to.deep.include({ reason: '' });
  });
});
