import { css } from 'lit';

export const styles = css`
  :host {
    --_menu: var(--_raised);
    position: fixed;
    inset: auto;
    overflow: auto;
    inline-size: max-content;
    min-inline-size: min(200px, calc(100vw - 16px));
    max-inline-size: min(340px, calc(100vw - 16px));
    block-size: auto;
    max-block-size: calc(100vh / var(--_zoom, 1) - 16px);
    margin: 0;
    border: 0;
    border-radius: 14px;
    padding: 6px;
    background: var(--_menu);
    box-shadow:
      0 0 0 1px var(--_line),
      var(--_shadow);
    color: var(--_on-surface);
    font-family: inherit;
    font-size: max(12px, 0.9375em);
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }

  @supports (color: light-dark(red, red)) {
    :host {
      --_menu: light-dark(var(--_surface), var(--_raised));
    }
  }

  :host(:popover-open) {
    animation: rise 140ms cubic-bezier(0.2, 0.7, 0.3, 1);
  }

  :host([sheet]) {
    inline-size: var(--_width);
    max-inline-size: none;
    max-block-size: min(85vh / var(--_zoom, 1), 560px);
    border-end-start-radius: 0;
    border-end-end-radius: 0;
    padding: 8px;
    padding-block-end: max(8px, env(safe-area-inset-bottom));
  }

  :host([sheet]:popover-open) {
    animation-name: slide;
    animation-duration: 180ms;
  }

  :host([sheet])::backdrop {
    background: rgb(0 0 0 / 40%);
  }

  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(6px);
    }
  }

  @keyframes slide {
    from {
      opacity: 0;
      transform: translateY(40px);
    }
  }

  [role='group'] + [role='group'] {
    margin-block-start: 6px;
    border-block-start: 1px solid var(--_line);
    padding-block-start: 6px;
  }

  .heading {
    padding: 4px 12px 2px;
    color: var(--_muted);
    font-size: max(12px, 0.8125em);
    font-weight: 550;
  }

  .row {
    display: flex;
    justify-content: space-around;
    gap: 2px;
  }

  :host([sheet]) .tiles {
    display: grid;
    grid-auto-columns: minmax(min-content, 1fr);
    grid-auto-flow: column;
    gap: 4px;
  }

  :host([sheet]) .tiles .heading {
    display: none;
  }

  button {
    appearance: none;
    display: flex;
    align-items: center;
    gap: 12px;
    inline-size: 100%;
    min-block-size: 40px;
    margin: 0;
    border: 0;
    border-radius: 9px;
    padding: 7px 12px;
    background: none;
    color: inherit;
    cursor: pointer;
    font: inherit;
    text-align: start;
    touch-action: manipulation;
  }

  :host([sheet]) button {
    min-block-size: 46px;
  }

  .row button {
    justify-content: center;
    inline-size: auto;
    min-inline-size: 40px;
    padding: 4px;
  }

  :host([sheet]) .tiles button {
    flex-direction: column;
    justify-content: center;
    gap: 4px;
    padding: 8px 4px;
    font-size: max(12px, 0.875em);
    text-align: center;
  }

  :host([sheet]) .tiles button[aria-checked='true'] {
    background: var(--_floating);
    font-weight: 600;
  }

  :host([sheet]) .tiles button[aria-checked='true'] .icon {
    color: var(--_lit);
  }

  :host([sheet]) .row:not(.tiles) button {
    flex: 1 1 0;
    min-inline-size: 24px;
  }

  :host([sheet]) .tiles .words {
    flex: none;
    max-inline-size: 100%;
    overflow-wrap: break-word; /* a column is as wide as its word */
  }

  :host([sheet]) .tiles .mark {
    display: none;
  }

  .icon {
    --_below: var(--_menu);
    inline-size: 20px;
    block-size: 20px;
    color: var(--_muted);
  }

  .back:dir(rtl) {
    transform: scaleX(-1);
  }

  .words {
    flex: 1 1 auto;
    overflow-wrap: anywhere;
  }

  small {
    display: block;
    color: var(--_muted);
    font-size: max(12px, 0.8125em);
  }

  .emoji {
    font-size: 24px;
    line-height: 1.2;
    transition: transform var(--_fast);
  }

  .hint {
    flex: none;
    color: var(--_muted);
    font-size: max(12px, 0.875em);
    font-variant-numeric: tabular-nums;
  }

  .mark {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
  }

  .mark .icon {
    color: var(--_lit);
  }

  .notes {
    max-inline-size: 36ch;
    padding: 4px 12px 6px;
    color: var(--_muted);
    font-size: max(12px, 0.875em);
  }

  .notes p {
    margin: 0;
  }

  .notes p + p {
    margin-block-start: 4px;
  }

  button:focus-visible {
    background: var(--_floating);
    outline-offset: -2px;
  }

  @media (hover: hover) {
    button:hover {
      background: var(--_floating);
    }

    button:hover .emoji {
      transform: scale(1.18);
    }
  }

  button:active {
    background: color-mix(in oklab, var(--_floating), var(--_on-surface) 8%);
  }

  @media (prefers-reduced-motion: reduce) {
    :host(:popover-open),
    :host([sheet]:popover-open) {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    :host {
      border: 1px solid CanvasText;
    }

    :host([sheet]) .tiles button[aria-checked='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
