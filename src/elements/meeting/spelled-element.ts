import { PromptElement } from './prompt-element.js';

/** Of this one each spelling has its say, for the word that hides more holds. */
const POLICY = 'ice-transport-policy';

const plain = (name: string): string => name.replaceAll('-', '').toLowerCase();
const camel = (name: string): string => name.replaceAll(/-(.)/gu, (_, letter: string) => letter.toUpperCase());

/**
 * Takes each attribute also as its property is spelled (`microphone-off`: `microphoneoff`, in XHTML `microphoneOff`),
 * for that is what becomes of properties that a framework writes on a server. Where several stand together any of them
 * makes a boolean true, and the one with hyphens goes first otherwise.
 */
export abstract class SpelledElement extends PromptElement {
  static override get observedAttributes(): string[] {
    return super.observedAttributes.flatMap((name) => [name, plain(name), camel(name)]);
  }

  override attributeChangedCallback(name: string, old: string | null, _value: string | null): void {
    const { observedAttributes } = this.constructor as typeof SpelledElement;
    const names = observedAttributes.filter((each) => plain(each) === plain(name));
    // By namespace: else a name is lower-cased before it is looked for.
    const values = names.map((each) => this.getAttributeNS(null, each)).filter((each) => each !== null);
    const [first = name] = names;
    super.attributeChangedCallback(first, old, first === POLICY ? values.join(' ') : (values[0] ?? null));
  }
}
