import { css } from 'lit';

/** The quiet line, and the place of the choice that it opens. */
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

  .line .icon {
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
