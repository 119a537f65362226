import { css } from 'lit';

/** The choice of devices. */
export const pickerStyles = css`
  .picker {
    display: grid;
    gap: 4px;
    min-inline-size: 0;
    font-size: max(12px, 0.875em);
    font-weight: 550;
  }

  .box {
    position: relative;
    display: block;
  }

  .box .icon {
    inline-size: 18px;
    block-size: 18px;
    position: absolute;
    inset-block-start: calc(50% - 9px);
    inset-inline-end: 12px;
    pointer-events: none;
  }

  select {
    padding-inline: 14px 38px;
    cursor: pointer;
    text-overflow: ellipsis;
  }

  select:disabled {
    color: var(--_muted);
    cursor: default;
    opacity: 1;
  }

  option {
    background: var(--_surface);
    color: var(--_on-surface);
  }

  .sound {
    justify-self: start;
    block-size: auto;
    min-block-size: 36px;
    padding-block: 4px;
    padding-inline: 12px 16px;
    font-size: max(13px, 0.9375em);
  }

  .sound .icon {
    inline-size: 20px;
    block-size: 20px;
  }
`;
