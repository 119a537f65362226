import { css } from 'lit';

export const styles = css`
  :host {
    display: contents;
  }

  dialog {
    overflow: auto;
    inline-size: min(400px, calc(100vw - 24px));
    max-block-size: calc(100vh - 24px);
    margin: auto;
    border: 0;
    border-radius: 16px;
    padding: 0;
    background: var(--_raised);
    box-shadow: var(--_shadow);
    color: var(--_on-surface);
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }

  @supports (color: light-dark(red, red)) {
    dialog {
      background: light-dark(var(--_surface), var(--_raised));
    }
  }

  dialog[open] {
    animation: rise 160ms cubic-bezier(0.2, 0.7, 0.3, 1);
  }

  dialog::backdrop {
    background: rgb(0 0 0 / 45%);
  }

  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(8px);
    }
  }

  .inner {
    padding: 10px 20px 18px;
  }

  header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    margin-inline-end: -10px;
  }

  h2 {
    margin: 0;
    font-size: 1.125em;
    font-weight: 650;
    letter-spacing: -0.01em;
  }

  .round {
    --_below: transparent;
    inline-size: 36px;
    min-inline-size: 36px;
    block-size: 36px;
    color: var(--_muted);
  }

  .round .icon {
    inline-size: 20px;
    block-size: 20px;
  }

  dl {
    margin: 8px 0 14px;
  }

  dl div {
    display: flex;
    flex-direction: row-reverse;
    align-items: center;
    justify-content: space-between;
    gap: 16px;
    padding: 7px 0;
  }

  dl div + div {
    border-block-start: 1px solid var(--_line);
  }

  dd {
    margin: 0;
  }

  kbd {
    display: inline-block;
    min-inline-size: 30px;
    border-radius: 7px;
    padding: 3px 9px;
    background: var(--_floating);
    font: inherit;
    font-size: max(12px, 0.9375em);
    font-weight: 600;
    text-align: center;
  }

  p {
    margin: 0;
    color: var(--_muted);
    font-size: max(12px, 0.875em);
  }

  @media (forced-colors: active) {
    dialog,
    kbd {
      border: 1px solid CanvasText;
    }
  }
`;
