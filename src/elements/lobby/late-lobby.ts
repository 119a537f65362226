import { atom } from 'nanostores';
import type { RoomStore } from '../../room/room-store.js';
import type { MovableElement } from '../shared/movable-element.js';
import type { DevicePickers } from './device-pickers.js';
import type { LevelBars } from './level-bars.js';
import type { permissionHint } from './permission-hint.js';
import type { SuggestedPassphrase } from './suggested-passphrase.js';

/** What only some see of the lobby. */
export interface LobbyParts {
  readonly createPickers: (host: MovableElement) => DevicePickers;
  readonly createLevel: (host: MovableElement, store: () => RoomStore | undefined) => LevelBars;
  readonly createSuggestion: (host: MovableElement, fill: (passphrase: string) => void) => SuggestedPassphrase;
  readonly permissionHint: typeof permissionHint;
}

/** Not there from the beginning: the choice of devices, the microphone's meter, a passphrase that nobody guesses, and where a refusal is taken back. */
export const $lobbyParts = atom<LobbyParts | undefined>();
