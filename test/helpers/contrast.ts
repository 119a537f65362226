import { deepElements } from '../e2e/words.js';

type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

const CLEAR: Rgba = [0, 0, 0, 0];
const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 });
const known = new Map<string, Rgba>();

/** A computed colour in whatever notation, as a screen shows it. */
const colourOf = (value: string): Rgba => {
  const before = known.get(value);
  if (before) return before;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no 2d context for the canvas');
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = value;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
  const colour: Rgba = [red, green, blue, alpha / 255];
  known.set(value, colour);
  return colour;
};

const over = (top: Rgba, below: Rgba): Rgba => {
  const alpha = top[3] + below[3] * (1 - top[3]);
  if (alpha === 0) return CLEAR;
  const mix = (index: 0 | 1 | 2): number => (top[index] * top[3] + below[index] * below[3] * (1 - top[3])) / alpha;
  return [mix(0), mix(1), mix(2), alpha];
};

const luminance = (colour: Rgba): number => {
  const part = (value: number): number => (value <= 10 ? value / 3294 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * part(colour[0]) + 0.7152 * part(colour[1]) + 0.0722 * part(colour[2]);
};

const above = (element: Element): Element | null => {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
};

/** What a background may show: its colour, or each stop of its gradient. */
const paintsOf = ({ backgroundColor, backgroundImage }: CSSStyleDeclaration): Rgba[] => {
  const stops = backgroundImage.match(/\b(?:rgba?|oklch|oklab|lab|lch|hsla?|color)\([^()]*\)/gu) ?? [];
  const colour = colourOf(backgroundColor);
  return stops.length === 0 ? [colour] : stops.map((stop) => over(colourOf(stop), colour));
};

/** What may be seen behind an element's own text: all backgrounds up to the page's canvas. */
const groundsOf = (element: Element | null): Rgba[] => {
  if (!element) return [[255, 255, 255, 1]];
  const paints = paintsOf(getComputedStyle(element));
  if (paints.every(([, , , alpha]) => alpha === 1)) return paints;
  return groundsOf(above(element)).flatMap((below) => paints.map((paint) => over(paint, below)));
};

const ratio = (colour: Rgba, ground: Rgba): number => {
  const seen = [luminance(over(colour, ground)), luminance(ground)];
  return (Math.max(...seen) + 0.05) / (Math.min(...seen) + 0.05);
};

/** Of a colour on another, both computed; the other on white, where it lets that through. */
export const contrastBetween = (colour: string, ground: string): number =>
  ratio(colourOf(colour), over(colourOf(ground), [255, 255, 255, 1]));

/** The least there is of it. */
const contrastOf = (element: Element, colour: string): number =>
  Math.min(...groundsOf(element).map((ground) => ratio(colourOf(colour), ground)));

const isIcon = (element: Element): boolean => element.matches('svg.icon');
const hasText = (element: Element): boolean =>
  [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '');
const isSeen = (element: Element): boolean => {
  const { width, height } = element.getBoundingClientRect();
  const isShown = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  return isShown && width > 2 && height > 2 && !element.matches(':disabled, :disabled *, option, style');
};

/** Everything that a person should see below `root`, as `name of the tree > what it is: contrast`, with the least that it needs. */
export const contrasts = (
  root: Element,
): readonly { readonly what: string; readonly is: number; readonly needs: number }[] =>
  deepElements(root)
    .filter((element) => (isIcon(element) || hasText(element) || element.matches('input')) && isSeen(element))
    .map((element) => {
      const { color, stroke } = getComputedStyle(element);
      const tree = (element.getRootNode() as ShadowRoot).host.localName;
      const name = [element.localName, ...element.classList, element.textContent.trim().slice(0, 20)].join(' ');
      const is = contrastOf(element, isIcon(element) ? stroke : color);
      return { what: `${tree} > ${name}`, is: Math.round(is * 10) / 10, needs: isIcon(element) ? 3 : 4.5 };
    });
