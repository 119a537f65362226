import { css } from 'lit';

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
    --_ring: var(--pm-accent, #62cfd2);
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

  @supports (color: light-dark(oklch(from red l c h), red)) {
    :host {
      --_surface: var(--pm-surface, light-dark(oklch(0.985 0.0015 220), oklch(0.215 0.011 220)));
      --_on-surface: var(--pm-on-surface, oklch(from var(--_surface) clamp(0.24, (0.62 - l) * 1000, 0.96) 0.012 h));
      --_muted: color-mix(in oklab, var(--_on-surface) 72%, var(--_surface));
      --_raised: color-mix(in oklab, var(--_on-surface) 7%, var(--_surface));
      --_floating: color-mix(in oklab, var(--_on-surface) 13%, var(--_surface));
      --_line: color-mix(in oklab, var(--_on-surface) 16%, var(--_surface));
      --_edge: color-mix(in oklab, var(--_on-surface) 55%, var(--_surface));
      --_accent: var(--pm-accent, light-dark(oklch(0.5 0.088 205), oklch(0.8 0.1 198)));
      --_on-accent: oklch(from var(--_accent) clamp(0.2, (0.64 - l) * 1000, 0.99) min(c, 0.03) h);
      --_ring: light-dark(oklch(from var(--_accent) min(l, 0.55) c h), oklch(from var(--_accent) max(l, 0.75) c h));
      --_danger: var(--pm-danger, oklch(0.555 0.195 25));
      --_on-danger: oklch(from var(--_danger) clamp(0.2, (0.64 - l) * 1000, 0.99) min(c, 0.02) h);
      --_warning: var(--pm-warning, light-dark(oklch(0.53 0.115 65), oklch(0.83 0.135 80)));
      --_stage: oklch(from var(--_surface) min(l, 0.15) min(c, 0.02) h);
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
    outline: 2px solid var(--_ring);
    outline-offset: 2px;
  }

  @media (prefers-reduced-motion: reduce) {
    * {
      transition: none !important;
      animation: none !important;
    }
  }
`;
