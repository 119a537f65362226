import { type Strings, whole } from '../../locales/en.js';
import type { FirstStrings } from '../../locales/first/en.js';
import type { RoomStore } from '../../room/room-store.js';
import { cameraChoices } from '../shared/camera-choices.js';
import { canFullScreen, toggleFullScreen } from '../shared/full-screen.js';
import type { MenuIconName } from '../shared/menu-icons.js';
import { RequestEvent } from '../shared/request-event.js';
import type { ViewState } from '../shared/view-state.js';
import { canSetVolume } from '../shared/volume.js';
import type { MenuTarget } from './tile-menu.js';
import { optionsLabel } from './tile-parts.js';

/** One thing to do. */
export interface MenuItem {
  readonly icon: MenuIconName;
  readonly off?: boolean;
  readonly label: string;
  /** Of an item that is on or off. */
  readonly checked?: boolean;
  /** Asked before it is done. */
  readonly confirm?: { readonly ask: string; readonly label: string };
  act(): void;
}

/** What a tile's menu holds. */
interface MenuContent {
  readonly label: string;
  readonly items: readonly MenuItem[];
  /** 0…1, where volume can be set. */
  readonly volume?:
    { readonly label: string; readonly value: number; readonly text: string; set(value: number): void } | undefined;
}

/** What a host can do with somebody. */
const hostItems = ({ tile, id, name }: MenuTarget, words: Strings): MenuItem[] => [
  {
    icon: 'microphone',
    off: true,
    label: words.muteForAll,
    act: () => tile.dispatchEvent(new RequestEvent('ask-to-mute', { id })),
  },
  {
    icon: 'microphone',
    label: words.askToUnmute,
    act: () => tile.dispatchEvent(new RequestEvent('ask-to-unmute', { id })),
  },
  {
    icon: 'door',
    label: words.removePerson,
    confirm: { ask: words.removeSure(name), label: words.removeNow },
    act: () => tile.dispatchEvent(new RequestEvent('remove-peer', { id })),
  },
];

/** What can be done with somebody's tile. */
export const tileMenu = (target: MenuTarget, store: RoomStore, view: ViewState, table: FirstStrings): MenuContent => {
  const words = whole(table);
  const { tile, video, id, name, isSelf, isScreen } = target;
  const isPinned = store.$pinned.get() === id;
  const loudness = store.$peerVolumes.get().get(id) ?? 1;
  const setVolume = (volume: number): void => {
    tile.dispatchEvent(new RequestEvent('set-volume', { id, volume }));
  };
  const items: (MenuItem | false)[] = [
    {
      icon: 'pin',
      off: isPinned,
      label: isPinned ? words.unpin : words.pin,
      act: () => tile.dispatchEvent(new RequestEvent('pin', { id: isPinned ? null : id })),
    },
    !isSelf && {
      icon: 'sound',
      off: true,
      label: words.muteForMe,
      checked: loudness === 0,
      act: () => setVolume(loudness === 0 ? 1 : 0),
    },
    ...(isSelf ? cameraChoices(store, words, (request) => tile.dispatchEvent(new RequestEvent(request))) : []),
    isSelf && {
      icon: 'person',
      off: true,
      label: words.hideSelf,
      checked: view.$selfHidden.get(),
      act: () => tile.dispatchEvent(new RequestEvent('toggle-self-view')),
    },
    ...(isSelf || isScreen || store.$house.get()?.role !== 'host' ? [] : hostItems(target, words)),
    canFullScreen() && {
      icon: 'expand',
      label: words.fullScreen,
      checked: tile.matches(':fullscreen'),
      act: () => toggleFullScreen(tile, video),
    },
    !isSelf &&
      view.$pictureInPicture.get() !== undefined && {
        icon: 'pip',
        label: words.pictureInPicture,
        checked: view.$pictureInPicture.get()?.on ?? false,
        act: () => tile.dispatchEvent(new RequestEvent('toggle-pip')),
      },
    !isSelf && {
      icon: 'signal',
      label: words.connectionDetails,
      act: () => tile.dispatchEvent(new RequestEvent('show-panel', { panel: 'details' })),
    },
  ];
  return {
    label: optionsLabel(target, words),
    items: items.filter((item) => item !== false),
    volume:
      !isSelf && canSetVolume()
        ? { label: words.volumeOf(name), value: loudness, text: words.format.percent(loudness), set: setVolume }
        : undefined,
  };
};
