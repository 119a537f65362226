import { expect } from '@open-wc/testing';
import { createBlackTrack } from '../../src/media/black-track.js';
import { Mesh } from '../../src/mesh/mesh.js';
import type { Peer } from '../../src/mesh/peer.js';
import { SILENT_STATE } from '../../src/protocol/peer-state.js';
import { REAL_TIME } from '../../src/signaling/time.js';

/** Milliseconds after which the next step is due, whatever the jitter. */
const LIMIT = 22_000;

/** A mesh with a clock that can be put forward, and deployed clients in it of whom nothing is ever heard. */
const deadRoom = () => {
  const log: string[] = [];
  let [ahead, look] = [0, (): void => undefined];
  const black = createBlackTrack();
  const offered = new Set<string>();
  const note = (line: string) => {
    log.push(line);
    look();
  };
  const mesh = new Mesh({
    session: 'session-a',
    fileChannelLabel: 'pmfile:',
    configuration: () => ({}),
    time: { now: () => performance.now() + ahead, after: (ms, run) => REAL_TIME.after(ms, run) },
    ownState: () => SILENT_STATE,
    onBudget: () => undefined,
    black: () => black.track,
    send: (to, signal) => {
      if (signal.type !== 'webrtc.offer' || offered.has(signal.sdp)) return; // It goes again and again.
      offered.add(signal.sdp);
      note(`offer ${to}`);
    },
    onRejoin: () => {
      note('rejoin');
    },
    onChange: () => undefined,
    onClosed: () => undefined,
    onError: () => undefined,
  });
  const add = (id: string) => {
    const peer = mesh.add(id, false);
    peer.settleKind('deployed');
    return peer;
  };
  return {
    mesh,
    log,
    add,
    /** Resolves once there are `count` lines. */
    logged: async (count: number): Promise<void> => {
      while (log.length < count) {
        await new Promise<void>((resolve) => {
          look = resolve;
        });
      }
    },
    /** Lets time pass, with a look every second. */
    pass: async (ms: number, { care }: Pick<Peer, 'care'>): Promise<void> => {
      for (let passed = 0; passed < ms; passed += 1_000) {
        ahead += 1_000;
        await care?.tick();
      }
    },
    close: () => {
      mesh.close();
      black.stop();
    },
  };
};

describe('a deployed client that stays dead', () => {
  it('is offered a new connection after 15 s, and made to drop its own when that stays dead too', async () => {
    const room = deadRoom();
    try {
      const peer = room.add('z');
      await room.logged(1);
      await room.pass(LIMIT, peer);
      await room.logged(2);
      await room.pass(LIMIT, peer);
      await room.logged(4);
      expect(room.log.slice(0, 4)).to.deep.equal(['offer z', 'offer z', 'rejoin', 'offer z']);
    } finally {
      room.close();
    }
  });

  it('is not where that would take another one, whose connection is up', async () => {
    const room = deadRoom();
    try {
      const peer = room.add('z');
      // Up, so it takes no step of its own either: dead it would ask for that itself.
      const up = room.add('y');
      Object.defineProperty(up, 'isFragile', { value: true });
      Object.defineProperty(up.care, 'tick', { value: () => Promise.resolve() });
      await room.logged(2);
      for (let attempt = 0; attempt < 4; attempt += 1) {
        await room.pass(LIMIT, peer);
        await room.logged(attempt + 3);
      }
      expect(room.log).to.not.include('rejoin');
    } finally {
      room.close();
    }
  });
});
