/** Opens the microphone while a key is held: lets go with the key, and with anything that may swallow the key's release. */
export class PushToTalk {
  #isHeld = false;

  #watch = new AbortController();

  constructor(private readonly talk: (on: boolean) => void) {}

  /** `view` is the window in which it is held. */
  press(view: Window): void {
    if (this.#isHeld) return;
    this.#isHeld = true;
    const { signal } = (this.#watch = new AbortController());
    view.addEventListener('keyup', this.#handleKeyUp, { capture: true, signal });
    view.addEventListener('blur', this.release, { signal });
    view.document.addEventListener('visibilitychange', this.release, { signal });
    this.talk(true);
  }

  readonly release = (): void => {
    if (!this.#isHeld) return;
    this.#isHeld = false;
    this.#watch.abort();
    this.talk(false);
  };

  readonly #handleKeyUp = (event: KeyboardEvent): void => {
    if (event.key === ' ') this.release();
  };
}
