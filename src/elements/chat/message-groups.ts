import type { Message } from '../../chat/message.js';

/** Milliseconds after which the same person's next message begins a group of its own, with its time. */
const PAUSE = 5 * 60_000;

/** Messages of one person, one soon after another. */
export interface MessageGroup {
  readonly key: string;
  readonly from: Message['from'];
  readonly own: boolean;
  /** Of its first. */
  readonly at: Date;
  readonly messages: readonly Message[];
}

const belongs = (last: Message, next: Message): boolean =>
  last.own === next.own &&
  last.from.id === next.from.id &&
  last.from.name === next.from.name &&
  next.at.getTime() - last.at.getTime() < PAUSE;

/** The messages, in their order, by person and time. */
export const groupMessages = (messages: readonly Message[]): readonly MessageGroup[] => {
  const groups: MessageGroup[] = [];
  let current: Message[] = [];
  for (const message of messages) {
    const last = current.at(-1);
    if (last && belongs(last, message)) current.push(message);
    else {
      const { id, from, own, at } = message;
      current = [message];
      groups.push({ key: id, from, own, at, messages: current });
    }
  }
  return groups;
};
