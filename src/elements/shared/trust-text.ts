import { MeetError } from '../../errors.js';
import type { Strings } from '../../locales/en.js';
import type { Peer } from '../../room/types.js';
import { plainName } from './person.js';

/** What somebody is called; who is shown under a name that is not their own has none. */
export const calledIn = ({ name, refusal }: Pick<Peer, 'name' | 'refusal'>, words: Strings): string =>
  (refusal === 'name' ? '' : plainName(name)) || words.guest;

/** How far one knows who somebody is, and what that means. */
export const trustText = (peer: Pick<Peer, 'name' | 'trust' | 'refusal'>, words: Strings): string => {
  if (peer.trust !== 'refused') return words.trustLevels[peer.trust];
  const error = new MeetError('peer-refused', '', { ...(peer.refusal && { reason: peer.refusal }) });
  const { title, hint } = words.errors['peer-refused'](error, calledIn(peer, words));
  return `${words.sentence(title)} ${hint}`;
};
