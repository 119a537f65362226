import type { TemplateResult } from 'lit';
import { atom } from 'nanostores';
import type { FirstStrings } from '../../locales/first/en.js';
import type { RoomStore } from '../../room/room-store.js';

/** A line over the stage about hosts and those who wait for them. */
export interface HostLine {
  readonly kind: 'host';
  readonly say: (words: FirstStrings) => string;
  /** What there is to do about it. */
  readonly acts: (words: FirstStrings) => TemplateResult;
}

/** Makes what looks for such lines; the same one until there is another to show. `changed`: a person put one away. Not there from the beginning. */
export const $hostLines = atom<
  | ((host: HTMLElement, changed: () => void) => { readonly look: (store: RoomStore) => HostLine | undefined })
  | undefined
>();
