const SECONDS = 120;

/** What a watch party needs of a film; a `<video>` has it. */
export type Playable = EventTarget & Pick<HTMLMediaElement, 'currentTime' | 'paused' | 'play' | 'pause'>;

/** A film that is drawn, so that the example brings none along. It behaves as a `<video>` does. */
export class DrawnFilm extends EventTarget implements Playable {
  readonly #canvas: HTMLCanvasElement;
  #begun = 0;
  #position = 0;
  paused = true;

  constructor(canvas: HTMLCanvasElement) {
    super();
    this.#canvas = canvas;
    this.#draw();
  }

  /** Seconds. */
  get currentTime(): number {
    const position = this.paused ? this.#position : (performance.now() - this.#begun) / 1000;
    return Math.min(SECONDS, position);
  }
  set currentTime(seconds: number) {
    this.#position = Math.min(SECONDS, Math.max(0, seconds));
    this.#begun = performance.now() - this.#position * 1000;
    this.#draw();
    this.dispatchEvent(new Event('seeked'));
  }

  play(): Promise<void> {
    if (!this.paused) return Promise.resolve();
    this.#begun = performance.now() - this.#position * 1000;
    this.paused = false;
    this.dispatchEvent(new Event('play'));
    this.#frame();
    return Promise.resolve();
  }

  pause(): void {
    if (this.paused) return;
    this.#position = this.currentTime;
    this.paused = true;
    this.dispatchEvent(new Event('pause'));
  }

  readonly #frame = (): void => {
    if (this.paused) return;
    this.#draw();
    this.dispatchEvent(new Event('timeupdate'));
    if (this.currentTime >= SECONDS) this.pause();
    else requestAnimationFrame(this.#frame);
  };

  #draw(): void {
    const { width, height } = this.#canvas;
    const context = this.#canvas.getContext('2d');
    if (!context) return;
    const time = this.currentTime;
    context.fillStyle = `hsl(${String(200 + time * 3)} 45% 16%)`;
    context.fillRect(0, 0, width, height);
    for (let index = 0; index < 9; index++) {
      const angle = time * (0.3 + index / 20) + index;
      const [x, y] = [width * (0.5 + 0.38 * Math.cos(angle)), height * (0.5 + 0.34 * Math.sin(angle * 1.3))];
      context.fillStyle = `hsl(${String(index * 40 + time * 8)} 70% 65% / 0.75)`;
      context.beginPath();
      context.arc(x, y, 24 + index * 7, 0, Math.PI * 2);
      context.fill();
    }
  }
}
