import type { RoomWord } from '../protocol/extensions.js';
import { compareIds } from '../signaling/identity.js';
import type { Member } from './member.js';

/** The room as whoever answers a hello knows it. */
export interface Household {
  readonly selfId: string;
  readonly session: string;
  readonly members: ReadonlyMap<string, Member>;
  readonly maxPeers: number;
  /** Ms of the clock. */
  readonly now: number;
  /** When the room took us in. */
  readonly since: number;
}

/** Milliseconds in the room after which others are newcomers to us; of two that come at once neither is. */
const AT_HOME = 1_000;

/** Whether somebody has been there for a while, and whoever comes now is a newcomer to them. */
export const isAtHome = ({ now }: Household, { since }: { readonly since: number }): boolean => now - since >= AT_HOME;

/** Those known as ours beside `newcomer`; `undefined` where it is another one's to answer: the one whose id sorts first. */
const oursBeside = ({ members, selfId }: Household, newcomer: string): readonly string[] | undefined => {
  const ours = [...members].flatMap(([id, member]) => (member.isOurs && id !== newcomer ? [id] : []));
  return ours.some((id) => compareIds(id, selfId) < 0) ? undefined : ours;
};

/**
 * Which of the offers in a hello is ours to answer: that of our rank among those known as ours who have been there for a while.
 * Of two who come at once the lower id's count, and only the first one is for whom the other knows; and none is ours of whom
 * there is no place for or whom we know by another session.
 */
export const rankFor = (household: Household, from: string, session: string): number | undefined => {
  const { members, maxPeers, selfId } = household;
  const member = members.get(from);
  const isWelcome = member ? (member.session ?? session) === session : members.size < maxPeers;
  if (!isWelcome) return undefined;
  if (!isAtHome(household, household)) {
    return compareIds(from, selfId) < 0 && oursBeside(household, from) ? 0 : undefined;
  }
  const settled = [...members].filter(([, each]) => each.isOurs && each.isListed && isAtHome(household, each));
  return settled.filter(([id]) => id !== from && compareIds(id, selfId) < 0).length;
};

/** What answers a hello: who is ours, and whose connection's offer we take. `undefined` where it is another one's to answer. */
export const answerHello = (
  household: Household,
  newcomer: string,
  takes: string | undefined,
): RoomWord | undefined => {
  const ours = oursBeside(household, newcomer);
  if (!ours) return undefined;
  const { selfId, session } = household;
  const word: RoomWord = { word: 'roster', session, ours: [selfId, ...ours, newcomer] };
  return takes === undefined ? word : { ...word, takes };
};
