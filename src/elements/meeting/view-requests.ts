import { ContextProvider } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isSet } from './attribute-values.js';
import { toggleFullScreen } from '../shared/full-screen.js';
import type { RequestEvent } from '../shared/request-event.js';
import { createViewState, viewContext, type ViewState } from '../shared/view-state.js';

/** Does what is asked of the view, not of the meeting: full screen, the self view, the list of shortcuts. */
export class ViewRequests implements ReactiveController {
  readonly state: ViewState = createViewState();

  constructor(private readonly host: ReactiveControllerHost & HTMLElement & { readonly shortcutsOff: boolean }) {
    new ContextProvider(host, { context: viewContext, initialValue: this.state });
    host.addEventListener('pm-request', (event) => this.#handleRequest(event));
    host.addEventListener('fullscreenchange', () => this.#look());
    host.addController(this);
  }

  hostConnected(): void {
    this.#look();
  }

  hostUpdate(): void {
    this.state.$hasShortcuts.set(!isSet(this.host.shortcutsOff));
  }

  #look(): void {
    this.state.$fullScreen.set(this.host.matches(':fullscreen'));
  }

  #handleRequest(event: RequestEvent): void {
    const { $selfHidden, $pictureInPicture, $shortcuts } = this.state;
    switch (event.request) {
      case 'show-shortcuts':
        return $shortcuts.set((event as RequestEvent<'show-shortcuts'>).detail?.open ?? true);
      case 'toggle-self-view':
        return $selfHidden.set(!$selfHidden.get());
      case 'toggle-pip':
        return $pictureInPicture.get()?.toggle();
      case 'toggle-full-screen':
        return this.#toggleFullScreen();
      default:
        return undefined;
    }
  }

  #toggleFullScreen(): void {
    const { shadowRoot } = this.host;
    const grid = shadowRoot?.querySelector('pm-video-grid') ?? this.host.querySelector('pm-video-grid');
    toggleFullScreen(this.host, grid?.stageVideo);
  }
}
