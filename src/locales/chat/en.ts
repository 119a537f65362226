import { first } from '../first/en.js';

const { list, number, plural } = first.format;

/** The English words of the chat, and of the files in it. */
export const chatWords = {
  message: 'Message',
  writeToAll: 'Write to everyone',
  send: 'Send',
  noMessages: 'What you write here is seen by those who are here now, and goes from browser to browser.',
  jumpToNew: 'New messages',
  newMessages: (count: number) => plural(count, { one: '1 new message', other: `${number(count)} new messages` }),
  copyMessage: 'Copy message',
  messageCopied: 'Copied',
  waitsForConnection: 'Waiting for your connection',
  waitsFor: (names: readonly string[]) => `Waiting for ${list(names)}`,
  sending: 'Sending…',
  messageSent: 'Sent',
  notSent: 'Not sent',
  notSentTo: (names: readonly string[]) => `Not sent to ${list(names)}`,
  remove: 'Remove',
  otherPassphrase: 'This message is protected by another passphrase.',
  enterPassphrase: 'Enter passphrase',
  damaged: 'This message arrived damaged and can’t be read.',
  charactersLeft: (count: number) =>
    plural(count, { one: '1 character left', other: `${number(count)} characters left` }),
  tooLong: (count: number) =>
    plural(count, {
      one: 'Too long to send: take out 1 character.',
      other: `Too long to send: take out ${number(count)} characters.`,
    }),
  messageBack: 'Your message wasn’t sent. It’s in the field again.',
  typing: (names: readonly string[]) =>
    plural(names.length, { one: `${list(names)} is typing…`, other: `${list(names)} are typing…` }),
  severalTyping: 'Several people are typing…',
  emoji: 'Emoji',
  emojiGroups: {
    smileys: 'Smileys',
    people: 'People and gestures',
    nature: 'Animals and nature',
    food: 'Food and drink',
    activities: 'Activities and places',
    things: 'Objects and symbols',
  },
  /** Of people with an app that is not ours. */
  olderAppsAsk: 'People with an older app are here: to them your messages are protected by the room’s name only.',
  sendToOlderApps: 'Send to them too',
  leaveOutOlderApps: 'Leave them out',
  usePassphrase: 'Use a passphrase',
  olderAppsByRoomName: 'People with an older app get your messages, protected by the room’s name only.',
  olderAppsLeftOut: 'People with an older app don’t get your messages.',
  olderAppsByPassphrase: 'For people with an older app, your messages are sealed with the passphrase.',
  change: 'Change',
  passphraseHint: 'Everyone must use the same one. The server could guess a short one.',
  removePassphrase: 'Use none',
  save: 'Save',

  attachFiles: 'Attach files',
  dropFiles: 'Drop files here to send them to everyone',
  fileFrom: (name: string) => `From ${name}`,
  fileTo: (names: readonly string[]) => `To ${list(names)}`,
  fileOffered: (name: string, file: string) => `${name} wants to send you ${file}.`,
  accept: 'Accept',
  decline: 'Decline',
  fileStates: {
    offered: 'Waiting for an answer',
    queued: 'Waiting for its turn',
    paused: 'Interrupted. It goes on when the connection is back.',
    checking: 'Checking…',
    saved: 'Saved',
    declined: 'Declined',
    cancelled: 'Cancelled',
    refused: 'Not taken: it’s too large, or too much came at once.',
  },
  /** Of a size, how much has come across. */
  partOf: (part: string, all: string) => `${part} of ${all}`,
  timeLeft: (time: string) => `${time} left`,
  whereTakenOut: 'Location and camera data are taken out of pictures.',
  keepOriginals: 'Send the originals',
  removeFile: (file: string) => `Remove ${file}`,
  filesBack: 'Your files weren’t sent. They’re here again.',
};

/** What each language has of them. */
export type ChatStrings = typeof chatWords;
