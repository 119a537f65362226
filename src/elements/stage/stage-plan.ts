import type { Layout, Peer } from '../../room/types.js';
import { isShutOut } from '../shared/shut-out.js';

/** What a tile stands for: a camera, a screen, or oneself. Ids come from others, so each kind has a letter of its own. */
export type TileKey = string;

export const SELF: TileKey = 'self';
export const cameraKey = (id: string): TileKey => `c:${id}`;
export const screenKey = (id: string): TileKey => `s:${id}`;

/** Milliseconds that somebody stays on the stage of the speaker layout before another speaker takes it. */
export const STAY = 2000;

/** Faces in a small box over which the self view floats; of more it would cover one. */
const FLOATS_OVER = 3;

/** All that decides who is where. */
export interface StageFacts {
  readonly layout: Layout;
  /** Those who have a tile, in the order of joining. */
  readonly peers: readonly Peer[];
  /** Ids of those whose screen is shown, the newest first. */
  readonly screens: readonly string[];
  readonly selfId: string | undefined;
  readonly selfHidden: boolean;
  readonly pinned: string | undefined;
  /** Whether what was pinned of that person is the screen. */
  readonly pinsScreen: boolean;
  /** Who speaks, or spoke last. */
  readonly speaker: string | undefined;
  /** Narrower than 600 px. */
  readonly isSmall: boolean;
  /** So small that only one person is shown. */
  readonly isTiny: boolean;
  /** Whether the others leave a place in the grid empty. */
  readonly hasFreeCell: boolean;
}

/** Who is where. What stands nowhere has a tile out of sight, which plays the sound. */
export interface StagePlan {
  readonly stage: TileKey | undefined;
  /** In the grid, or in the strip beside the stage; those that must be seen first. */
  readonly others: readonly TileKey[];
  /** Whether the self view floats over the rest, in which case it is not among the others. */
  readonly floats: boolean;
  /** Who comes onto the first page, whatever their place. */
  readonly speaker: TileKey | undefined;
  /** What somebody pinned, and is there. */
  readonly pinned: TileKey | undefined;
}

/** Whether this peer's screen has a tile; `requires`: whether only those have one who are verified. */
export const showsScreen = (peer: Peer, requires: boolean): boolean =>
  peer.screen && !isShutOut(peer, requires) && (peer.state === 'connected' || peer.state === 'reconnecting');

/** The ids of the screens that are shared `now`, those that were not `before` in front. */
export const newestFirst = (before: readonly string[], now: readonly string[]): readonly string[] => [
  ...now.filter((id) => !before.includes(id)).reverse(),
  ...before.filter((id) => now.includes(id)),
];

export const planStage = (facts: StageFacts): StagePlan => {
  const { peers, screens, selfHidden, isSmall, isTiny, hasFreeCell, speaker } = facts;
  const stage = stageOf(facts);
  const isAlone = peers.length === 0;
  const showsSelf = isAlone || !selfHidden || stage === SELF;
  const chosen = pinnedOf(facts);
  const all = [
    ...(chosen ? [chosen] : []),
    ...screens.map(screenKey),
    ...peers.map(({ id }) => cameraKey(id)),
    ...(showsSelf ? [SELF] : []),
  ];
  const others = isTiny ? [] : [...new Set(all)].filter((key) => key !== stage);
  const faces = others.filter((key) => key !== SELF);
  // Beside a stage the self view goes into the strip, unless that would be there for it alone.
  const most = isSmall && !hasFreeCell ? FLOATS_OVER : 1;
  const floats = others.includes(SELF) && !isAlone && (stage ? faces.length === 0 : faces.length <= most);
  return {
    stage,
    others: floats ? faces : others,
    floats,
    speaker: speaker === undefined ? undefined : cameraKey(speaker),
    pinned: chosen,
  };
};

const pinnedOf = ({ pinned, pinsScreen, selfId, peers, screens }: StageFacts): TileKey | undefined => {
  if (pinned === undefined) return undefined;
  if (pinned === selfId) return SELF;
  if (pinsScreen && screens.includes(pinned)) return screenKey(pinned);
  return peers.some(({ id }) => id === pinned) ? cameraKey(pinned) : undefined;
};

const stageOf = (facts: StageFacts): TileKey | undefined => {
  const { layout, isTiny, screens, peers, speaker } = facts;
  if (layout === 'grid' && !isTiny) return undefined;
  const [screen] = screens;
  const chosen = pinnedOf(facts) ?? (screen === undefined ? undefined : screenKey(screen));
  if (chosen || (layout !== 'speaker' && !isTiny)) return chosen;
  const face = peers.find(({ id }) => id === speaker) ?? peers[0];
  return face ? cameraKey(face.id) : SELF;
};

/** Who is on the stage as the speaker, and since when (milliseconds of any clock). */
export interface OnStage {
  readonly id: string;
  readonly since: number;
}

/** Who is the speaker now: who speaks, but nobody before the last one has stayed a while, unless that one left. */
export const nextOnStage = (
  last: OnStage | undefined,
  speaks: string | undefined,
  isThere: (id: string) => boolean,
  now: number,
): OnStage | undefined => {
  const stays = last && isThere(last.id) ? last : undefined;
  if (speaks === undefined || !isThere(speaks) || speaks === stays?.id) return stays;
  return stays && now - stays.since < STAY ? stays : { id: speaks, since: now };
};
