import type { Settings } from './settings.js';

const wordOf = (trust: unknown): string => (typeof trust === 'string' ? trust.trim().toLowerCase() : '');

/** Whether the page says it, and a passphrase alone says nothing. */
export const saysTrust = ({ trust }: Pick<Settings, 'trust'>): boolean => wordOf(trust) !== '';

/**
 * Whether nothing goes to who is not verified: as `trust` says, and where it says nothing once there is a passphrase. A word that is
 * neither closes rather than opens.
 */
export const requiresTrust = ({ trust, passphrase }: Pick<Settings, 'trust' | 'passphrase'>): boolean => {
  const word = wordOf(trust);
  return word === '' ? passphrase !== '' : word !== 'prefer';
};
