import { SYSTEM, encodeFrame, errorFrame } from '../messages.js';
import type { House, Person, Reason } from './house.js';

/** The reasons for who knows no `room.refused`. */
export const WORDS: Readonly<Record<Reason, string>> = {
  denied: 'A host did not let you in',
  locked: 'This room is locked',
  removed: 'A host removed you from this room',
  ended: 'A host ended this call',
  full: 'This room is full',
};

const WAITING = 'Waiting for a host to let you in';

/** Tells somebody why they are out. */
export const tellRefused = (room: string, person: Person, reason: Reason): void => {
  const refused = { type: 'room.refused', room, data: { reason }, from: SYSTEM };
  person.say(person.knocks ? encodeFrame(refused) : errorFrame(WORDS[reason]));
};

export const tellWaiting = (room: string, { hosted }: House, person: Person): void => {
  const waiting = { type: 'room.waiting', room, data: { host: hosted }, from: SYSTEM };
  person.say(person.knocks ? encodeFrame(waiting) : errorFrame(WAITING));
};

/** Who waits, each of them once. */
export const knocksFrame = (room: string, { waiters }: House): Buffer => {
  const users = new Map([...waiters].map(({ userID, username, guest }) => [userID, { userID, username, guest }]));
  return encodeFrame({ type: 'room.knocks', room, data: { users: [...users.values()] }, from: SYSTEM });
};

export const askFrame = (room: string, host: Person, ask: 'mute' | 'unmute'): Buffer =>
  encodeFrame({ type: 'host.ask', room, data: { ask }, from: host.userID });
