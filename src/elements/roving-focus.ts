import type { LitElement, ReactiveController } from 'lit';

/** One stop of the Tab key for a whole bar; arrow keys, Home and End walk in it (ARIA authoring practices, toolbar). */
export class RovingFocus implements ReactiveController {
  #current: HTMLButtonElement | undefined;
  /** Whether the focus was in the bar at the last look: a button that goes must not take it along. */
  #hadFocus = false;

  constructor(private readonly host: LitElement) {
    host.addController(this);
  }

  hostUpdated(): void {
    const all = this.#buttons;
    if (!this.#current || !all.includes(this.#current)) {
      const next = all.find((button) => button.dataset['control'] === 'more') ?? all[0];
      if (this.#hadFocus && this.#current && !this.host.shadowRoot?.activeElement) next?.focus();
      this.#current = this.#hadFocus ? next : all[0];
    }
    for (const button of all) button.tabIndex = button === this.#current ? 0 : -1;
  }

  readonly handleFocusIn = (event: FocusEvent): void => {
    const button = event.composedPath()[0];
    if (!(button instanceof HTMLButtonElement) || !this.#buttons.includes(button)) return;
    this.#hadFocus = true;
    this.#current = button;
    for (const each of this.#buttons) each.tabIndex = each === button ? 0 : -1;
  };

  readonly handleFocusOut = (event: FocusEvent): void => {
    // A removal has no other side, and some browsers tell of it, some do not.
    if (event.relatedTarget || this.#current?.isConnected) this.#hadFocus = false;
  };

  readonly handleKeyDown = (event: KeyboardEvent): void => {
    const all = this.#buttons;
    const at = all.indexOf(this.host.shadowRoot?.activeElement as HTMLButtonElement);
    if (at < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
    const forward = this.host.matches(':dir(rtl)') ? -1 : 1;
    const to = { ArrowLeft: at - forward, ArrowRight: at + forward, Home: 0, End: -1 }[event.key];
    const button = all[at];
    if (to !== undefined) all.at(to % all.length)?.focus();
    else if (/^Arrow(?:Up|Down)$/u.test(event.key) && button?.getAttribute('aria-haspopup') === 'menu') button.click();
    else return;
    event.preventDefault();
  };

  get #buttons(): HTMLButtonElement[] {
    return [...this.host.renderRoot.querySelectorAll<HTMLButtonElement>('.root button:enabled')];
  }
}
