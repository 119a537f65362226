import { ContextConsumer, createContext } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FirstStrings } from '../../locales/first/en.js';
import { $english } from './late-words.js';

/** Hands the words of the element's language down, also to elements that a page slots in. */
export const wordsContext = createContext<FirstStrings>(Symbol('private-meet-words'));

/** The words around an element, English where there are none; draws the element again when they change. */
export class WordsController implements ReactiveController {
  table: FirstStrings = $english.get();

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
    new ContextConsumer(host, {
      context: wordsContext,
      subscribe: true,
      callback: (table: FirstStrings | undefined) => {
        this.table = table ?? $english.get();
        this.#mark();
        this.host.requestUpdate();
      },
    });
  }

  hostConnected(): void {}

  /**
   * Within `<private-meet>` language and direction come from its root. What a page slots in has them from the page,
   * whose language may be another, so it says itself what its words are.
   */
  #mark(): void {
    if (!this.host.closest('private-meet')) return; // it doesn't see beyond a shadow root
    this.host.lang = this.table.language;
    this.host.dir = this.table.direction;
  }
}
