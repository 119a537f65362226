import type { OpenOffer, RoomWord } from '../protocol/extensions.js';
import type { User } from '../protocol/messages.js';
import type { Time } from '../signaling/time.js';

/** What the membership of a room asks of the session, and tells it. */
export interface MembershipOptions {
  readonly time: Time;
  readonly selfId: string;
  readonly session: string;
  readonly maxPeers: () => number;
  readonly say: (word: RoomWord) => void;
  readonly onJoined: (others: number) => void;
  /** There are so many that we have to go; nobody was added. */
  readonly onFull: (others: number) => void;
  readonly onAdd: (user: User) => void;
  readonly onKind: (id: string, kind: 'ours' | 'deployed') => void;
  /** Whether there is a connection to somebody, up or on its way. */
  readonly hasConnection: (id: string) => boolean;
  /** Somebody's hello holds an offer that is ours to answer. */
  readonly onOffer: (id: string, offer: OpenOffer) => void;
  /** Whether our hello had an offer for whoever has this rank, which nobody has taken yet. */
  readonly isOffered: (rank: number) => boolean;
  /** Somebody answers our hello by taking an offer of it, that of the connection `offerId`. */
  readonly onTaken: (id: string, offerId: string) => void;
  /** One of ours says something, a newcomer that it has come: to where we were long before. */
  readonly onWord: (id: string, isNewcomer: boolean) => void;
  readonly onRemove: (id: string) => void;
  /** The room does not have us (any more). */
  readonly onEvicted: () => void;
  readonly isAlive: (id: string) => boolean;
  /** Whether nobody sits between us and them: then what the server says alone ends nothing that goes on. */
  readonly isVerified: (id: string) => boolean;
  /** When anything of somebody came in last, by a fresh look; ms of `performance.now()`. */
  readonly heardAt: (id: string) => Promise<number>;
  /** Whether somebody was cut off. */
  readonly isBarred: (id: string) => boolean;
}
