/** Opens the microphone while a key is held: lets go with the key, and with anything that may swallow the key's release. */
export class PushToTalk {
  #isHeld = false;

  constructor(private readonly talk: (on: boolean) => void) {}

  press(): void {
    if (this.#isHeld) return;
    this.#isHeld = true;
    addEventListener('keyup', this.#handleKeyUp, { capture: true });
    addEventListener('blur', this.release);
    document.addEventListener('visibilitychange', this.release);
    this.talk(true);
  }

  readonly release = (): void => {
    if (!this.#isHeld) return;
    this.#isHeld = false;
    removeEventListener('keyup', this.#handleKeyUp, { capture: true });
    removeEventListener('blur', this.release);
    document.removeEventListener('visibilitychange', this.release);
    this.talk(false);
  };

  readonly #handleKeyUp = (event: KeyboardEvent): void => {
    if (event.key === ' ') this.release();
  };
}
