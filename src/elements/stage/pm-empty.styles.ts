import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    max-inline-size: 100%;
  }

  .root {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 8px 18px;
    border-radius: 16px;
    padding: 10px 10px 10px 20px;
    background: rgb(16 22 25 / 84%);
    box-shadow: var(--_shadow);
    color: #f2f5f6;
    overflow-wrap: anywhere;
  }

  .root:dir(rtl) {
    padding: 10px 20px 10px 10px;
  }

  .root:not(:has(button)) {
    padding-inline: 20px;
  }

  p {
    margin: 0;
    text-wrap: balance;
  }

  strong {
    font-weight: 600;
  }

  p > span {
    color: #c8d1d4;
  }

  .wide {
    gap: 8px;
    min-block-size: 40px;
    padding-inline: 14px 18px;
  }

  .wide .icon {
    inline-size: 20px;
    block-size: 20px;
  }

  label {
    display: grid;
    flex: 1 0 100%;
    gap: 4px;
    padding-inline-end: 10px;
    color: #c8d1d4;
    font-size: max(12px, 0.8125em);
  }

  input {
    inline-size: 100%;
    min-block-size: 32px;
    border: 1px solid #7d878b;
    border-radius: 8px;
    padding: 4px 10px;
    background: #10171a;
    color: #f2f5f6;
    font: inherit;
  }

  @container (max-width: 599px) {
    .root,
    .root:dir(rtl) {
      flex-direction: column;
      padding: 12px 16px;
      text-align: center;
    }

    p > span {
      display: block;
    }

    label {
      flex: none;
      inline-size: 100%;
      padding: 0;
    }
  }

  @container (max-height: 399px) {
    .root,
    .root:dir(rtl) {
      padding: 8px 12px;
      font-size: max(13px, 0.875em);
    }

    .wide {
      min-block-size: 34px;
    }

    p > span {
      display: none;
    }
  }

  @media (forced-colors: active) {
    .root {
      border: 1px solid CanvasText;
    }
  }
`;
