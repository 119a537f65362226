import { css, type CSSResult, unsafeCSS } from 'lit';

/**
 * Of a ground whose lightness is `l`: above it dark words have the better contrast, below it light ones. A ground's grey is as
 * light as a person sees it (OKLab's L is the cube root of a grey's luminance), so that 0.5646 is a luminance of 0.18.
 */
const either = (onLight: string, onDark: string): string => `clamp(${onLight}, (0.5646 - l) * 1000, ${onDark})`;

/** The grey of the same luminance: how light a colour looks, whatever its hue. */
const grey = (of: string): CSSResult => unsafeCSS(`color(from ${of} xyz-d65 calc(0.9505 * y) y calc(1.0891 * y) / 1)`);

/** Words on a ground: contrast 4.5 and more on any, for at a middle grey they are black or white. */
const words = either('clamp(0, (l - 0.5646) * 0.8, 0.24)', 'clamp(0.96, 0.96 + (l - 0.35) * 0.2, 1)');

/** Words on what has that grey. */
const wordsOn = (ofGrey: string): CSSResult => unsafeCSS(`oklch(from ${ofGrey} ${words} 0 0)`);

/** A colour's hue, as light as the surface asks for. A missing component is taken from the other colour (CSS Color 4, 12.2). */
const tone = (lightness: string, of: string, chroma = 'c'): CSSResult =>
  unsafeCSS(`color-mix(in oklch, oklch(from var(--_grey) ${lightness} none none), oklch(from ${of} none ${chroma} h))`);

/** The same for words: of a middle grey only white and black are far enough, so that no more than a hint of the hue is left there. */
const hue = (lightness: string, of: string, most: number): CSSResult => {
  const chroma = `clamp(0, max(l - 0.6, 0.5 - l), ${most})`;
  return unsafeCSS(
    `color-mix(in oklch, oklch(from var(--_grey) ${lightness} ${chroma} none), oklch(from ${of} none none h))`,
  );
};

/** A step away from the surface: towards its words, but where that would cost them their contrast. */
const step = (size: number): CSSResult =>
  tone(`calc(l + clamp(-${size}, (0.42 - l) * (0.5646 - l) * (0.75 - l) * 1e6, ${size}))`, 'var(--_surface)');

/**
 * What every element's sheet begins with. Each host derives the same tokens anew, so that an element
 * that a page slots in looks like ours. Fixed dark colours first, for browsers without relative colour.
 */
