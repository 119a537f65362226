import type { Settings } from './settings.js';

/**
 * Whether nothing goes to who is not verified: as `trust` says, and where it says nothing once there is a passphrase. A word that is
 * neither closes rather than opens.
 */
export const requiresTrust = ({ trust, passphrase }: Pick<Settings, 'trust' | 'passphrase'>): boolean => {
  const word = typeof trust === 'string' ? trust.trim().toLowerCase() : '';
  return word === '' ? passphrase !== '' : word !== 'prefer';
};
