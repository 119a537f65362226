import type { RoomWord } from '../../src/protocol/extensions.js';
import type { User } from '../../src/protocol/messages.js';
import { Membership } from '../../src/room/membership.js';
import { REAL_TIME } from '../../src/signaling/time.js';

/** Our own id: it sorts between `b` and `z`. */
export const SELF = 'm';

/** A membership with its room in the test's hands, and a log of what it told: `add b`, `kind b ours`, `remove b` … */
export const membershipOf = ({ maxPeers = 8, selfId = SELF } = {}) => {
  const log: string[] = [];
  const said: RoomWord[] = [];
  /** Whose packets are coming in. */
  const alive = new Set<string>();
  /** To whom there is a connection. */
  const connected = new Set<string>();
  /** Ranks for which our hello had an offer that nobody has taken. */
  const offered = new Set<number>();
  const barred = new Set<string>();
  /** Who has proved who they are. */
  const verified = new Set<string>();
  /** When somebody's packets came last; those of whoever is alive come now. */
  const heardAt = new Map<string, number>();
  let waiting: (() => void)[] = [];
  const note = (line: string) => {
    log.push(line);
    waiting.splice(0).forEach((look) => look());
  };
  const membership = new Membership({
    time: REAL_TIME,
    selfId,
    session: 'ours.0',
    maxPeers: () => maxPeers,
    say: (word) => said.push(word),
    onJoined: (others) => note(`joined ${String(others)}`),
    onFull: (others) => note(`full ${String(others)}`),
    onAdd: ({ id }) => note(`add ${id}`),
    onKind: (id, kind) => note(`kind ${id} ${kind}`),
    hasConnection: (id) => connected.has(id),
    onOffer: (id, { x }) => note(`offer ${id} ${x.from}`),
    isOffered: (rank) => offered.has(rank),
    onTaken: (id, offerId) => note(`taken ${id} ${offerId}`),
    onWord: (id, isNewcomer) => {
      if (isNewcomer) note(`newcomer ${id}`);
    },
    onRemove: (id) => note(`remove ${id}`),
    onEvicted: () => note('evicted'),
    isAlive: (id) => alive.has(id),
    isVerified: (id) => verified.has(id),
    heardAt: (id) => Promise.resolve(heardAt.get(id) ?? performance.now()),
    isBarred: (id) => barred.has(id),
  });
  return {
    membership,
    log,
    said,
    alive,
    heardAt,
    barred,
    verified,
    connected,
    offered,
    /** A snapshot with us in it. */
    list: (...ids: string[]) => membership.handleUsers([selfId, ...ids].map((id): User => ({ id, name: id }))),
    /** A snapshot as it is, with us or without. */
    listExactly: (...ids: string[]) => membership.handleUsers(ids.map((id): User => ({ id, name: id }))),
    hear: (from: string, word: RoomWord['word'], session: string, ours?: string[]) =>
      membership.handleWord(from, { word, session, ...(ours ? { ours } : {}) }),
    /** Resolves once `line` was logged. */
    logged: async (line: string): Promise<void> => {
      while (!log.includes(line)) {
        await new Promise<void>((resolve) => {
          waiting = [...waiting, resolve];
        });
      }
    },
  };
};

export type MembershipFixture = ReturnType<typeof membershipOf>;
