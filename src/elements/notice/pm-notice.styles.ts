import { css } from 'lit';

export const styles = css`
  :host {
    display: flex;
    flex-direction: column;
    pointer-events: none;
  }

  .root {
    display: flex;
    flex: 0 1 auto;
    justify-content: center;
    min-block-size: 0;
    color: #f2f5f6;
  }

  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 10px;
    max-inline-size: min(100%, 620px);
    border: 1px solid rgb(255 255 255 / 10%);
    border-radius: 12px;
    padding: 7px 8px 7px 12px;
    overflow: auto; /* in a box that is lower than the words */
    background: #262d31;
    box-shadow: var(--_shadow);
    font-size: max(13px, 0.875em);
    line-height: 1.35;
    pointer-events: auto;
  }

  .line .icon {
    inline-size: 20px;
    block-size: 20px;
  }

  .line > .icon {
    color: var(--_warning);
  }

  /* Room for the words. */
  @container (max-height: 239px) and (max-width: 279px) {
    .line > .icon {
      display: none;
    }
  }

  p {
    margin: 0;
  }

  .line p {
    flex: 1 1 min(7em, 100% - 30px);
    min-inline-size: 0;
    overflow-wrap: anywhere;
    padding-inline-end: 4px;
  }

  .acts {
    display: flex;
    align-items: center;
    gap: 10px;
    margin-inline-start: auto;
  }

  .acts:not(:has(button)) {
    display: none;
  }

  strong {
    font-weight: 600;
  }

  .hint {
    color: #c3cccf;
  }

  .round {
    inline-size: 28px;
    min-inline-size: 28px;
    block-size: 28px;
    background: none;
    color: #c3cccf;
  }

  .wide {
    flex: none;
    block-size: auto;
    min-block-size: 30px;
    padding: 3px 12px;
    background: rgb(255 255 255 / 14%);
    color: #fff;
    font-size: max(12px, 0.9375em);
    line-height: 1.2;
  }

  @media (hover: hover) {
    .wide:enabled:hover {
      background: rgb(255 255 255 / 22%);
    }
  }

  .calm {
    flex: none;
    inline-size: 8px;
    block-size: 8px;
    margin-inline: 2px;
    border-radius: 50%;
    background: var(--_lit);
  }

  .count {
    font-variant-numeric: tabular-nums;
  }
`;
