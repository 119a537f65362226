import { whole, type Strings } from '../../locales/en.js';
import type { FirstStrings } from '../../locales/first/en.js';
import type { RoomStore } from '../../room/room-store.js';
import { deviceChoices, nameInUse } from './device-choices.js';
import type { Choice, ChoiceGroup } from '../shared/pm-menu.js';

/** Chromium lists the system's choices beside the devices themselves. */
const ALIASES: ReadonlySet<string> = new Set(['', 'default', 'communications']);

type Choose = (kind: MediaDeviceKind, deviceId: string) => void;

/** The devices of a kind, the one in use checked, and the system's choice before them; `undefined` where there is none. */
const deviceGroup = (
  store: RoomStore,
  kind: MediaDeviceKind,
  words: Strings,
  choose: Choose,
): ChoiceGroup | undefined => {
  if (!store.$devices.get().some((device) => device.kind === kind)) return undefined;
  const { list, deviceId } = deviceChoices(store, kind);
  const named = list.filter((device) => !ALIASES.has(device.deviceId));
  const isSystems = !named.some((device) => device.deviceId === deviceId);
  const choice = (label: string, id: string, checked: boolean, detail?: string): Choice => ({
    label,
    detail,
    checked,
    isRadio: true,
    act: () => choose(kind, id),
  });
  return {
    label: { audioinput: words.microphone, audiooutput: words.speakers, videoinput: words.camera }[kind],
    choices: [
      choice(words.systemDefault, '', isSystems, isSystems && named.length > 1 ? nameInUse(store, kind) : undefined),
      ...named.map(({ label, deviceId: id }) => choice(label, id, id === deviceId)),
    ],
    note: named.length > 0 ? undefined : notes(words)[kind],
  };
};

/** How names come to show; speakers get theirs with the microphone. */
const notes = (words: Strings): Readonly<Partial<Record<MediaDeviceKind, string>>> => ({
  audioinput: words.microphoneNamesLater,
  videoinput: words.cameraNamesLater,
});

/** Which devices may be chosen, of these kinds. */
export const deviceGroups = (
  store: RoomStore,
  kinds: readonly MediaDeviceKind[],
  words: FirstStrings,
  choose: Choose,
): readonly ChoiceGroup[] =>
  kinds.map((kind) => deviceGroup(store, kind, whole(words), choose)).filter((group) => group !== undefined);
