import type { Peer } from '../../room/types.js';
import type { PmVideoTileElement } from './pm-video-tile.js';
import { cameraKey, SELF, screenKey, showsScreen, type TileKey } from './stage-plan.js';

/** One tile of the list: a person's camera or screen; without a peer, oneself. */
export interface Entry {
  readonly key: TileKey;
  readonly peer?: Peer;
  readonly screen?: boolean;
}

/** In the order of joining, each screen behind its person, oneself last. The order of those who stay never changes. */
export const entriesOf = (peers: readonly Peer[], requires: boolean): readonly Entry[] => {
  const others = peers.flatMap((peer): Entry[] => [
    { key: cameraKey(peer.id), peer },
    ...(showsScreen(peer, requires) ? [{ key: screenKey(peer.id), peer, screen: true }] : []),
  ]);
  return [...others, { key: SELF }];
};

export const keyOf = ({ self, screen, peer }: PmVideoTileElement): TileKey =>
  self || !peer ? SELF : screen ? screenKey(peer.id) : cameraKey(peer.id);
