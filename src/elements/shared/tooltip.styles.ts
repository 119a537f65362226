import { css } from 'lit';

/** Words that show over a button. */
export const tipStyles = css`
  .tip {
    position: fixed;
    inset: auto;
    overflow: visible;
    inline-size: max-content;
    max-inline-size: min(36ch, calc(100vw - 16px));
    margin: 0;
    border: 0;
    border-radius: 8px;
    padding: 5px 10px;
    background: var(--_on-surface);
    color: var(--_surface);
    font-size: max(12px, 0.8125em);
    font-weight: 500;
    line-height: 1.4;
    overflow-wrap: anywhere;
  }

  .tip:popover-open {
    animation: tip 120ms ease-out;
  }

  .tip kbd {
    margin-inline-start: 8px;
    border-radius: 4px;
    padding: 0 5px;
    background: color-mix(in oklab, var(--_surface) 18%, transparent);
    font: inherit;
    font-weight: 600;
  }

  .tip kbd:empty {
    display: none;
  }

  @keyframes tip {
    from {
      opacity: 0;
    }
  }

  @media (forced-colors: active) {
    .tip {
      border: 1px solid CanvasText;
    }
  }
`;
