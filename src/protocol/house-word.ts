import { LIMITS } from './limits.js';
import { frame } from './serialize.js';
import { displayText, isRecord, userId } from './shape.js';

/** What a host can say to the server. */
export type HostWord = 'admit' | 'deny' | 'remove' | 'house' | 'ask' | 'end';

/** Somebody who waits to be let in. */
export interface Knocker {
  readonly id: string;
  readonly name: string;
  readonly guest: boolean;
}

export const hostFrame = (room: string, word: HostWord, data: object): string => frame(`host.${word}`, room, data);

const parseKnocker = (value: unknown): Knocker | undefined => {
  if (!isRecord(value)) return undefined;
  const id = userId(value['userID']);
  if (id === undefined) return undefined;
  const name = typeof value['username'] === 'string' ? displayText(value['username'].slice(0, 4 * LIMITS.text)) : '';
  return Object.freeze({ id, name, guest: value['guest'] === true });
};

/** Who waits, each once, in the server's order (`room.knocks`); `undefined` for what is no such list. */
export const parseKnocks = (data: Readonly<Record<string, unknown>>): readonly Knocker[] | undefined => {
  const { users } = data;
  if (!Array.isArray(users) || users.length > LIMITS.users) return undefined;
  const all = users.flatMap((entry) => parseKnocker(entry) ?? []);
  return Object.freeze([...new Map(all.map((each) => [each.id, each])).values()]);
};

/** What a host asks of us (`host.ask`); `undefined` for what we do not know. */
export const parseAsk = ({ ask }: Readonly<Record<string, unknown>>): 'mute' | 'unmute' | undefined =>
  ask === 'mute' || ask === 'unmute' ? ask : undefined;
