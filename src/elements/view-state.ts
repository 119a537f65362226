import { ContextConsumer, createContext } from '@lit/context';
import { atom } from 'nanostores';
import type { ReadableAtom } from 'nanostores';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What can stand beside the stage, one at a time; `panels.ts` says which does. */
export type PanelName = 'people' | 'details';

/** The small window beside the page that a browser may lend. */
export interface PictureInPicture {
  readonly on: boolean;
  toggle(): void;
}

/** How one looks at the meeting: of one element alone, and nothing that the others in the room learn. */
export const createViewState = () => ({
  $selfHidden: atom(false),
  $fullScreen: atom(false),
  /** `undefined` where the browser has none, or there is nothing to show in it. */
  $pictureInPicture: atom<PictureInPicture | undefined>(),
  /** Whether the list of keyboard shortcuts is open. */
  $shortcuts: atom(false),
  /** Whether the page lets the keyboard's shortcuts work. */
  $hasShortcuts: atom(true),
});

export type ViewState = ReturnType<typeof createViewState>;

/** Hands the view down, also to elements that a page slots in. */
export const viewContext = createContext<ViewState>(Symbol('private-meet-view'));

/** Finds the view around an element, one of its own where there is none; draws the element again when a picked atom changes. */
export class ViewController implements ReactiveController {
  state: ViewState = createViewState();
  #unsubscribe: (() => void)[] = [];

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly pick: (state: ViewState) => readonly ReadableAtom[],
    /** Told of every picked atom's change at once, before the element draws. */
    private readonly changed?: () => void,
  ) {
    host.addController(this);
    new ContextConsumer(host, { context: viewContext, subscribe: true, callback: (state) => this.#follow(state) });
  }

  hostConnected(): void {
    if (this.#unsubscribe.length === 0) this.#follow(this.state);
  }

  hostDisconnected(): void {
    this.#release();
  }

  // A provider that is not connected yet has nothing to give, whatever its type says.
  #follow(state: ViewState | undefined): void {
    this.#release();
    this.state = state ?? this.state;
    this.#unsubscribe = this.pick(this.state).map((picked) => picked.listen(() => this.#notify()));
    this.#notify();
  }

  #notify(): void {
    this.changed?.();
    this.host.requestUpdate();
  }

  #release(): void {
    for (const unsubscribe of this.#unsubscribe) unsubscribe();
    this.#unsubscribe = [];
  }
}