export const tokens = css`
  :host {
    --_surface: var(--pm-surface, #151a1d);
    --_on-surface: var(--pm-on-surface, #edf2f3);
    --_muted: #aab5b9;
    --_raised: #22282b;
    --_floating: #2e3538;
    --_line: #41494d;
    --_edge: #7d878b;
    --_accent: var(--pm-accent, #62cfd2);
    --_on-accent: #071a1b;
    --_lit: var(--pm-accent, #62cfd2);
    --_on-lit: #071a1b;
    --_danger: var(--pm-danger, #c9302f);
    --_on-danger: #fff;
    --_warning: var(--pm-warning, #f0b94d);
    --_stage: #0c1012;
    --_radius: var(--pm-radius, 12px);
    --_gap: var(--pm-gap, 8px);
    --_control: max(24px, var(--pm-control-size, 44px));
    --_glass: rgb(10 14 16 / 72%);
    --_shadow: 0 6px 24px rgb(0 0 0 / 28%);
    --_fast: 140ms cubic-bezier(0.2, 0.7, 0.3, 1);
    box-sizing: border-box;
  }

  @supports (color: color-mix(in oklch, oklch(from light-dark(red, red) l none none), red)) {
    :host {
      --_surface: var(--pm-surface, light-dark(oklch(0.985 0.0015 220), oklch(0.215 0.011 220)));
      --_grey: ${grey('var(--_surface)')};
      --_on-surface: var(--pm-on-surface, ${tone(words, 'oklch(0.5 0.012 220)')});
      --_muted: ${tone(either('clamp(0, l - 0.54, 0.45)', 'clamp(0.75, l + 0.53, 1)'), 'oklch(0.5 0.012 220)')};
      --_raised: ${step(0.052)};
      --_floating: ${step(0.097)};
      --_line: color-mix(in oklab, var(--_on-surface) 16%, var(--_surface));
      --_edge: ${tone(either('l - 0.41', 'clamp(0.5, l + 0.41, 1)'), 'oklch(0.5 0.012 220)')};
      --_accent: var(--pm-accent, light-dark(oklch(0.5 0.088 205), oklch(0.8 0.1 198)));
      --_on-accent: ${wordsOn('var(--_accent-grey)')};
      --_accent-grey: ${grey('var(--_accent)')};
      --_lit: ${tone(either('clamp(0, l - 0.4, 0.5)', 'clamp(0.8, l + 0.38, 1)'), 'var(--_accent)', 'min(c, 0.14)')};
      --_on-lit: oklch(from var(--_grey) clamp(0.2, (l - 0.5646) * 1000, 0.99) 0 0);
      --_danger: var(--pm-danger, oklch(0.555 0.195 25));
      --_danger-grey: ${grey('var(--_danger)')};
      --_on-danger: ${wordsOn('var(--_danger-grey)')};
      --_amber: var(--pm-warning, oklch(0.8 0.12 75));
      --_warning: ${hue(either('clamp(0, l - 0.505, 0.49)', 'clamp(0.83, l + 0.5, 1)'), 'var(--_amber)', 0.115)};
      --_stage: oklch(from var(--_surface) min(l, 0.15) min(c, 0.02) h);
    }
  }

  @media (prefers-contrast: more) {
    :host {
      --_muted: var(--_on-surface);
      --_edge: var(--_on-surface);
      --_line: var(--_on-surface);
    }
  }

  :host([hidden]) {
    display: none !important;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  /* Inside the shadow root, where a page's universal rules don't reach: what would be inherited from it. */
  .root {
    color: var(--_on-surface);
    cursor: default;
    font-style: normal;
    font-variant: normal;
    font-weight: 400;
    hyphens: manual;
    letter-spacing: normal;
    line-height: 1.4;
    list-style: none;
    text-align: start;
    text-align-last: auto;
    text-emphasis: none;
    text-indent: 0;
    text-shadow: none;
    text-transform: none;
    white-space: normal;
    word-break: normal;
    word-break: auto-phrase; /* in Japanese, where the browser can */
    word-spacing: normal;
    -webkit-tap-highlight-color: transparent;
    -webkit-text-fill-color: currentcolor;
    -webkit-text-stroke: 0;
  }

  .root:lang(ko) {
    word-break: keep-all;
  }

  .icon {
    display: block;
    flex: none;
    inline-size: 24px;
    block-size: 24px;
  }

  .icon .cut {
    stroke: var(--_below, var(--_raised));
    stroke-width: 2.25;
  }

  /* Their colour is not forced: SVG keeps what it is given. */
  @media (forced-colors: active) {
    .icon {
      color: inherit !important;
    }

    .icon .cut {
      stroke: Canvas;
    }
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  :focus-visible {
    outline: 2px solid var(--_lit);
    outline-offset: 2px;
  }

  @media (prefers-reduced-motion: reduce) {
    :host,
    * {
      transition: none !important;
      animation: none !important;
    }
  }
`;

/** A dark surface of a brand's hue, whatever the scheme of the page and the brand's own surface are. */
const darkSurface = (host: string): CSSResult =>
  unsafeCSS(`${host} { color-scheme: dark; --_surface: #151a1d; --_on-surface: #edf2f3 }
    @supports (color: oklch(from red l c h)) {
      ${host} { --_surface: oklch(from var(--pm-surface, oklch(0.215 0.011 220)) min(l, 0.215) min(c, 0.03) h) }
    }`);

/** After `tokens`, for what stands on the stage, and for what does so in full screen. */
export const onStage = darkSurface(':host');
export const onStageWhenOver = darkSurface(':host([over])');
