import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Milliseconds that a name field rests until what stands in it counts as the name. */
const REST = 2_000;

const SIGNS = ['pointerdown', 'keydown', 'focusin', 'input', 'focusout'] as const;

/** A focus that a script gave says nothing of the person. */
const isOfPerson = ({ type }: Event): boolean => type !== 'focusin' || navigator.userActivation.hasBeenActive;

const isNameField = (target: EventTarget | undefined): boolean =>
  (target as Element | undefined)?.localName === 'input' && (target as HTMLInputElement).name === 'name';

/**
 * Tells when a person in the lobby may be about to join: whatever they touch in it is a sign, and the name field is one once it
 * is left or rests. That a page was opened is none, nor is a name that stands there.
 */
export class Intent implements ReactiveController {
  #hasTouched = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly onSign: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    for (const type of SIGNS) this.host.addEventListener(type, this.#handle);
  }

  hostDisconnected(): void {
    for (const type of SIGNS) this.host.removeEventListener(type, this.#handle);
    clearTimeout(this.#timer);
    this.#hasTouched = false;
  }

  readonly #handle = (event: Event): void => {
    const { type } = event;
    this.#hasTouched ||= type !== 'focusout' && isOfPerson(event);
    if (!this.#hasTouched) return;
    clearTimeout(this.#timer);
    const isField = isNameField(event.composedPath()[0]);
    if (!isField || type === 'focusout') this.onSign();
    else if (type === 'input') this.#timer = setTimeout(this.onSign, REST);
  };
}
