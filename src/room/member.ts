/** Milliseconds without packets after which somebody who is no longer listed is gone. */
const SILENCE = 3_000;
/**
 * Milliseconds that somebody who is no longer listed and was never connected may take to be listed again: where everyone comes
 * at once the server puts out who lags, and a connection on its way that is begun anew comes later. Who leaves says bye.
 */
const RETURN = 8_000;
/** Milliseconds that somebody whose packets come in has to answer for their session before another one takes its place. */
const CLAIM = 1_000;
/** Milliseconds after which a bye was none where packets still come in: who says it falls silent, which is noticed in `SILENCE`. */
const FORGED = 8_000;

/** Somebody in the room, as membership knows them. */
export interface Member {
  readonly name: string;
  /** When they were listed first, ms of the clock. */
  readonly since: number;
  session: string | undefined;
  /** Another session that says it is them, while packets come in: a page loaded anew, or a second one that has no business here. */
  claim: { readonly session: string; readonly at: number } | undefined;
  /** When they said bye while they are verified and packets come in, ms of the clock: the server may have said it. */
  byeAt: number | undefined;
  isOurs: boolean;
  isListed: boolean;
  /** When packets were seen last, ms of the clock; `undefined` before the first. */
  heardAt: number | undefined;
  /** When a list left it out first, ms of the clock. */
  unlistedAt: number;
  /** Its connection was closed at the other end. */
  isClosed: boolean;
  /** When it was last, ms of the clock. */
  closedAt: number | undefined;
  /** Ends the wait for a hello of theirs, or for their answer to ours. */
  grace: (() => void) | undefined;
}

/** Somebody who was listed just now. */
export const newMember = (name: string, session: string | undefined, isOurs: boolean, since: number): Member => ({
  name,
  since,
  session,
  claim: undefined,
  byeAt: undefined,
  isOurs,
  isListed: true,
  heardAt: undefined,
  unlistedAt: 0,
  isClosed: false,
  closedAt: undefined,
  grace: undefined,
});

/** Whether who is no longer listed is gone. */
export const hasGone = ({ heardAt, unlistedAt }: Member, now: number): boolean =>
  heardAt === undefined ? now - unlistedAt >= RETURN : now - heardAt >= SILENCE;

/** Its connection was closed at the other end. */
export const noteClosed = (member: Member, now: number): void => {
  member.isClosed = true;
  member.closedAt = now;
};

/**
 * A bye of somebody whose packets come in; whether it counts only once these end. Not where they ended their connection just
 * now: that often tells it sooner than the server does, and packets of before it still count.
 */
export const holdsBye = (member: Member, now: number): boolean => {
  const { isClosed, closedAt = Number.NEGATIVE_INFINITY } = member;
  if (isClosed || now - closedAt < CLAIM) return false;
  member.byeAt = now;
  return true;
};

/** Whether they said bye lately. */
export const hasSaidBye = ({ byeAt }: Member, now: number): boolean => byeAt !== undefined && now - byeAt < FORGED;

/** The session that takes the place of theirs now; of who `isVerified` once that one `isOver`. */
export const successorOf = (
  { claim }: Member,
  isOver: boolean,
  isVerified: boolean,
  now: number,
): string | undefined => (claim && (isOver || (!isVerified && now - claim.at >= CLAIM)) ? claim.session : undefined);
