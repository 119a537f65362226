import type { LitElement, ReactiveController } from 'lit';

/** One stop of the Tab key for a whole bar; arrow keys, Home and End walk in it (ARIA authoring practices, toolbar). */
export class RovingFocus implements ReactiveController {
  #current: HTMLButtonElement | undefined;
  /** Whether the focus was in the bar before it was drawn anew: a button that goes must not take it along. */
  #hadFocus = false;

  constructor(private readonly host: LitElement) {
    host.addController(this);
  }

  hostUpdate(): void {
    this.#hadFocus = !!this.#focused;
  }

  hostUpdated(): void {
    const all = this.#buttons;
    if (!this.#current || !all.includes(this.#current)) {
      const more = this.#hadFocus ? all.find(({ dataset }) => dataset['control'] === 'more') : undefined;
      this.#current = more ?? all[0];
      if (this.#hadFocus && !this.#focused) this.#current?.focus();
    }
    this.#stop();
  }

  #stop(): void {
    for (const button of this.#buttons) button.tabIndex = button === this.#current ? 0 : -1;
  }

  readonly handleFocusIn = (event: FocusEvent): void => {
    const target = event.composedPath()[0];
    const button = this.#buttons.find((each) => each === target);
    if (!button) return;
    this.#current = button;
    this.#stop();
  };

  readonly handleKeyDown = (event: KeyboardEvent): void => {
    const all = this.#buttons;
    const at = all.indexOf(this.#focused as HTMLButtonElement);
    if (at < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
    const forward = this.host.matches(':dir(rtl)') ? -1 : 1;
    const to = { ArrowLeft: at - forward, ArrowRight: at + forward, Home: 0, End: -1 }[event.key];
    const button = all[at];
    if (to !== undefined) all.at(to % all.length)?.focus();
    else if (/^Arrow(?:Up|Down)$/u.test(event.key) && button?.getAttribute('aria-haspopup') === 'menu') button.click();
    else return;
    event.preventDefault();
  };

  get #focused(): Element | null | undefined {
    return this.host.shadowRoot?.activeElement;
  }

  get #buttons(): HTMLButtonElement[] {
    return [...this.host.renderRoot.querySelectorAll<HTMLButtonElement>('.root button:enabled')];
  }
}
