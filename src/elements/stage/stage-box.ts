import type { StageBox } from './stage-layout.js';

const DEFAULT_ASPECT = 16 / 9;

/** `--pm-tile-aspect` as a number: `16/9` and `1.78` both. */
const aspectOf = (style: CSSStyleDeclaration): number => {
  const [width, height = '1'] = style.getPropertyValue('--pm-tile-aspect').split('/');
  const aspect = Number.parseFloat(width ?? '') / Number.parseFloat(height);
  return aspect > 0 && Number.isFinite(aspect) ? aspect : DEFAULT_ASPECT;
};

/** What the element around the tiles says of their box. */
export const stageBoxOf = (root: HTMLElement, isSmall: boolean): StageBox & { readonly isRtl: boolean } => {
  const style = getComputedStyle(root);
  return {
    width: root.clientWidth,
    height: root.clientHeight,
    gap: Number.parseFloat(style.columnGap) || 0,
    aspect: aspectOf(style),
    isSmall,
    isRtl: style.direction === 'rtl',
  };
};
