import { expect } from '@open-wc/testing';
import type { RoundWord } from '../../src/protocol/trust.js';
import { $roomCode, LateRoomCode } from '../../src/trust/late-code.js';
import type { RoomCode } from '../../src/trust/room-code.js';
import { NO_SAFETY } from '../../src/trust/state.js';
import { REAL_TIME } from '../../src/signaling/time.js';

const wordOf = (e: number): RoundWord => ({ trust: 'reveal', view: new Uint8Array(32), e, r: new Uint8Array(32) });

describe('a safety code that comes later', () => {
  const create = $roomCode.get();
  let log: string[];
  beforeEach(() => {
    log = [];
    $roomCode.set(undefined);
  });
  afterEach(() => $roomCode.set(create));

  const come = () => {
    $roomCode.set(() => {
      const note = (...words: unknown[]) => void log.push(words.join(' '));
      const code: Partial<RoomCode> = {
        update: (_, members, others) => note('update', members.length, others.join()),
        hear: (id, { e }) => note('hear', id, e),
        repeat: (id) => note('repeat', id),
        forget: (id) => note('forget', id),
        end: () => note('end'),
      };
      return code as RoomCode;
    });
  };
  const links = { send: () => undefined, onLiar: () => undefined, onSafety: () => undefined };

  it('is told who is there, and what was said before it came, but for those who are somebody else by now', () => {
    const code = new LateRoomCode('r', REAL_TIME, links);
    expect(code.safety).to.equal(NO_SAFETY);
    expect(code.covered).to.deep.equal([]);
    code.update(undefined, [], ['old']);
    code.hear('ann', wordOf(1));
    code.hear('bo', wordOf(1));
    code.repeat('ann');
    code.update(undefined, [], ['old', 'older']);
    code.forget('bo');
    code.hear('ann', wordOf(2));
    come();
    expect(log).to.deep.equal(['update 0 old,older', 'hear ann 1', 'hear ann 2']);
    code.repeat('ann');
    code.forget('ann');
    code.end();
    expect(log.slice(3)).to.deep.equal(['repeat ann', 'forget ann', 'end']);
  });

  it('keeps no more words than a room has reason to say', () => {
    const code = new LateRoomCode('r', REAL_TIME, links);
    for (let e = 1; e <= 1_000; e += 1) code.hear('ann', wordOf(e));
    come();
    expect(log).to.have.length(256);
  });

  it('does not begin for a call that is over', () => {
    const code = new LateRoomCode('r', REAL_TIME, links);
    code.update(undefined, [], ['old']);
    code.end();
    come();
    expect(log).to.deep.equal([]);
  });
});
