import { whole } from '../../locales/en.js';
import type { FirstStrings } from '../../locales/first/en.js';
import type { RoomStore } from '../../room/room-store.js';
import { isInCall } from '../shared/device-toggle.js';
import { isHandUp } from '../shared/hands.js';

type Name = 'microphone' | 'camera' | 'hand' | 'screen';

const look = (store: RoomStore): Readonly<Record<Name, boolean>> => ({
  microphone: store.$microphone.get(),
  camera: store.$camera.get(),
  hand: isHandUp(store),
  screen: store.$screen.get(),
});

const opening = ({ $microphone, $microphoneOff, $camera, $cameraOff }: RoomStore): ReadonlySet<Name> =>
  new Set([
    ...($microphone.get() || $microphoneOff.get() ? [] : (['microphone'] as const)),
    ...($camera.get() || $cameraOff.get() ? [] : (['camera'] as const)),
  ]);

/** Says what one's own controls did when no focus shows it: by a shortcut, by the page, by the system. */
export class ControlWords {
  text = '';
  #last: Readonly<Record<Name, boolean>> | undefined;
  /** Devices that one joins with and that are still to open: no news when they do. */
  #opening: ReadonlySet<Name> = new Set();

  /** `focused` is the control that has the focus: its own state is read out already. */
  look(store: RoomStore, table: FirstStrings, focused: string | undefined): void {
    const words = whole(table);
    const now = isInCall(store) && store.$state.get() !== 'connecting' ? look(store) : undefined;
    const last = this.#last;
    this.#last = now;
    if (!now) this.text = '';
    if (now && !last) this.#opening = opening(store);
    if (!now || !last) return;
    const said = {
      microphone: now.microphone ? words.microphoneOn : words.microphoneOff,
      camera: now.camera ? words.cameraOn : words.cameraOff,
      hand: now.hand ? words.handUp : words.handDown,
      screen: now.screen ? '' : words.sharingOver, // its beginning is a notice
    };
    const changed = (Object.keys(said) as Name[]).filter((name) => now[name] !== last[name]);
    const news = changed.filter((name) => said[name] && name !== focused && !this.#opening.has(name));
    this.#opening = new Set([...this.#opening].filter((name) => !changed.includes(name)));
    if (news.length > 0) this.text = news.map((name) => said[name]).join(words.comma);
  }
}
