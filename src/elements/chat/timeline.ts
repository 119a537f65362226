import type { Message } from '../../chat/message.js';
import type { Transfer } from '../../files/transfer.js';
import { groupMessages, type MessageGroup } from './message-groups.js';

/** Milliseconds within which one file was sent to several people. */
const TOGETHER = 2_000;

/** A file, with its way to or from each person. */
export interface TransferCard {
  readonly key: string;
  readonly at: Date;
  readonly own: boolean;
  readonly transfers: readonly Transfer[];
}

export type Entry = { readonly group: MessageGroup } | { readonly card: TransferCard };

/** Whether both are ways of the same file of ours, to different people. */
const isSameFile = (a: Transfer, b: Transfer): boolean =>
  a.own &&
  b.own &&
  a.name === b.name &&
  a.size === b.size &&
  a.type === b.type &&
  Math.abs(a.at.getTime() - b.at.getTime()) < TOGETHER;

/** One card for each file that came, and for each that we sent, to however many. */
export const foldTransfers = (transfers: readonly Transfer[]): readonly TransferCard[] => {
  const cards: Transfer[][] = [];
  for (const transfer of transfers) {
    const card = cards.find(
      ([first, ...rest]) =>
        first && isSameFile(first, transfer) && [first, ...rest].every(({ peer }) => peer.id !== transfer.peer.id),
    );
    if (card) card.push(transfer);
    else cards.push([transfer]);
  }
  return cards.flatMap((all) => {
    const [first] = all;
    return first ? [{ key: first.id, at: first.at, own: first.own, transfers: all }] : [];
  });
};

/** Messages in their groups and files in their cards, in the order of time. */
export const timeline = (messages: readonly Message[], transfers: readonly Transfer[]): readonly Entry[] => {
  const entries: Entry[] = [];
  let from = 0;
  const takeUntil = (end: number): void => {
    entries.push(...groupMessages(messages.slice(from, end)).map((group) => ({ group })));
    from = end;
  };
  for (const card of foldTransfers(transfers)) {
    const later = messages.findIndex(({ at }, index) => index >= from && at > card.at);
    takeUntil(later < 0 ? messages.length : later);
    entries.push({ card });
  }
  takeUntil(messages.length);
  return entries;
};
