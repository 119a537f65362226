import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { hostOf, meetingAround, windowOf } from './around.js';
import { focused, holdsFocus } from './focus.js';
import { menuIcon, type MenuIconName } from './menu-icons.js';
import { MovableElement } from './movable-element.js';
import { styles } from './pm-menu.styles.js';
import { placeBeside, placeSheet, viewOf, zoomOf } from './popup-place.js';
import { tokens } from './tokens.styles.js';
import { tipStyles } from './tooltip.styles.js';
import { Tooltip } from './tooltip.js';

/** One thing to do or to choose. */
export interface Choice {
  readonly label: string;
  readonly icon?: MenuIconName;
  readonly off?: boolean;
  /** Shown in place of an icon; in a row, in place of the words as well. */
  readonly emoji?: string;
  /** What is said behind the words: a key, a count. */
  readonly hint?: string | undefined;
  /** Of one that is on or off. */
  readonly checked?: boolean;
  /** What the words stand for, below them. */
  readonly detail?: string | undefined;
  /** Whether it is one of a group of which one is on. */
  readonly isRadio?: boolean;
  /** Shows other choices in the same menu. */
  readonly keepsOpen?: boolean;
  act(): void;
}

/** Choices that belong together, with a heading where there is more than one group. */
export interface ChoiceGroup {
  readonly label?: string;
  /** Pictures alone, side by side. */
  readonly isRow?: boolean;
  /** In a sheet, side by side with their words below. */
  readonly isTiles?: boolean;
  readonly choices: readonly Choice[];
  /** What explains the choices. */
  readonly note?: string | undefined;
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/**
 * A menu over the page, with the keys of the ARIA authoring practices; a sheet at the foot of a narrow meeting.
 * It is a popover: the button in the same tree with its id as `popovertarget` opens and closes it.
 *
 * @tagname pm-menu
 * @csspart menu - The menu.
 */
export class PmMenuElement extends MovableElement {
  static override styles: CSSResultGroup = [tokens, tipStyles, styles];

  @property() label = '';
  /** Asked for only while it is open. */
  @property({ attribute: false }) groups: () => readonly ChoiceGroup[] = () => [];
  @property({ type: Boolean, reflect: true }) sheet = false;
  @state() private open = false;
  readonly #tooltip = new Tooltip(this);
  #frame = 0;
  /** Label of the choice that turned the page: turned back, the focus is on it again. */
  #turnedBy: string | undefined;
  #following = new AbortController();
  /** Whether the focus was in it when it began to close. */
  #heldFocus = false;

  constructor() {
    super();
    this.addEventListener('beforetoggle', (event) => this.#handleBeforeToggle(event));
    this.addEventListener('toggle', (event) => this.#handleToggle(event));
    this.addEventListener('keydown', (event) => this.#handleKeyDown(event));
  }

  /** It may have been opened before it was defined. */
  override connectedCallback(): void {
    super.connectedCallback();
    if (this.matches(':popover-open')) this.#begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#follow(false);
    this.open = false; // a popover that is removed closes without a word
  }

  protected override updated(): void {
    if (this.open) this.#place();
  }

  get #anchor(): HTMLElement | null {
    return (this.getRootNode() as ParentNode).querySelector<HTMLElement>(`[popovertarget='${this.id}']`);
  }

  get #choices(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('button')];
  }

  #handleBeforeToggle(event: ToggleEvent): void {
    if (event.target !== this) return;
    const isOpening = event.newState === 'open';
    this.#heldFocus = !isOpening && !!this.shadowRoot?.activeElement;
    if (isOpening) this.#begin();
    else this.#follow(false);
  }

  #begin(): void {
    this.open = true;
    this.#turnedBy = undefined;
    // Before the frame in which it shows first: it must not jump.
    this.#frame = requestAnimationFrame(() => this.#settle());
    this.#follow(true);
  }

  #handleToggle(event: ToggleEvent): void {
    if (event.target !== this) return;
    if (event.newState === 'open') return this.open ? this.#settle() : this.#begin(); // defined while it was opening
    this.open = false; // only now: what had the focus was needed to give it back
    if (this.#heldFocus && (!focused(this) || holdsFocus(this))) this.#anchor?.focus();
  }

  #settle(): void {
    cancelAnimationFrame(this.#frame);
    if (!this.matches(':popover-open')) return;
    this.#place();
    if (!this.renderRoot.querySelector(':focus')) this.#focusFirst();
  }

