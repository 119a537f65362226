import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { RoomStore } from '../../room/room-store.js';
import { buttons } from '../shared/buttons.styles.js';
import { isInCall } from '../shared/device-toggle.js';
import { canTryAgain } from '../shared/error-text.js';
import { moveFocus } from '../shared/focus.js';
import { Intent } from './intent.js';
import { $lobbyParts } from './late-lobby.js';
import { joinWords, lobbyHeading, lobbyWrong } from './lobby-ask.js';
import { lobbyDevices } from './lobby-devices.js';
import { lobbyPreview, problemId } from './lobby-preview.js';
import { LobbyPassphrase } from './lobby-passphrase.js';
import { LobbyPermissions } from './lobby-permissions.js';
import { DEVICES, isRefused, LobbyProblems } from './lobby-problems.js';
import { Late } from '../shared/late.js';
import { MovableElement } from '../shared/movable-element.js';
import { MAX_NAME_LENGTH, plainName } from '../shared/person.js';
import { devicesStyles } from './pm-lobby-devices.styles.js';
import { lowStyles } from './pm-lobby-low.styles.js';
import { previewStyles } from './pm-lobby-preview.styles.js';
import { styles } from './pm-lobby.styles.js';
import { RequestEvent } from '../shared/request-event.js';
import { RoomController } from '../shared/room-controller.js';
import { secretStyles } from '../shared/secret-field.styles.js';
import { tokens } from '../shared/tokens.styles.js';
import { VideoPlayback } from '../shared/video-playback.js';
import { ViewController } from '../shared/view-state.js';
import { WordsController } from '../shared/words-controller.js';

/**
 * The room's door: a look at oneself, how to begin and with what, a name, and one big button.
 *
 * @tagname pm-lobby
 * @csspart lobby - All of it.
 * @csspart preview - The picture of one's own camera, or what will happen to it.
 * @csspart video - The `<video>` in it.
 * @csspart level - How loud the microphone is, while it is on.
 * @csspart name - The field for the name.
 * @csspart devices - The line that names the microphone, with the choice of devices that it opens.
 * @csspart join - The button that joins.
 * @csspart button - Each button.
 * @csspart button-microphone - Whether to begin with the microphone; `aria-pressed` while it is off.
 * @csspart button-camera - Whether to begin with the camera; `aria-pressed` while it is off.
 */
export class PmLobbyElement extends MovableElement {
  static override styles: CSSResultGroup = [
    tokens,
    buttons,
    styles,
    previewStyles,
    lowStyles,
    devicesStyles,
    secretStyles,
  ];

