import { ContextProvider } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FirstStrings } from '../../locales/first/en.js';
import { chooseLanguage, type LanguageTag } from '../../locales/languages.js';
import { load } from '../../locales/load.js';
import { isThenable } from '../../protocol/kind.js';
import { hostOf } from '../shared/around.js';
import { $english } from '../shared/late-words.js';
import { wordsContext } from '../shared/words-controller.js';

type Host = ReactiveControllerHost & HTMLElement;

/** Chooses the language of a `<private-meet>`, as the page and the visitor say and live, and hands its words down. */
export class Language implements ReactiveController {
  /** English until another language has come, and when it doesn't. */
  words: FirstStrings = $english.get();

  readonly #provider: ContextProvider<typeof wordsContext, Host>;
  #chosen: LanguageTag = 'en';
  #watch: MutationObserver | undefined;
  #unlisten: (() => void) | undefined;

  constructor(private readonly host: Host) {
    host.addController(this);
    this.#provider = new ContextProvider(host, { context: wordsContext, initialValue: this.words });
  }

  hostConnected(): void {
    this.#watch = new MutationObserver(this.#choose);
    window.addEventListener('languagechange', this.#choose);
    this.#unlisten = $english.listen(this.#useEnglish);
    this.#useEnglish();
    this.look();
  }

  hostDisconnected(): void {
    this.#watch?.disconnect();
    window.removeEventListener('languagechange', this.#choose);
    this.#unlisten?.();
  }

  /** To be called where the element is in another place than before. */
  look(): void {
    this.#watch?.disconnect();
    for (const root of this.#ancestry().roots) {
      this.#watch?.observe(root, { subtree: true, attributes: true, attributeFilter: ['lang'] });
    }
    this.#choose();
  }

  /** The nearest `lang`, and all trees that it could stand in. */
  #ancestry(): { tag: string | undefined; roots: Node[] } {
    const roots: Node[] = [];
    let tag: string | undefined;
    for (let at: Element | undefined = this.host; at;) {
      tag ??= at.closest('[lang]:not([lang=""])')?.getAttribute('lang') ?? undefined;
      const root: Node = at.getRootNode();
      roots.push(root);
      at = hostOf(root);
    }
    return { tag, roots };
  }

  #choose = (): void => {
    const language = chooseLanguage(this.#ancestry().tag, navigator.languages);
    if (language === this.#chosen) return;
    this.#chosen = language;
    const table = language === 'en' ? $english.get() : load(language);
    if (!isThenable(table)) return this.#use(table);
    table.then(
      (words) => this.#chosen === language && this.#use(words),
      (error: unknown) => {
        console.warn(`<private-meet> could not load its words in "${language}" and shows them in English`, error); // eslint-disable-line no-console -- a page's author has to know, a visitor can do nothing about it
        if (this.#chosen === language) this.#use($english.get());
      },
    );
  };

  /** There may be more of them by now. */
  readonly #useEnglish = (): void => {
    if (this.#chosen === 'en') this.#use($english.get());
  };

  #use(words: FirstStrings): void {
    if (words === this.words) return;
    this.words = words;
    this.#provider.setValue(words);
    this.host.requestUpdate();
  }
}
