import { html, type TemplateResult } from 'lit';
import { whole, type Strings } from '../../locales/en.js';
import type { FirstStrings } from '../../locales/first/en.js';
import { icon } from '../shared/icons.js';
import { ownColours, type MovableElement } from '../shared/movable-element.js';
import { pagerStyles } from './pages.styles.js';
import { Swipe } from './swipe.js';

/** More than these are told in figures. */
const MOST_DOTS = 8;

const sheet = ownColours(pagerStyles);

/** Turns the pages of a grid: by buttons, by their keys, by a finger. */
export class Pages {
  constructor(
    host: MovableElement,
    /** Goes on by some pages. */
    private readonly turn: (by: number) => void,
  ) {
    const swipe = new Swipe(turn);
    host.wear(sheet);
    host.addEventListener('pointerdown', swipe.handlePointerDown);
    host.addEventListener('pointerup', swipe.handlePointerUp);
  }

  /** Buttons with a dot for each page between them; `page` counts from 0. */
  render(page: number, pages: number, words: FirstStrings): TemplateResult {
    return pager({ page, pages, turn: this.turn }, whole(words));
  }
}

interface Pager {
  readonly page: number;
  readonly pages: number;
  readonly turn: (by: number) => void;
}

const pager = ({ page, pages, turn }: Pager, words: Strings): TemplateResult => {
  const now = words.pageOf(page + 1, pages);
  const keys = (event: KeyboardEvent): void => {
    const isRtl = (event.currentTarget as Element).matches(':dir(rtl)');
    const by = { ArrowRight: isRtl ? -1 : 1, ArrowLeft: isRtl ? 1 : -1, PageDown: 1, PageUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    turn(by);
  };
  // A disabled button would drop the focus at the last page.
  return html`<div part="pager" class="pager" role="group" aria-label=${now} @keydown=${keys}>
    <button type="button" aria-label=${words.previousPage} aria-disabled=${page === 0} @click=${() => turn(-1)}>
      ${icon('chevron')}
    </button>
    ${
      pages > MOST_DOTS
        ? html`<span aria-hidden="true">${page + 1} / ${pages}</span>`
        : html`<span class="dots" aria-hidden="true"
            >${Array.from({ length: pages }, (_, index) => html`<i class=${index === page ? 'now' : ''}></i>`)}</span
          >`
    }
    <span class="visually-hidden" role="status">${now}</span>
    <button type="button" aria-label=${words.nextPage} aria-disabled=${page === pages - 1} @click=${() => turn(1)}>
      ${icon('chevron')}
    </button>
  </div>`;
};
