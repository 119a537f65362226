import { createContext } from '@lit/context';
import { atom } from 'nanostores';
import type { ReadableAtom } from 'nanostores';
import type { ReactiveControllerHost } from 'lit';
import { AtomsController } from './atoms-controller.js';

/** What can stand beside the stage, one at a time; `panels.ts` says which does. */
export type PanelName = 'people' | 'details' | 'chat' | 'trust';

/** The small window beside the page that a browser may lend. */
export interface PictureInPicture {
  readonly on: boolean;
  toggle(): void;
}

/** What one writes and has not sent yet, in which room. */
export interface Draft {
  readonly room: string;
  readonly text: string;
  /** What goes with it. */
  readonly files: readonly File[];
  /** Whether location and camera data stay in pictures among them. */
  readonly keepsWhere: boolean;
  /** Where the caret was, or what was selected, in UTF-16 units. */
  readonly caret?: readonly [start: number, end: number];
}

/** How one looks at the meeting: of one element alone, and nothing that the others in the room learn. */
export const createViewState = () => ({
  $selfHidden: atom(false),
  $fullScreen: atom(false),
  /** `undefined` where the browser has none, or there is nothing to show in it. */
  $pictureInPicture: atom<PictureInPicture | undefined>(),
  /** Whether the list of keyboard shortcuts is open. */
  $shortcuts: atom(false),
  $draft: atom<Draft | undefined>(),
  /** Whether somebody wants parts that come later, and they could not be loaded. */
  $laterMissing: atom(false),
  /** Whether the page lets the keyboard's shortcuts work. */
  $hasShortcuts: atom(true),
});

export type ViewState = ReturnType<typeof createViewState>;

/** Hands the view down, also to elements that a page slots in. */
export const viewContext = createContext<ViewState>(Symbol('private-meet-view'));

/** Finds the view around an element, one of its own where there is none; draws the element again when a picked atom changes. */
export class ViewController extends AtomsController<ViewState> {
  readonly #own: ViewState;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    pick: (state: ViewState) => readonly ReadableAtom[],
    /** Told of every picked atom's change at once, before the element draws. */
    changed?: () => void,
  ) {
    const own = createViewState();
    super(host, viewContext, pick, changed, own);
    this.#own = own;
  }

  get state(): ViewState {
    return this.atoms ?? this.#own;
  }
}
