import { ContextEvent, ContextProvider } from '@lit/context';
import { RequestEvent } from '../src/elements/shared/request-event.js';
import { roomContext } from '../src/elements/shared/room-context.js';
import { createViewState, type PanelName, viewContext } from '../src/elements/shared/view-state.js';
import type { RoomStore } from '../src/room/room-store.js';
import type { Peer } from '../src/room/types.js';
import { call, fillCall, person, type Change } from './gallery-stores.js';

/** One element in one state. */
export interface Specimen {
  readonly caption: string;
  /** A class of `gallery.css`. */
  readonly size: string;
  /** Puts it into its box. */
  readonly fill: (box: HTMLElement) => void;
}

const hand = (box: HTMLElement, store: RoomStore): void => {
  new ContextProvider(box, { context: roomContext, initialValue: store });
};

/** An element alone, with a room around it. */
export const specimen = (
  caption: string,
  tag: string,
  size: string,
  store: RoomStore,
  properties: object = {},
): Specimen => ({
  caption,
  size,
  fill: (box) => {
    hand(box, store);
    box.append(Object.assign(document.createElement(tag), properties));
  },
});

export const tile = (caption: string, over: Partial<Peer>): Specimen => {
  const peer = person(1, over);
  return specimen(caption, 'pm-video-tile', 'tile', call([peer]), { peer });
};

/** All of it, as a page has it. Its meeting never leaves the page: what it shows is written into its store. */
export const whole = (caption: string, size: string, fill: Change, panel: PanelName | null = null): Specimen => ({
  caption,
  size,
  fill: (box) => {
    const meet = document.createElement('private-meet');
    meet.room = 'Standup';
    box.append(meet);
    void meet.updateComplete.then(() => {
      const inner = meet.shadowRoot?.querySelector('.stage');
      inner?.dispatchEvent(new ContextEvent(roomContext, inner, fill));
      inner?.dispatchEvent(new RequestEvent('show-panel', { panel }));
    });
  },
});

export const inCall =
  (peers: readonly Peer[], change?: Change): Change =>
  (store) =>
    fillCall(store, peers, change);

/** The list of shortcuts lies over everything: a button opens it. */
export const shortcuts = (caption: string, store: RoomStore): Specimen => ({
  caption,
  size: 'line',
  fill: (box) => {
    const view = createViewState();
    hand(box, store);
    new ContextProvider(box, { context: viewContext, initialValue: view });
    box.addEventListener('pm-request', (event) => {
      if (event.request === 'show-shortcuts') {
        view.$shortcuts.set((event as RequestEvent<'show-shortcuts'>).detail?.open ?? false);
      }
    });
    const opener = document.createElement('button');
    opener.textContent = 'Open';
    opener.addEventListener('click', () => view.$shortcuts.set(true));
    box.append(opener, document.createElement('pm-shortcuts'));
  },
});
