import type { Peer, Refusal, Safety } from '../src/room/types.js';
import { people, person, type Change } from './gallery-stores.js';

const safety =
  (state: Safety['state'], covers: readonly number[], missing: readonly number[] = []): Change =>
  (store) =>
    store.$safety.set({
      state,
      code: state === 'ready' ? '482917305' : undefined,
      covers: covers.map((index) => `person-${String(index)}`),
      missing: missing.map((index) => `person-${String(index)}`),
    });

const proved = (trust: 'passphrase' | 'code'): Partial<Peer> => ({ trust, verified: true });
export const refused = (refusal: Refusal): Partial<Peer> => ({
  trust: 'refused',
  refusal,
  camera: false,
});

/** Everybody verified, by the code that was compared or by the passphrase. */
export const allProved = (trust: 'passphrase' | 'code' = 'code'): Peer[] =>
  people(2).map((_, index) => person(index, proved(trust)));

/** One of each kind. */
export const mixed = (): Peer[] => [
  person(0, proved('passphrase')),
  person(1),
  person(2, { trust: 'unsupported' }),
  person(3, refused('passphrase')),
];

export const coded = safety('ready', [0, 1]);
export const partly = safety('ready', [0, 1], [2, 3]);
export const split = safety('split', [], [0, 1]);

/** Somebody has a passphrase that one lacks. */
export const wanted: Change = (store) => {
  safety('forming', [])(store);
  store.$wantsPassphrase.set(true);
};

/** A door that opens to a passphrase alone. */
export const required: Change = (store) => store.$requiresTrust.set(true);
