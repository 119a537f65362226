import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { canChooseOutput } from '../../media/devices.js';
import { chime } from '../shared/chime.js';

/** Milliseconds for a sound of 1.3 s: without a sound device a browser may wait for one for ever, and say nothing. */
const LIMIT = 8_000;

/** Plays a short sound through speakers of choice, for as long as its host is in the page. */
export class TestSound implements ReactiveController {
  state: 'quiet' | 'playing' | 'failed' = 'quiet';
  #audio: HTMLAudioElement | undefined;
  #limit: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop();
  }

  /** Begins anew; `deviceId` is that of the speakers, `''` for the browser's choice. Call it in a gesture. */
  async play(deviceId: string): Promise<void> {
    this.stop();
    const audio = new Audio(URL.createObjectURL(chime()));
    this.#audio = audio;
    const end = (state: 'quiet' | 'failed'): void => {
      if (this.#audio === audio) this.#end(state);
    };
    audio.addEventListener('ended', () => end('quiet'));
    audio.addEventListener('error', () => end('failed'));
    this.#limit = setTimeout(end, LIMIT, 'failed');
    this.#show('playing');
    try {
      if (canChooseOutput()) await audio.setSinkId(deviceId);
      if (this.#audio === audio) await audio.play();
    } catch {
      end('failed'); // The speakers are gone or not allowed: it is said where the button is.
    }
  }

  stop(): void {
    if (this.#audio) this.#end('quiet');
  }

  #end(state: 'quiet' | 'failed'): void {
    const audio = this.#audio;
    this.#audio = undefined;
    clearTimeout(this.#limit);
    if (audio) {
      audio.pause();
      URL.revokeObjectURL(audio.src);
      audio.removeAttribute('src');
    }
    this.#show(state);
  }

  #show(state: TestSound['state']): void {
    this.state = state;
    this.host.requestUpdate();
  }
}
