import type { Peer } from '../../room/types.js';

/** Whether nothing of somebody is to be seen or heard; `requires`: whether that is so of all who are not verified. */
export const isShutOut = ({ trust, verified }: Peer, requires: boolean): boolean =>
  trust === 'refused' || (requires && !verified);
