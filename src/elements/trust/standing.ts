import type { Strings } from '../../locales/en.js';
import type { RoomStore } from '../../room/room-store.js';
import type { Peer } from '../../room/types.js';
import { calledIn } from '../shared/trust-text.js';

/** Everybody else who is there, in the order of joining. */
export const othersIn = ({ $peers }: RoomStore): readonly Peer[] =>
  [...$peers.get().values()].filter(({ state }) => state !== 'lost');

/** What one may rely on, as things stand. */
export const promiseOf = (store: RoomStore, words: Strings): string => {
  const requires = store.$requiresTrust.get();
  // Whom one sees and hears.
  const shown = othersIn(store).filter(({ trust, verified }) => (requires ? verified : trust !== 'refused'));
  const isProved = (requires || shown.length > 0) && shown.every(({ trust }) => trust === 'passphrase');
  if (store.$hasPassphrase.get() && isProved) return words.passphrasePromise;
  return shown.length > 0 && shown.every(({ verified }) => verified) ? words.codePromise : words.noPromise;
};

/** Why the code does not cover somebody. */
const whyNot = (peer: Peer, words: Strings): string => {
  if (peer.trust === 'refused') return words.whyNot.notLetIn;
  if (peer.trust === 'unsupported') return words.whyNot.olderApp;
  return peer.state === 'connected' ? words.whyNot.seesOthers : words.whyNot.noConnection;
};

/** Whom the code covers, and whom not and why: a sentence each. */
export const coverage = (store: RoomStore, words: Strings): readonly string[] => {
  const { state, covers, missing } = store.$safety.get();
  const others = othersIn(store);
  const names = others.filter(({ id }) => covers.includes(id)).map((peer) => calledIn(peer, words));
  const without = new Map<string, string[]>();
  for (const peer of others.filter(({ id }) => missing.includes(id))) {
    const why = whyNot(peer, words);
    without.set(why, [...(without.get(why) ?? []), calledIn(peer, words)]);
  }
  const left = [...without].map(([why, absent]) => words.codeNotFor(absent, why));
  return state === 'ready' ? [words.codeFor(names), ...left] : left;
};
