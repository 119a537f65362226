export const CORNERS = ['bottom-right', 'bottom-left', 'top-left', 'top-right'] as const;
export type Corner = (typeof CORNERS)[number];

/** A box in CSS pixels. */
export interface Box {
  readonly width: number;
  readonly height: number;
}

/** The self view in a corner of the grid; what moves it to another comes later. */
export class FloatingTile {
  #chosen: Corner | undefined;
  #isRtl = false;
  box: Box = { width: 0, height: 0 };
  tile: Box = { width: 0, height: 0 };
  #margin = 0;

  /** `place` puts the tile somewhere while it is dragged, `settled` is called when its corner is chosen. */
  constructor(
    readonly place: (left: number, top: number) => void,
    readonly settled: () => void,
  ) {}

  /** Until one is chosen, where names are not. */
  get corner(): Corner {
    return this.#chosen ?? (this.#isRtl ? 'bottom-left' : 'bottom-right');
  }

  set corner(corner: Corner) {
    this.#chosen = corner;
  }

  /** Where the tile lies and how large it is: small beside faces of `faceWidth`, upright in an upright box. */
  arrange(
    box: Box,
    aspect: number,
    margin: number,
    faceWidth: number,
    isRtl = false,
  ): Box & { left: number; top: number } {
    this.#isRtl = isRtl;
    const upright = box.height > box.width;
    const wanted = upright ? clamp(box.width * 0.24, 72, 132) : clamp(box.width * 0.2, 112, 248);
    const width = Math.min(wanted, Math.max(56, faceWidth * 0.55)); // never over a whole face
    const tile = { width, height: width / (upright ? 3 / 4 : aspect) };
    this.box = box;
    this.tile = tile;
    this.#margin = margin;
    return { ...tile, ...this.position() };
  }

  /** Where it lies while nobody drags it. */
  position(): { left: number; top: number } {
    const right = this.box.width - this.tile.width - this.#margin;
    const bottom = this.box.height - this.tile.height - this.#margin;
    return {
      left: this.corner.endsWith('right') ? right : this.#margin,
      top: this.corner.startsWith('bottom') ? bottom : this.#margin,
    };
  }
}

export const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high));
