import type { RoomWord } from '../protocol/extensions.js';
import { compareIds } from '../signaling/identity.js';
import type { Member } from './member.js';

/** The room as whoever answers a hello knows it. */
export interface Household {
  readonly selfId: string;
  readonly session: string;
  readonly members: ReadonlyMap<string, Member>;
  readonly maxPeers: number;
  /** Whether others who come now are newcomers to us. */
  readonly isAtHome: boolean;
}

/** Those known as ours beside `newcomer`; `undefined` where it is another one's to answer: the one whose id sorts first. */
const oursBeside = ({ members, selfId }: Household, newcomer: string): readonly string[] | undefined => {
  const ours = [...members].flatMap(([id, member]) => (member.isOurs && id !== newcomer ? [id] : []));
  return ours.some((id) => compareIds(id, selfId) < 0) ? undefined : ours;
};

/**
 * Whether the offer in a hello is ours to answer: who answers the hello does. Of two who come at once the lower id's counts, and
 * it is none of whom there is no place for or whom we know by another session.
 */
export const takesOffer = (household: Household, from: string, session: string): boolean => {
  const { members, maxPeers, isAtHome, selfId } = household;
  const member = members.get(from);
  const isWelcome = member ? (member.session ?? session) === session : members.size < maxPeers;
  const isFirst = isAtHome || compareIds(from, selfId) < 0;
  return isWelcome && isFirst && oursBeside(household, from) !== undefined;
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
