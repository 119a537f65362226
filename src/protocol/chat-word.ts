import { messageText, parseWord, shortText } from './shape.js';

/** Label of the data channel on which one of ours says chat words to another: each of the two opens its own. */
export const CHAT_LABEL = 'pm-chat';

/** What ours say to each other of the chat, over a data channel: the server sees nothing of it. */
export type ChatWord =
  /** A message, under an id that no other has. Said again, it is the same one. */
  | { readonly kind: 'message'; readonly id: string; readonly text: string }
  /** It has come in. */
  | { readonly kind: 'got'; readonly id: string }
  | { readonly kind: 'typing'; readonly typing: boolean };

const VERSION = 1;
/** UTF-16 units of a word: a message of 3,000, each of them escaped, and its envelope. */
const MAX_LENGTH = 20_000;

export const serializeChatWord = (word: ChatWord): string => JSON.stringify({ v: VERSION, ...word });

/** `undefined` for anything that is no such word, whole and well-formed. */
export const parseChatWord = (data: unknown): ChatWord | undefined => {
  const value = parseWord(data, MAX_LENGTH);
  if (!value) return undefined;
  const { kind } = value;
  if (kind === 'typing') return { kind, typing: value['typing'] === true };
  const id = shortText(value['id']);
  if (id === undefined) return undefined;
  if (kind === 'got') return { kind, id };
  const text = messageText(value['text']);
  return kind === 'message' && text !== undefined ? { kind, id, text } : undefined;
};
