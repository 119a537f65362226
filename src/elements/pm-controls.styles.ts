import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
  }

  .root {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 12px;
    padding: 10px 12px;
    padding-block-end: max(10px, env(safe-area-inset-bottom));
  }

  .start,
  .end {
    display: flex;
    flex: 1 1 0;
    align-items: center;
    gap: 8px;
    min-inline-size: 0;
  }

  .end {
    justify-content: flex-end;
  }

  .devices {
    display: flex;
    gap: 10px;
  }

  .danger {
    margin-inline-start: 8px;
  }

  .tip {
    position: absolute;
    inset-block-end: calc(100% + 8px);
    inset-inline-start: 50%;
    z-index: 2;
    border-radius: 8px;
    padding: 4px 10px;
    background: var(--_on-surface);
    color: var(--_surface);
    font-size: max(12px, 0.8125em);
    font-weight: 500;
    opacity: 0;
    pointer-events: none;
    transform: translate(-50%, 4px);
    transition:
      opacity var(--_fast),
      transform var(--_fast);
    white-space: nowrap;
  }

  .tip:dir(rtl) {
    transform: translate(50%, 4px);
  }

  button:focus-visible .tip {
    opacity: 1;
    transform: translate(-50%, 0);
  }

  @media (hover: hover) {
    button:hover .tip {
      opacity: 1;
      transform: translate(-50%, 0);
    }
  }

  @container (max-width: 599px) {
    .root {
      padding-block: 8px;
    }
  }

  @container (max-width: 319px) {
    .root {
      gap: 6px;
      padding-inline: 6px;
    }

    .devices {
      gap: 6px;
    }
  }
`;
