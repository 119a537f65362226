import { adoptStyles, LitElement, unsafeCSS } from 'lit';
import type { CSSResult, CSSResultGroup, CSSResultOrNative } from 'lit';

/** An element that lives through being moved: within its document, and into another one (a frame, a window of its own). */
export abstract class MovableElement extends LitElement {
  readonly #further: CSSResult[] = [];

  protected static override finalizeStyles(styles?: CSSResultGroup): CSSResultOrNative[] {
    return super.finalizeStyles(styles).map((style) => ('cssText' in style ? ownColours(style) : style));
  }

  protected override createRenderRoot(): ShadowRoot {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    this.#dress(root);
    this.renderOptions.renderBefore ??= root.firstChild;
    return root;
  }

  /** A move by `moveBefore()` changes nothing here. */
  connectedMoveCallback(): void {}

  /** The sheets stayed behind. */
  adoptedCallback(): void {
    if (this.shadowRoot) this.#dress(this.shadowRoot);
  }

  /** @internal Puts on the sheet of a part that came later. */
  wear(style: CSSResult): void {
    this.#further.push(style);
    const [root, view] = [this.shadowRoot, this.ownerDocument.defaultView];
    const sheet = view === window ? style.styleSheet : view && createSheet(view, style.cssText);
    if (root && sheet) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]; // beside what others have put on
  }

  #dress(root: ShadowRoot): void {
    const styles = [...(this.constructor as typeof LitElement).elementStyles, ...this.#further];
    const view = this.ownerDocument.defaultView; // none once a frame is gone: nothing is drawn there
    if (view === window) adoptStyles(root, styles);
    else if (view) root.adoptedStyleSheets = styles.map((style) => createSheet(view, (style as CSSResult).cssText));
  }
}

/**
 * Dark Reader writes colours of its own over each rule for screens, those of text and of what lies below it apart: one that
 * derives from the other turns into dark on dark. It passes over what is for print; this is for print and for all else.
 */
export const ownColours = ({ cssText }: CSSResult): CSSResult => unsafeCSS(`@media print,not print{${cssText}}`);

/** A document takes only sheets that were made in its window. */
export const createSheet = (view: typeof globalThis, css: string): CSSStyleSheet => {
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
};
