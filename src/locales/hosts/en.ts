import { first } from '../first/en.js';
import { say } from '../say.js';
import { notAdmitted } from './not-admitted.js';

const { list, number, plural } = first.format;

/** Why the room does not have somebody, in English. */
export const hostErrors = {
  'room-locked': say('The meeting is locked', 'Nobody new can join for now. Ask someone who is in it, then try again.'),
  'not-admitted': notAdmitted({
    denied: say('You weren’t let in', 'A host turned down your request to join. Ask them another way, then try again.'),
    removed: say('A host removed you from the call', 'You can’t come back while this call goes on.'),
    ended: say('The host ended the call', 'It’s over for everyone.'),
  }),
};

/** What hosts do, and those who wait for them, in English. */
export const hostWords = {
  waitForHost: 'Waiting for the host to let you in',
  waitForAnyHost: 'Waiting for a host to come',
  waitHint: 'You’ll be in the call as soon as you’re let in.',
  admit: 'Admit',
  deny: 'Deny',
  admitAll: 'Admit all',
  lockMeeting: 'Lock the meeting',
  host: 'Host',
  muteForAll: 'Mute for everyone',
  askToUnmute: 'Ask to unmute',
  removePerson: 'Remove from the call',
  removeNow: 'Remove',
  endForAll: 'End the call for everyone',
  waitingToJoin: (count: number) => `Waiting to join (${number(count)})`,
  wantToJoin: (names: readonly string[]) =>
    plural(names.length, { one: `${list(names)} wants to join.`, other: `${list(names)} want to join.` }),
  admitPerson: (name: string) => `Admit ${name}`,
  denyPerson: (name: string) => `Deny ${name}`,
  removeSure: (name: string) => `Remove ${name}? They can’t come back to this call.`,
  mutedBy: (name: string) => `${name} muted your microphone.`,
  unmuteAsked: (name: string) => `${name} asks you to unmute.`,
};

export type HostStrings = typeof hostWords;
