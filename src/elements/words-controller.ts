import { ContextConsumer, createContext } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { en, type Strings } from '../locales/en.js';

/** Hands the words of the element's language down, also to elements that a page slots in. */
export const wordsContext = createContext<Strings>(Symbol('private-meet-words'));

/** The words around an element, English where there are none; draws the element again when they change. */
export class WordsController implements ReactiveController {
  table: Strings = en;

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
    new ContextConsumer(host, {
      context: wordsContext,
      subscribe: true,
      callback: (table: Strings | undefined) => {
        this.table = table ?? en;
        this.host.requestUpdate();
      },
    });
  }

  hostConnected(): void {}
}
