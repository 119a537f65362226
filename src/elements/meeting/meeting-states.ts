import type { RoomStore } from '../../room/room-store.js';

/** What CSS can ask of `<private-meet>`: `:state(joined)`, `:state(microphone)`, … */
export class MeetingStates {
  readonly #states: CustomStateSet | undefined;

  constructor(host: HTMLElement) {
    // Browsers from before `:state()` have no set, or one that takes only dashed names.
    const known = typeof CSS !== 'undefined' && CSS.supports('selector(:state(joined))');
    this.#states = known && 'attachInternals' in host ? host.attachInternals().states : undefined;
  }

  show({ $state, $microphone, $camera, $screen, $speaking, $peers, $saved }: RoomStore): void {
    if (!this.#states) return;
    const now = new Set<string>([$state.get()]);
    if ($microphone.get()) now.add('microphone');
    if ($camera.get()) now.add('camera');
    if ($screen.get()) now.add('screen');
    if ($speaking.get()) now.add('speaking');
    const others = [...$peers.get().values()];
    if (others.length > 0 && others.every(({ verified }) => verified)) now.add('verified');
    if (others.some(({ trust }) => trust === 'refused')) now.add('refused');
    if ($saved.get().size > 0) now.add('saving');
    if (others.some(({ path }) => path === 'relay')) now.add('relayed');
    for (const state of this.#states) if (!now.has(state)) this.#states.delete(state);
    for (const state of now) this.#states.add(state);
  }
}
