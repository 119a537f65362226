import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { whole } from '../../locales/en.js';
import { hostOf, isElement, windowOf } from '../shared/around.js';
import { attach, canSendFiles } from '../shared/attachments.js';
import { MovableElement } from '../shared/movable-element.js';
import { styles } from './pm-file-drop.styles.js';
import { RequestEvent } from '../shared/request-event.js';
import { RoomController } from '../shared/room-controller.js';
import { tokens } from '../shared/tokens.styles.js';
import { ViewController } from '../shared/view-state.js';
import { WordsController } from '../shared/words-controller.js';

const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false;

/**
 * Takes files that are dropped anywhere in the meeting, to go with the next message, and says so while they are over it.
 * What a page does itself with what is dragged is left to it.
 *
 * @tagname pm-file-drop
 */
export class PmFileDropElement extends MovableElement {
  static override styles: CSSResultGroup = [tokens, styles];

  readonly #words = new WordsController(this);
  readonly #room = new RoomController(this, ({ $controls, $state }) => [$controls, $state]);
  readonly #view = new ViewController(this, () => []);
  #following = new AbortController();

  /** Whether files are over the meeting. */
  @state() private over = false;

  override connectedCallback(): void {
    super.connectedCallback();
    const { signal } = (this.#following = new AbortController());
    const around = hostOf(this.getRootNode()) ?? this.parentElement;
    around?.addEventListener('dragover', (event) => this.#handleOver(event as DragEvent), { signal });
    around?.addEventListener('dragleave', (event) => this.#handleLeave(event as DragEvent), { signal });
    around?.addEventListener('drop', (event) => this.#handleDrop(event as DragEvent), { signal });
    // Dropped or let go elsewhere, or called off.
    for (const type of ['drop', 'dragend']) {
      windowOf(this).addEventListener(type, () => (this.over = false), { capture: true, signal });
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#following.abort();
    this.over = false;
  }

  #takes(event: DragEvent): boolean {
    const store = this.#room.store;
    return !!store && !event.defaultPrevented && hasFiles(event) && canSendFiles(store);
  }

  /** Without a word to the browser it would open the file in the page's place. */
  #handleOver(event: DragEvent): void {
    const takes = this.#takes(event);
    if (takes) {
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    }
    this.over = takes;
  }

  #handleLeave(event: DragEvent): void {
    const { currentTarget, clientX, clientY } = event;
    if (!isElement(currentTarget)) return;
    const { left, right, top, bottom } = currentTarget.getBoundingClientRect();
    // From one thing inside to another one it leaves, too.
    this.over &&= clientX > left && clientX < right && clientY > top && clientY < bottom;
  }

  #handleDrop(event: DragEvent): void {
    this.over = false;
    const files = [...(event.dataTransfer?.files ?? [])];
    if (!this.#takes(event)) return;
    event.preventDefault();
    attach(this.#view.state, this.#room.store, files);
    if (files.length > 0) this.dispatchEvent(new RequestEvent('show-panel', { panel: 'chat' }));
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.over) return nothing;
    return html`<div translate="no" class="root"><p>${whole(this.#words.table).dropFiles}</p></div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-file-drop': PmFileDropElement;
  }
}
