import type { Mesh } from '../mesh/mesh.js';
import { ceilingOf, EXHAUSTED } from '../mesh/strain.js';
import { type Height, HEIGHTS, isSameShown, type Shown, UNSEEN } from '../protocol/shown.js';
import type { RoomStore } from './room-store.js';

const NOBODY: ReadonlySet<string> = new Set();

/** The highest picture that is no higher than either. */
const lower = (height: Height, most: number): Height =>
  height <= most ? height : (HEIGHTS.findLast((each) => each <= most) ?? 0);

/**
 * What we ask the others for: what our view shows of them, no larger than our machine and network can do, and nothing of
 * those whose pictures are saved.
 */
export class Watching {
  #shown: ReadonlyMap<string, Shown> | undefined;
  #level = 0;
  /** Who spoke last. */
  #speaker: string | undefined;
  #told: ReadonlyMap<string, Shown | undefined> = new Map();

  constructor(
    private readonly store: RoomStore,
    private readonly mesh: () => Pick<Mesh, 'sayShown'> | undefined,
  ) {
    const { $peers, $activeSpeaker, $pinned, $saving, $state } = store;
    $state.listen((state) => {
      if (state !== 'connecting') return; // Another call.
      this.#level = 0;
      this.#speaker = undefined;
    });
    for (const atom of [$peers, $activeSpeaker, $pinned, $saving]) atom.listen(() => this.#look());
  }

  /** How far our machine or our network had to give way. */
  handleStrain(level: number): void {
    this.#level = level;
    this.#look();
  }

  /** How high somebody's pictures are wanted; `undefined`: nobody says. */
  of(id: string): Shown | undefined {
    const { $saved, $saving } = this.store;
    if ($saving.get() === 'video-off') return UNSEEN;
    const shown = this.#shown?.get(id);
    const isSaved = $saved.get().has(id);
    if (!shown) return isSaved ? { camera: 0, screen: 1080 } : undefined;
    return { ...shown, camera: isSaved ? 0 : lower(shown.camera, ceilingOf(this.#level).height) };
  }

  /** What a view shows of each; `undefined`: there is none that says. */
  show(shown: ReadonlyMap<string, Shown> | undefined): void {
    this.#shown = shown;
    this.#look();
  }

  #look(): void {
    const { $activeSpeaker, $peers, $saved } = this.store;
    this.#speaker = $activeSpeaker.get() ?? this.#speaker;
    const saved = this.#saved();
    if (saved.size !== $saved.get().size || [...saved].some((id) => !$saved.get().has(id))) $saved.set(saved);
    const before = this.#told;
    this.#told = new Map([...$peers.get().keys()].map((id) => [id, this.of(id)]));
    for (const [id, shown] of this.#told) if (!isSameShown(before.get(id), shown)) this.mesh()?.sayShown(id);
  }

  #saved(): ReadonlySet<string> {
    const { $peers, $pinned, $saving } = this.store;
    const ids = [...$peers.get().keys()];
    if ($saving.get() === 'video-off') return new Set(ids);
    if ($saving.get() === 'off' || this.#level < EXHAUSTED) return NOBODY;
    const kept = [$pinned.get(), this.#speaker, ids[0]].find((id) => id !== undefined && ids.includes(id));
    return new Set(ids.filter((id) => id !== kept));
  }
}
