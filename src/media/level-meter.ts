import { loudness } from './loudness.js';

/** Milliseconds between two looks. */
const PERIOD = 100;
const GESTURES = ['pointerdown', 'keydown'] as const;

/** How loud a track is, some ten times a second, by one analyser. */
export class LevelMeter {
  #context: AudioContext | undefined;
  #analyser: AnalyserNode | undefined;
  #source: MediaStreamAudioSourceNode | undefined;
  #track: MediaStreamTrack | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;

  /**
   * `onLevel`: 0…1 (`loudness`), and 0 once when there is nothing to measure any more. `onLook`: whether there was any
   * sound at all, be it noise too quiet to hear.
   */
  constructor(
    private readonly onLevel: (level: number) => void,
    private readonly onLook: (hasSound: boolean) => void,
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
    this.#analyser = new AnalyserNode(context, { fftSize: 1024 }); // One that was used holds what came before.
    this.#source = context.createMediaStreamSource(new MediaStream([track]));
    this.#source.connect(this.#analyser);
    this.#timer ??= setInterval(this.#look, PERIOD);
    // Where the browser wants a gesture first, the next one will do.
    if (context.state !== 'running') for (const type of GESTURES) document.addEventListener(type, this.#resume);
  }

  #end(): void {
    clearInterval(this.#timer);
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
    if (!this.#analyser) return;
    const samples = new Float32Array(this.#analyser.fftSize);
    this.#analyser.getFloatTimeDomainData(samples);
    const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
    this.onLevel(loudness(Math.sqrt(power)));
    if (this.#context?.state === 'running') this.onLook(power > 0);
  };
}
