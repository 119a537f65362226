import { windowOf } from './around.js';

/** A box in the window, in CSS pixels. */
export interface PopupBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where something that floats lies in the window. */
export interface PopupPlace {
  readonly left: number;
  readonly top: number;
}

/** The window's inside where `element` is, without a scroll bar. */
export const viewOf = (element: Element): Pick<PopupBox, 'width' | 'height'> => ({
  width: element.ownerDocument.documentElement.clientWidth,
  height: windowOf(element).innerHeight,
});

/** Space between what floats and what it belongs to, and to the window's edges. */
export const POPUP_GAP = 8;

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high));

/** Middle over `anchor`, or below it where there is more room, and whole in `view` where it fits. */
export const placeBeside = (
  size: Pick<PopupBox, 'width' | 'height'>,
  anchor: PopupBox,
  view: Pick<PopupBox, 'width' | 'height'>,
): PopupPlace => {
  const above = anchor.top - POPUP_GAP - size.height;
  const below = anchor.top + anchor.height + POPUP_GAP;
  const isBelow = above < POPUP_GAP && view.height - below > anchor.top;
  return {
    left: clamp(anchor.left + (anchor.width - size.width) / 2, POPUP_GAP, view.width - size.width - POPUP_GAP),
    top: clamp(isBelow ? below : above, POPUP_GAP, view.height - size.height - POPUP_GAP),
  };
};

/** A sheet's least width, where the window has it: words in a tiny box need more than the box. */
const LEAST_SHEET = 240;

/** At the foot of `box`, as wide as that, and whole in `view`. */
export const placeSheet = (
  height: number,
  box: PopupBox,
  view: Pick<PopupBox, 'width' | 'height'>,
): PopupPlace & { readonly width: number } => {
  const width = Math.min(Math.max(box.width, LEAST_SHEET), view.width);
  return {
    width,
    left: clamp(box.left + (box.width - width) / 2, 0, view.width - width),
    top: clamp(Math.min(box.top + box.height, view.height) - height, 0, view.height - height),
  };
};

/** How much CSS `zoom` enlarges what is inside an element: lengths set there are of before, measured ones of after. */
export const zoomOf = (element: Element): number => ('currentCSSZoom' in element ? element.currentCSSZoom : 1);
