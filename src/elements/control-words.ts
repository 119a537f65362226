import type { Strings } from '../locales/en.js';
import type { RoomStore } from '../room/room-store.js';
import { isInCall } from './device-toggle.js';
import { isHandUp } from './hands.js';

type Name = 'microphone' | 'camera' | 'hand';

const look = (store: RoomStore): Readonly<Record<Name, boolean>> => ({
  microphone: store.$microphone.get(),
  camera: store.$camera.get(),
  hand: isHandUp(store),
});

/** Says what one's own controls did when no focus shows it: by a shortcut, by the page, by the system. */
export class ControlWords {
  text = '';
  #last: Readonly<Record<Name, boolean>> | undefined;

  /** `focused` is the control that has the focus: its own state is read out already. */
  look(store: RoomStore, words: Strings, focused: string | undefined): void {
    const now = isInCall(store) && store.$state.get() !== 'connecting' ? look(store) : undefined;
    const last = this.#last;
    this.#last = now;
    if (!now) this.text = '';
    if (!now || !last) return;
    const said = {
      microphone: now.microphone ? words.microphoneOn : words.microphoneOff,
      camera: now.camera ? words.cameraOn : words.cameraOff,
      hand: now.hand ? words.handUp : words.handDown,
    };
    const news = (Object.keys(said) as Name[]).filter((name) => now[name] !== last[name] && name !== focused);
    if (news.length > 0) this.text = news.map((name) => said[name]).join(words.comma);
  }
}
