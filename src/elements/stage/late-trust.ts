import type { TemplateResult } from 'lit';
import { atom } from 'nanostores';
import type { FirstStrings } from '../../locales/first/en.js';
import type { Peer } from '../../room/types.js';

/** What a tile says of who is at the other end. */
export interface TileTrust {
  /** Beside the name of somebody who is verified, or a host. */
  readonly marks: (peer: Peer, words: FirstStrings) => TemplateResult;
  /** Why nothing is shown of somebody. */
  readonly refusal: (peer: Peer, words: FirstStrings) => string;
}

/** Not there from the beginning: until then who is not let in is not shown, and no more is said of it. */
export const $tileTrust = atom<TileTrust | undefined>();
