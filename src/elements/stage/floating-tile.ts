const CORNERS = ['bottom-right', 'bottom-left', 'top-left', 'top-right'] as const;
type Corner = (typeof CORNERS)[number];

/** A box in CSS pixels. */
export interface Box {
  readonly width: number;
  readonly height: number;
}

/** Moves the self view between the corners of the grid: by dragging it, by arrow keys, by pressing it. */
export class FloatingTile {
  #chosen: Corner | undefined;
  #isRtl = false;
  #box: Box = { width: 0, height: 0 };
  #tile: Box = { width: 0, height: 0 };
  #margin = 0;

  /** `place` puts the tile somewhere while it is dragged, `settled` is called when its corner is chosen. */
  constructor(
    private readonly place: (left: number, top: number) => void,
    private readonly settled: () => void,
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
    this.#box = box;
    this.#tile = tile;
    this.#margin = margin;
    return { ...tile, ...this.#position() };
  }

  readonly handlePointerDown = (event: PointerEvent): void => {
    const tile = event.currentTarget as HTMLElement;
    if (event.button !== 0) return;
    const start = this.#position();
    let left = start.left;
    let top = start.top;
    const move = (to: PointerEvent): void => {
      left = clamp(start.left + to.clientX - event.clientX, 0, this.#box.width - this.#tile.width);
      top = clamp(start.top + to.clientY - event.clientY, 0, this.#box.height - this.#tile.height);
      this.place(left, top);
    };
    const end = (): void => {
      tile.removeEventListener('pointermove', move);
      this.corner = this.#nearest(left, top);
      this.settled();
    };
    tile.setPointerCapture(event.pointerId);
    tile.addEventListener('pointermove', move);
    tile.addEventListener('lostpointercapture', end, { once: true });
  };

  readonly handleKeyDown = (event: KeyboardEvent): void => {
    const [vertical, horizontal] = this.corner.split('-') as ['top' | 'bottom', 'left' | 'right'];
    switch (event.key) {
      case 'ArrowLeft':
        this.corner = `${vertical}-left`;
        break;
      case 'ArrowRight':
        this.corner = `${vertical}-right`;
        break;
      case 'ArrowUp':
        this.corner = `top-${horizontal}`;
        break;
      case 'ArrowDown':
        this.corner = `bottom-${horizontal}`;
        break;
      default:
        return;
    }
    event.preventDefault();
    this.settled();
  };

  /** Enter, Space or an assistive technology's press; a pointer's click has ended a drag instead. */
  readonly handleClick = (event: MouseEvent): void => {
    if (event.detail > 0) return;
    this.corner = CORNERS[(CORNERS.indexOf(this.corner) + 1) % CORNERS.length] ?? this.corner;
    this.settled();
  };

  #position(): { left: number; top: number } {
    const right = this.#box.width - this.#tile.width - this.#margin;
    const bottom = this.#box.height - this.#tile.height - this.#margin;
    return {
      left: this.corner.endsWith('right') ? right : this.#margin,
      top: this.corner.startsWith('bottom') ? bottom : this.#margin,
    };
  }

  #nearest(left: number, top: number): Corner {
    const vertical = top + this.#tile.height / 2 < this.#box.height / 2 ? 'top' : 'bottom';
    const horizontal = left + this.#tile.width / 2 < this.#box.width / 2 ? 'left' : 'right';
    return `${vertical}-${horizontal}`;
  }
}

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high));
