import { css } from 'lit';

/** The button that opens a tile's menu. */
export const optionsStyles = css`
  .more {
    position: absolute;
    inset-block-start: 8px;
    inset-inline-end: 8px;
    display: grid;
    place-items: center;
    inline-size: 28px;
    block-size: 28px;
    border-radius: 8px;
    background: var(--_glass);
    color: #eff3f4;
    opacity: 0;
    transition: opacity var(--_fast);
  }

  .more .icon {
    inline-size: 20px;
    block-size: 20px;
  }

  .more:focus-visible,
  .more[aria-expanded='true'] {
    opacity: 1;
  }

  /* A finger and a pen have nothing that hovers. */
  @media (hover: none) and (pointer: coarse) {
    .more {
      opacity: 0.85;
    }
  }

  @media (hover: hover) {
    :host(:hover) .more {
      opacity: 1;
    }

    .more:hover {
      background: rgb(10 14 16 / 92%);
    }
  }

  @media (forced-colors: active) {
    .more {
      border: 1px solid ButtonText;
      background: Canvas;
      color: CanvasText;
    }
  }
`;
