import { clamp, CORNERS, type Corner, type FloatingTile } from './floating-tile.js';

/** Moves the self view between the corners of the grid: by dragging it, by arrow keys, by pressing it. */
export class TileMoves {
  constructor(private readonly float: FloatingTile) {}

  readonly handlePointerDown = (event: PointerEvent): void => {
    const tile = event.currentTarget as HTMLElement;
    if (event.button !== 0) return;
    const start = this.float.position();
    let left = start.left;
    let top = start.top;
    const move = (to: PointerEvent): void => {
      left = clamp(start.left + to.clientX - event.clientX, 0, this.float.box.width - this.float.tile.width);
      top = clamp(start.top + to.clientY - event.clientY, 0, this.float.box.height - this.float.tile.height);
      this.float.place(left, top);
    };
    const end = (): void => {
      tile.removeEventListener('pointermove', move);
      this.float.corner = this.#nearest(left, top);
      this.float.settled();
    };
    tile.setPointerCapture(event.pointerId);
    tile.addEventListener('pointermove', move);
    tile.addEventListener('lostpointercapture', end, { once: true });
  };

  readonly handleKeyDown = (event: KeyboardEvent): void => {
    const [vertical, horizontal] = this.float.corner.split('-') as ['top' | 'bottom', 'left' | 'right'];
    switch (event.key) {
      case 'ArrowLeft':
        this.float.corner = `${vertical}-left`;
        break;
      case 'ArrowRight':
        this.float.corner = `${vertical}-right`;
        break;
      case 'ArrowUp':
        this.float.corner = `top-${horizontal}`;
        break;
      case 'ArrowDown':
        this.float.corner = `bottom-${horizontal}`;
        break;
      default:
        return;
    }
    event.preventDefault();
    this.float.settled();
  };

  /** Enter, Space or an assistive technology's press; a pointer's click has ended a drag instead. */
  readonly handleClick = (event: MouseEvent): void => {
    if (event.detail > 0) return;
    this.float.corner = CORNERS[(CORNERS.indexOf(this.float.corner) + 1) % CORNERS.length] ?? this.float.corner;
    this.float.settled();
  };

  #nearest(left: number, top: number): Corner {
    const vertical = top + this.float.tile.height / 2 < this.float.box.height / 2 ? 'top' : 'bottom';
    const horizontal = left + this.float.tile.width / 2 < this.float.box.width / 2 ? 'left' : 'right';
    return `${vertical}-${horizontal}`;
  }
}
