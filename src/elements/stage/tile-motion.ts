const TIMING: KeyframeAnimationOptions = { duration: 180, easing: 'cubic-bezier(0.2, 0.7, 0.3, 1)' };

/** Lets tiles glide to their new places (FLIP: first, last, invert, play) and new ones fade in. */
export class TileMotion {
  readonly #seen: WeakSet<Element>;
  readonly #running = new WeakMap<Element, Animation>();

  /** `tiles` are there already. */
  constructor(tiles: Iterable<HTMLElement>) {
    this.#seen = new WeakSet(tiles);
  }

  /** Tiles that went out of sight: they come back as new ones do, not from where they were. */
  forget(tiles: readonly HTMLElement[]): void {
    for (const tile of tiles) this.#seen.delete(tile);
  }

  /** Runs `move`, which gives every tile its new place at once. */
  run(tiles: readonly HTMLElement[], move: () => void, animated: boolean): void {
    const still = !animated || matchMedia('(prefers-reduced-motion: reduce)').matches;
    const before = still ? [] : tiles.map((tile) => tile.getBoundingClientRect());
    for (const tile of tiles) this.#running.get(tile)?.cancel(); // else they would be measured on their way
    move();
    tiles.forEach((tile, index) => {
      const isNew = !this.#seen.has(tile);
      this.#seen.add(tile);
      const from = before[index];
      if (!from) return;
      const motion = isNew ? fadeIn(tile) : glide(tile, from, tile.getBoundingClientRect());
      if (motion) this.#running.set(tile, motion);
    });
  }
}

const fadeIn = (tile: HTMLElement): Animation => tile.animate([{ opacity: 0 }, { opacity: 1 }], TIMING);

const glide = (tile: HTMLElement, from: DOMRect, to: DOMRect): Animation | undefined => {
  if (!to.width || !to.height) return undefined;
  const x = from.left - to.left;
  const y = from.top - to.top;
  const scaleX = from.width / to.width;
  const scaleY = from.height / to.height;
  if (!x && !y && scaleX === 1 && scaleY === 1) return undefined;
  const { transform } = getComputedStyle(tile);
  const inverted = `translate(${x}px, ${y}px) ${transform === 'none' ? '' : transform} scale(${scaleX}, ${scaleY})`;
  return tile.animate(
    [
      { transform: inverted, transformOrigin: '0 0' },
      { transform, transformOrigin: '0 0' },
    ],
    TIMING,
  );
};