  #focusFirst(): void {
    const all = this.#choices;
    (all.find((choice) => choice.getAttribute('aria-checked') === 'true') ?? all[0])?.focus();
  }

  #follow(on: boolean): void {
    this.#following.abort();
    if (!on) return;
    const { signal } = (this.#following = new AbortController());
    const view = windowOf(this);
    view.addEventListener('resize', this.#place, { signal });
    view.addEventListener('scroll', this.#place, { capture: true, passive: true, signal });
  }

  readonly #place = (): void => {
    const anchor = this.#anchor;
    if (!anchor || !this.matches(':popover-open')) return;
    const zoom = zoomOf(this);
    const view = viewOf(this);
    this.style.setProperty('--_zoom', String(zoom)); // the window's height is not enlarged
    const set = (name: string, value: number): void => this.style.setProperty(name, `${value / zoom}px`);
    if (this.sheet) {
      const around = meetingAround(this) ?? hostOf(this.getRootNode()) ?? anchor;
      const box = around.getBoundingClientRect();
      set('--_width', placeSheet(0, box, view).width);
      const { left, top } = placeSheet(this.offsetHeight * zoom, box, view);
      set('left', left);
      set('top', top);
      return;
    }
    const { width, height } = this.#size(zoom);
    const { left, top } = placeBeside({ width, height }, anchor.getBoundingClientRect(), view);
    set('left', left);
    set('top', top);
  };

  /** Not by its rectangle, which a motion on its way changes. */
  #size(zoom: number): { width: number; height: number } {
    return { width: this.offsetWidth * zoom, height: this.offsetHeight * zoom };
  }

  #handleKeyDown(event: KeyboardEvent): void {
    // Neither the bar's arrows nor a shortcut.
    event.stopPropagation();
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    if (key === 'Tab') return this.#close(); // and on from the button
    if (key === 'Home') this.#choices[0]?.focus();
    else if (key === 'End') this.#choices.at(-1)?.focus();
    else if (STEPS[key]) this.#step(this.#isBackwards(key) ? -STEPS[key] : STEPS[key]);
    else if (key.length === 1 && key !== ' ') this.#find(key);
    else return;
    event.preventDefault();
  }

  #isBackwards(key: string): boolean {
    return (key === 'ArrowLeft' || key === 'ArrowRight') && this.matches(':dir(rtl)');
  }

  #step(by: number): void {
    const all = this.#choices;
    all.at((all.indexOf(this.#focused) + by) % all.length)?.focus();
  }

  /** The next choice that begins with a letter. */
  #find(letter: string): void {
    const all = this.#choices;
    const next = all.indexOf(this.#focused) + 1;
    const isMatch = ({ ariaLabel, textContent }: HTMLElement): boolean =>
      (ariaLabel ?? textContent).trim().toLocaleLowerCase().startsWith(letter.toLocaleLowerCase());
    [...all.slice(next), ...all.slice(0, next)].find(isMatch)?.focus();
  }

  get #focused(): HTMLElement {
    return this.shadowRoot?.activeElement as HTMLElement;
  }

  #close(): void {
    const anchor = this.#anchor;
    this.hidePopover();
    anchor?.focus(); // Safari gives no button the focus by a click, so it has none to give back
  }

  async #choose(choice: Choice): Promise<void> {
    if (!choice.keepsOpen) this.#close();
    choice.act();
    if (!choice.keepsOpen) return;
    this.requestUpdate();
    await this.updateComplete;
    const before = this.#turnedBy;
    const opener = this.#choices.find(({ textContent }) => before && textContent.trim().startsWith(before));
    this.#turnedBy = opener ? undefined : choice.label;
    if (opener) opener.focus();
    else this.#focusFirst();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.open) return nothing;
    const groups = this.groups();
    const notes = groups.flatMap(({ note }) => (note ? [note] : []));
    return html`<div translate="no" class="root">
      <div
        part="menu"
        role="menu"
        aria-label=${this.label}
        aria-describedby=${notes.length > 0 ? 'notes' : nothing}
        aria-orientation=${groups.every(({ isRow }) => isRow) ? 'horizontal' : 'vertical'}
      >
        ${groups.map((group) => this.#group(group))}
      </div>
      ${notes.length > 0 ? html`<div id="notes" class="notes">${notes.map((note) => html`<p>${note}</p>`)}</div>` : nothing}
      ${this.#tooltip.render()}
    </div>`;
  }

  #group({ label, isRow, isTiles, choices }: ChoiceGroup): TemplateResult {
    return html`<div role="group" class=${isRow ? 'row' : isTiles ? 'tiles' : 'list'} aria-label=${label ?? nothing}>
      ${label && !isRow ? html`<div class="heading" aria-hidden="true">${label}</div>` : nothing}
      ${choices.map((choice) => this.#choice(choice, isRow))}
    </div>`;
  }

  #choice(choice: Choice, isRow = false): TemplateResult {
    const { label, detail, checked, isRadio, hint, emoji } = choice;
    const role = checked === undefined ? 'menuitem' : isRadio ? 'menuitemradio' : 'menuitemcheckbox';
    return html`<button
      type="button"
      role=${role}
      tabindex="-1"
      aria-checked=${checked ?? nothing}
      data-tip=${isRow ? label : nothing}
      aria-label=${isRow ? label : nothing}
      @click=${() => this.#choose(choice)}
    >
      ${emoji ? html`<span class="emoji" aria-hidden="true">${emoji}</span>` : nothing}
      ${choice.icon ? html`<span class=${choice.icon}>${menuIcon(choice.icon, choice.off)}</span>` : nothing}
      ${isRow ? nothing : html`<span class="words">${label}${detail ? html`<small>${detail}</small>` : nothing}</span>`}
      ${hint ? html`<span class="hint">${hint}</span>` : nothing}
      ${checked === undefined ? nothing : html`<span class="mark">${checked ? menuIcon('check') : nothing}</span>`}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-menu': PmMenuElement;
  }
}
