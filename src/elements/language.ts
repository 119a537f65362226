import { ContextProvider } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { en, type Strings } from '../locales/en.js';
import { wordsContext } from './words-controller.js';

/** Chooses the language of a `<private-meet>` and hands its words down. */
export class Language implements ReactiveController {
  words: Strings = en;

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
    new ContextProvider(this.host, { context: wordsContext, initialValue: this.words });
  }

  hostConnected(): void {}
}
