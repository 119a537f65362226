import { ContextProvider, createContext } from '@lit/context';
import type { LitElement } from 'lit';
import type { RequestEvent } from './request-event.js';
import type { PanelName } from './view-state.js';

export type { PanelName };

/** Says which panel is open, so that a button can show `aria-expanded`; `null` for none. */
export const panelContext = createContext<PanelName | null>(Symbol('private-meet-panel'));

/** Which panel is open in one `<private-meet>`, asked for by `show-panel`. */
export class Panels {
  readonly #provider: ContextProvider<typeof panelContext, LitElement>;

  /** Make it before what ends all requests on `host`. */
  constructor(host: LitElement) {
    this.#provider = new ContextProvider(host, { context: panelContext, initialValue: null });
    host.addEventListener('pm-request', (event) => {
      if (event.request === 'show-panel') this.show((event as RequestEvent<'show-panel'>).detail?.panel ?? null);
    });
  }

  show(panel: PanelName | null): void {
    this.#provider.setValue(panel);
  }
}
