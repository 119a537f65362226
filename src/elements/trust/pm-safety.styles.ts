import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }

  button {
    display: flex;
    align-items: center;
    gap: 6px;
    max-inline-size: 100%;
    min-block-size: 28px;
    border-radius: 8px;
    padding: 2px 10px 2px 7px;
    background: var(--_glass);
    color: #d5dcdf;
    font-size: max(12px, 0.8125em);
    font-weight: 500;
    line-height: 1.3;
  }

  button:dir(rtl) {
    padding: 2px 7px 2px 10px;
  }

  span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .icon {
    --_below: #10171a;
    inline-size: 18px;
    block-size: 18px;
  }

  .verified {
    color: #eff3f4;
  }

  .verified .icon {
    color: var(--_lit);
  }

  .refused {
    background: var(--_danger);
    color: var(--_on-danger);
  }

  @media (hover: hover) {
    button:hover {
      background: rgb(10 14 16 / 92%);
    }

    .refused:hover {
      background: color-mix(in oklab, var(--_danger), black 14%);
    }
  }

  /* Where faces are small, the sign alone; what is wrong is told in words. */
  @container (max-width: 599px) {
    button:not(.refused) {
      padding: 2px 5px;
    }

    button:not(.refused) span {
      display: none;
    }
  }

  @container (max-width: 319px) or (max-height: 239px) {
    button {
      padding: 2px 5px;
    }

    span {
      display: none;
    }
  }

  @media (forced-colors: active) {
    button {
      border: 1px solid ButtonText;
      background: Canvas;
      color: ButtonText;
    }

    .verified .icon {
      color: ButtonText;
    }
  }
`;
