import { css } from 'lit';

/** Buttons of one family: round ones with an icon, wide ones with words. */
export const buttons = css`
  button {
    appearance: none;
    margin: 0;
    border: 0;
    padding: 0;
    background: none;
    color: inherit;
    cursor: pointer;
    font: inherit;
    touch-action: manipulation;
    user-select: none;
  }

  button:disabled {
    cursor: default;
    opacity: 0.5;
  }

  .round,
  .wide {
    position: relative;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-inline-size: var(--_control);
    block-size: var(--_control);
    border-radius: 999px;
    transition:
      background-color var(--_fast),
      transform var(--_fast);
  }

  .round {
    --_below: var(--_floating);
    inline-size: var(--_control);
    background: var(--_below);
    color: var(--_on-surface);
  }

  .round[aria-pressed='true'] {
    --_below: var(--_on-surface);
    color: var(--_surface);
  }

  .wide {
    max-inline-size: 100%;
    block-size: auto;
    min-block-size: var(--_control);
    padding: 4px 18px;
    line-height: 1.25;
    background: var(--_floating);
    font-weight: 550;
  }

  .primary {
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }

  .round.danger {
    --_below: var(--_danger);
    inline-size: calc(var(--_control) * 1.3);
    color: var(--_on-danger);
  }

  @media (hover: hover) {
    .round:enabled:hover {
      background: color-mix(in oklab, var(--_below), var(--_on-surface) 12%);
    }

    .round[aria-pressed='true']:enabled:hover {
      background: color-mix(in oklab, var(--_below), var(--_surface) 12%);
    }

    .round.danger:enabled:hover {
      background: color-mix(in oklab, var(--_below), black 14%);
    }

    .wide:enabled:hover {
      background: color-mix(in oklab, var(--_floating), var(--_on-surface) 10%);
    }

    .primary:enabled:hover {
      background: color-mix(in oklab, var(--_accent), var(--_on-accent) 10%);
    }
  }

  .round:enabled:active,
  .wide:enabled:active {
    transform: scale(0.96);
  }

  @media (forced-colors: active) {
    .round,
    .wide {
      border: 1px solid ButtonText;
    }

    .round[aria-pressed='true'] {
      --_below: Highlight;
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }

    .round[aria-pressed='true'] .cut {
      stroke: Highlight;
    }
  }
`;
