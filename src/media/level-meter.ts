import { loudness } from './loudness.js';

/** Milliseconds between two looks: for an eye that follows, and for an ear that only has to know speech. */
const SHOWN = 100;
const HEARD = 200;
/** Of this many samples (21 ms at 48 kHz) one in eight is looked at, which says as much of loudness. */
const WINDOW = 1024;
const STRIDE = 8;
const GESTURES = ['pointerdown', 'keydown'] as const;

/** How loud a track is, time and again, by one analyser. */
export class LevelMeter {
  #context: AudioContext | undefined;
  #analyser: AnalyserNode | undefined;
  readonly #samples = new Float32Array(WINDOW);
  #source: MediaStreamAudioSourceNode | undefined;
  #track: MediaStreamTrack | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * `onLevel`: 0…1 (`loudness`), and 0 once when there is nothing to measure any more. `onLook`: whether there was any
   * sound at all, be it noise too quiet to hear. `listeners`: how many show the level.
   */
  constructor(
    private readonly onLevel: (level: number) => void,
    private readonly onLook: (hasSound: boolean) => void,
    private readonly listeners: () => number,
  ) {}

  /** Measures `track` from now on; `undefined` ends it and gives the audio hardware back. */
  measure(track: MediaStreamTrack | undefined): void {
    if (track === this.#track) return;
    this.#track = track;
    this.#source?.disconnect();
    this.#source = undefined;
    if (track) this.#begin(track);
    else this.#end();
  }

  #begin(track: MediaStreamTrack): void {
    const context = (this.#context ??= new AudioContext());
    this.#analyser = new AnalyserNode(context, { fftSize: WINDOW }); // One that was used holds what came before.
    this.#source = context.createMediaStreamSource(new MediaStream([track]));
    this.#source.connect(this.#analyser);
    this.#timer ??= setTimeout(this.#look, SHOWN);
    // Where the browser wants a gesture first, the next one will do.
    if (context.state !== 'running') for (const type of GESTURES) document.addEventListener(type, this.#resume);
  }

  #end(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const type of GESTURES) document.removeEventListener(type, this.#resume);
    void this.#context?.close();
    this.#context = undefined;
    this.#analyser = undefined;
    this.onLevel(0);
  }

  readonly #resume = (): void => {
    for (const type of GESTURES) document.removeEventListener(type, this.#resume);
    void this.#context?.resume();
  };

  readonly #look = (): void => {
    this.#timer = setTimeout(this.#look, this.listeners() ? SHOWN : HEARD); // before it is told, which may end it
    this.#analyser?.getFloatTimeDomainData(this.#samples);
    let power = 0;
    for (let index = 0; index < WINDOW; index += STRIDE) power += (this.#samples[index] ?? 0) ** 2;
    this.onLevel(loudness(Math.sqrt(power / (WINDOW / STRIDE))));
    if (this.#context?.state === 'running') this.onLook(power > 0);
  };
}
