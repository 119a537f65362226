import { css } from 'lit';

/** What turns pages. */
export const pagerStyles = css`
  .root[data-pages] {
    touch-action: pan-y;
  }

  .pager {
    position: absolute;
    inset-block-start: var(--_inset);
    left: var(--_inset);
    display: flex;
    align-items: end;
    justify-content: center;
    gap: 6px;
    inline-size: var(--_width, 0);
    block-size: var(--_height, 0);
    color: #e4eaec;
    font-size: max(12px, 0.8125em);
    font-variant-numeric: tabular-nums;
    transform: translate(var(--_left, 0), var(--_top, 0));
  }

  .pager button {
    display: grid;
    place-items: center;
    inline-size: 36px;
    block-size: 28px;
    border-radius: 8px;
  }

  .pager button[aria-disabled='true'] {
    cursor: default;
    opacity: 0.35;
  }

  .pager .icon {
    inline-size: 20px;
    block-size: 20px;
    transform: rotate(90deg);
  }

  .pager button:last-child .icon,
  .pager button:first-child:dir(rtl) .icon {
    transform: rotate(-90deg);
  }

  .pager button:last-child:dir(rtl) .icon {
    transform: rotate(90deg);
  }

  @media (hover: hover) {
    .pager button:not([aria-disabled='true']):hover {
      background: rgb(255 255 255 / 12%);
    }
  }

  .dots {
    display: flex;
    align-items: center;
    gap: 6px;
    block-size: 28px;
  }

  .dots i {
    inline-size: 7px;
    block-size: 7px;
    border-radius: 4px;
    background: #7b868a;
  }

  .dots .now {
    inline-size: 18px;
    background: #e4eaec;
  }

  @media (forced-colors: active) {
    .dots i {
      border: 1px solid CanvasText;
    }

    .dots .now {
      background: CanvasText;
      forced-color-adjust: none;
    }
  }
`;
