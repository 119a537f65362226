import { ContextProvider } from '@lit/context';
import { fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import '../../src/define.js';
import { defineLater } from '../../src/elements/meeting/later.js';
import { roomContext } from '../../src/elements/shared/room-context.js';
import { wordsContext } from '../../src/elements/shared/words-controller.js';
import { en, type Strings } from '../../src/locales/en.js';
import { createRoomStore, type RoomStore } from '../../src/room/room-store.js';

defineLater();

export { peerOf, peersOf } from './peers.js';

/** An element in a box with a room around it, and that room's store, which the test writes. */
export interface RoomFixture<E extends Element> {
  readonly element: E;
  readonly box: HTMLElement;
  readonly store: RoomStore;
  /** Gives what is in the box another language. */
  readonly speak: (words: Strings) => void;
}

/** `content` with a room around it; `set` writes the store before the element sees it. */
export const roomFixture = async <E extends Element>(
  content: TemplateResult,
  set?: (store: RoomStore) => void,
): Promise<RoomFixture<E>> => {
  const store = createRoomStore();
  set?.(store);
  const box = await fixture<HTMLElement>(html`<div></div>`);
  new ContextProvider(box, { context: roomContext, initialValue: store });
  const words = new ContextProvider(box, { context: wordsContext, initialValue: en });
  const element = await fixture<E>(content, { parentNode: box });
  const speak = (table: Strings): void => {
    box.dir = table.direction;
    words.setValue(table);
  };
  return { element, box, store, speak };
};

/** A part inside an element's shadow root, which is a `type`. */
export const partOf = <E extends HTMLElement>(element: Element, name: string, type: new () => E): E => {
  const found = element.shadowRoot?.querySelector(`[part~="${name}"]`);
  if (found instanceof type) return found;
  throw new Error(`no part ${name} of that type in <${element.localName}>`);
};

/** A button among an element's parts. */
export const buttonOf = (element: Element, name: string): HTMLButtonElement => partOf(element, name, HTMLButtonElement);

/** Resolves to the next `type` event on `target`; Mocha's own ceiling ends a wait in vain. */
export const next = <E extends Event>(target: EventTarget, type: string): Promise<E> =>
  new Promise((resolve) => {
    target.addEventListener(type, (event) => resolve(event as E), { once: true });
  });

/** Resolves once `is` holds, looked at in every frame; Mocha's own ceiling ends a wait in vain. */
export const until = async (is: () => boolean): Promise<void> => {
  while (!is()) await new Promise((resolve) => requestAnimationFrame(resolve));
};

/** Resolves after the tasks that are queued now, where a removal is told from a move. */
export const aTaskLater = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