  readonly #problems = new LobbyProblems();
  readonly #permissions = new LobbyPermissions(this, (device, denied) => this.#problems.know(device, denied));
  readonly #words = new WordsController(this);
  readonly #room = new RoomController(
    this,
    (store) => [
      store.$state,
      store.$error,
      store.$notice,
      store.$room,
      store.$displayName,
      store.$asksName,
      store.$microphone,
      store.$camera,
      store.$mirrored,
      store.$stalled,
      store.$microphoneOff,
      store.$pageTracks,
      store.$cameraOff,
      store.$selfStream,
      store.$devices,
      store.$chosenDevices,
      store.$leaveReason,
      store.$requiresTrust,
      store.$hasPassphrase,
    ],
    () => this.#look(),
  );
  readonly #playback: VideoPlayback = new VideoPlayback(this, { video: () => this.shadowRoot?.querySelector('video') });
  readonly #view = new ViewController(this, ({ $laterMissing }) => [$laterMissing]);
  readonly #level = new Late(this, $lobbyParts, ({ createLevel }) => createLevel(this, () => this.#room.store));
  readonly #pickers = new Late(this, $lobbyParts, ({ createPickers }) => createPickers(this));
  readonly #passphrase = new LobbyPassphrase(this);
  /** Whether what is shown has parts that come later, and they were asked for. */
  #asked = false;
  /** What had the focus before the last drawing. */
  #focused: Element | null = null;

  /** Whether its room is being entered: then it stays to say so. */
  @property({ attribute: false }) arriving = false;

  /** Whether the devices were opened for a look: from then on the toggles show the truth. */
  @state() private checked = false;
  /** Whether the choice of devices is open. */
  @state() private choosing = false;
  /** What a person wrote as the name; it stands, whatever the page says later. */
  @state() private written: string | undefined;

  constructor() {
    super();
    new Intent(this, () => this.#prepare());
  }

  /** A move by `moveBefore()` keeps everything, but may pause the video. */
  override connectedMoveCallback(): void {
    this.#playback.play();
  }

  protected override willUpdate(): void {
    if (this.#room.store && isInCall(this.#room.store)) this.checked = false;
    this.#focused = this.shadowRoot?.activeElement ?? null;
  }

  protected override updated(): void {
    this.#playback.show(this.#room.store?.$selfStream.get(), { muted: true });
    for (const device of DEVICES) this.#describe(device);
    if (this.#focused?.isConnected === false) this.#refocus(this.#focused);
    if (!this.#asked && this.#hasMore()) this.#wantParts();
  }

  /** Whether there is a meter to show, a passphrase to suggest, or a refusal of which later words say where to take it back. */
  #hasMore(): boolean {
    const store = this.#room.store;
    if (!store || isInCall(store)) return false; // on the way in nothing else is fetched
    const problems = DEVICES.flatMap((device) => this.#problems.of(device) ?? []);
    return store.$microphone.get() || this.#passphrase.isAsked(store) || problems.some(isRefused);
  }

  #wantParts(): void {
    this.#asked = true;
    if (!this.#pickers.part) this.dispatchEvent(new RequestEvent('want-parts'));
  }

  /** A device's trouble is told here, at the device. */
  #look(): void {
    if (this.#room.store && this.#problems.look(this.#room.store))
      this.dispatchEvent(new RequestEvent('dismiss-notice'));
  }

  #describe(device: string): void {
    const toggle = this.renderRoot.querySelector(`[data-device='${device}']`);
    if (this.renderRoot.querySelector(`#${problemId(device)}`))
      toggle?.setAttribute('aria-describedby', problemId(device));
    else toggle?.removeAttribute('aria-describedby');
  }

  /** What had the focus is gone: what came in its place has it now. */
  #refocus(gone: Element): void {
    const next = gone.matches('.join, .cancel') ? ['.join, .cancel'] : ['.again', '.preview'];
    next.some((selector) => moveFocus(this.renderRoot.querySelector(selector)));
  }

  #handleSubmit(event: SubmitEvent): void {
    event.preventDefault();
    const store = this.#room.store;
    if (!store || this.arriving || this.#isStuck(store)) return;
    const name = this.#writtenName(store);
    if (this.#passphrase.isAsked(store) && !this.#passphrase.submit()) return;
    const without = this.#problems.missing(store);
    this.#pickers.part?.stop();
    this.dispatchEvent(new RequestEvent('join', without.length > 0 ? { name, without } : { name }));
  }

  #writtenName({ $displayName }: RoomStore): string {
    return plainName(this.renderRoot.querySelector<HTMLInputElement>('[name=name]')?.value ?? $displayName.get());
  }

  #prepare(): void {
    const store = this.#room.store;
    if (!store || this.arriving || isInCall(store)) return;
    this.dispatchEvent(new RequestEvent('prepare', { name: this.#writtenName(store) }));
  }

  #handleCheck(): void {
    this.checked = true;
    this.#problems.forget();
    this.dispatchEvent(new RequestEvent('preview'));
    this.requestUpdate();
  }

  /** `maxlength` counts UTF-16 units, the server code points. */
  #handleInput(event: InputEvent): void {
    const input = event.currentTarget as HTMLInputElement;
    const points = [...input.value];
    // Not while a word is composed (Japanese, Chinese, Korean): that would break it off.
    if (!event.isComposing && points.length > MAX_NAME_LENGTH) input.value = points.slice(0, MAX_NAME_LENGTH).join('');
    this.written = input.value;
  }

  #handlePicture(): void {
    this.requestUpdate();
  }

  #handleChoose(): void {
    this.choosing = !this.choosing;
    if (this.choosing) this.#wantParts();
    else this.#pickers.part?.stop();
  }

  #handleCancel(): void {
    this.dispatchEvent(new RequestEvent('leave'));
  }

  protected override render(): TemplateResult | typeof nothing {
    const store = this.#room.store;
    if (!store || (isInCall(store) && !this.arriving)) return nothing;
    const { table } = this.#words;
    return html`<div translate="no" class="root">
      <form part="lobby" @submit=${this.#handleSubmit}>
        ${lobbyPreview({
          store,
          words: table,
          problems: this.#problems,
          isGranted: (device) => this.#permissions.isGranted(device),
          checked: this.checked,
          isQuiet: this.#focused?.matches('[data-device]') ?? false,
          hasPicture: this.#playback.hasPicture,
          level: this.#level.part,
          onCheck: this.#handleCheck,
          onPicture: this.#handlePicture,
        })}
        <div class="ask">
          ${lobbyHeading(store, table)} ${lobbyWrong(store, table)} ${store.$asksName.get() ? this.#name(store) : nothing}
          ${this.#passphrase.isAsked(store) ? this.#passphrase.render(store, table) : nothing}
          ${lobbyDevices({
            store,
            words: table,
            isOpen: this.choosing,
            pickers: this.choosing ? this.#pickers.part?.render(store, table) : undefined,
            isMissing: this.#view.state.$laterMissing.get(),
            onNear: this.#wantParts,
            onToggle: this.#handleChoose,
          })}
          ${this.arriving ? this.#joining() : this.#join(store)}
        </div>
      </form>
    </div>`;
  }

  #join(store: RoomStore): TemplateResult {
    return html`<button
      part="button join"
      class="wide primary join"
      ?disabled=${this.#isStuck(store)}
      aria-describedby=${store.$error.get() ? 'wrong' : nothing}
    >
      ${joinWords(store, this.#words.table, this.#problems.missing(store))}
    </button>`;
  }

  #joining(): TemplateResult {
    return html`<p class="joining" role="status">${this.#words.table.joiningNow}</p>
      <button type="button" part="button" class="wide cancel" @click=${this.#handleCancel}>${this.#words.table.cancel}</button>`;
  }

  #name(store: RoomStore): TemplateResult {
    const isInvalid = store.$error.get()?.code === 'sign-in-failed';
    return html`<label class="name">
      ${this.#words.table.yourName}
      <input
        part="name"
        name="name"
        autocomplete="name"
        autocapitalize="words"
        enterkeyhint="go"
        spellcheck="false"
        dir="auto"
        placeholder=${this.#words.table.guest}
        aria-describedby=${isInvalid ? 'wrong' : nothing}
        aria-invalid=${isInvalid ? 'true' : nothing}
        .value=${this.written ?? store.$displayName.get()}
        @input=${this.#handleInput}
        @compositionend=${this.#handleInput}
      />
    </label>`;
  }

  #isStuck(store: RoomStore): boolean {
    const error = store.$error.get();
    return !!error && !canTryAgain(error);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-lobby': PmLobbyElement;
  }
}
