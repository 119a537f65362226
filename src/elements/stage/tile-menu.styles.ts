import { css } from 'lit';

/** The menu of a tile. */
export const menuStyles = css`
  .menu {
    position: fixed;
    inset: auto;
    min-inline-size: 200px;
    max-inline-size: min(320px, calc(100vw - 16px));
    max-block-size: calc(100vh / var(--_zoom, 1) - 16px);
    margin: 0;
    border: 1px solid var(--_line);
    border-radius: 10px;
    padding: 6px;
    overflow: auto;
    background: var(--_raised);
    box-shadow: var(--_shadow);
    color: var(--_on-surface);
    font-size: max(13px, 0.875em);
  }

  .menu .icon {
    --_below: var(--_raised);
    inline-size: 20px;
    block-size: 20px;
  }

  .menu button,
  .menu .volume {
    display: flex;
    align-items: center;
    gap: 12px;
    inline-size: 100%;
    min-block-size: 36px;
    border-radius: 6px;
    padding: 6px 10px;
    text-align: start;
  }

  .menu button:hover,
  .menu button:focus {
    background: var(--_floating);
  }

  .menu button:focus-visible {
    outline-offset: -2px;
  }

  .menu button[aria-checked='true']::after {
    inline-size: 9px;
    block-size: 5px;
    margin-block-end: 3px;
    margin-inline-start: auto;
    border: solid currentColor;
    border-width: 0 0 2px 2px;
    content: '';
    transform: rotate(-45deg);
  }

  .menu p {
    max-inline-size: 280px;
    margin: 0;
    padding: 6px 10px 8px;
    overflow-wrap: anywhere;
  }

  .volume input {
    flex: 1;
    min-inline-size: 0;
    block-size: 24px;
    margin: 0;
    accent-color: var(--_lit);
  }

  @media (pointer: coarse) {
    .menu button,
    .menu .volume {
      min-block-size: 44px;
    }
  }

  @media (forced-colors: active) {
    .menu button:focus {
      outline: 2px solid Highlight;
    }
  }
`;
