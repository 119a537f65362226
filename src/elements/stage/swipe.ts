/** CSS pixels that a finger has to travel. */
const DISTANCE = 48;

/** Tells when a finger was drawn to one side; `turn` gets 1 for a finger that went left, -1 for right. */
export class Swipe {
  #start: { id: number; x: number; y: number } | undefined;

  constructor(private readonly turn: (direction: 1 | -1) => void) {}

  readonly handlePointerDown = (event: PointerEvent): void => {
    this.#start =
      event.pointerType === 'touch' ? { id: event.pointerId, x: event.clientX, y: event.clientY } : undefined;
  };

  readonly handlePointerUp = (event: PointerEvent): void => {
    const start = this.#start;
    if (start?.id !== event.pointerId) return;
    this.#start = undefined;
    const x = event.clientX - start.x;
    const y = event.clientY - start.y;
    if (Math.abs(x) >= DISTANCE && Math.abs(x) > 2 * Math.abs(y)) this.turn(x < 0 ? 1 : -1);
  };
}
