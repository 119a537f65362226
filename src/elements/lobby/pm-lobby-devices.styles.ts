import { css } from 'lit';

/** The quiet line and the choice of devices that it opens. */
export const devicesStyles = css`
  .devices {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    min-inline-size: 0;
  }

  .line {
    display: flex;
    align-items: center;
    gap: 4px;
    justify-self: start;
    max-inline-size: 100%;
    min-block-size: 28px;
    border-radius: 6px;
    color: var(--_muted);
    font-size: max(13px, 0.9375em);
    text-align: start;
  }

  .line bdi {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .line .icon,
  .box .icon {
    inline-size: 18px;
    block-size: 18px;
  }

  .line .icon {
    transition: transform var(--_fast);
  }

  .line[aria-expanded='true'] .icon {
    transform: rotate(180deg);
  }

  @media (hover: hover) {
    .line:hover {
      color: var(--_on-surface);
    }
  }

  .pickers {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 10px;
    min-inline-size: 0;
  }

  .pickers[hidden] {
    display: none;
  }

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

  .hint {
    margin: 0;
    color: var(--_muted);
    font-size: max(12px, 0.875em);
  }

  .hint:empty {
    display: none;
  }

  @media (forced-colors: active) {
    .line {
      text-decoration: underline;
    }
  }
`;
