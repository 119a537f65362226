import { css } from 'lit';

/** Files: on their way in the list, and beside the next message. */
export const transferStyles = css`
  .card {
    display: grid;
    gap: 8px;
    inline-size: min(300px, 100%);
    border-radius: 12px;
    padding: 10px 11px;
    background: var(--_raised);
  }

  .own .card {
    background: var(--_own);
    color: var(--_on-own);
  }

  .card img {
    display: block;
    justify-self: center;
    max-inline-size: 100%;
    max-block-size: 240px;
    border-radius: 8px;
    object-fit: contain;
  }

  .file {
    display: flex;
    align-items: center;
    gap: 8px;
    min-inline-size: 0;
  }

  .file > .icon {
    color: var(--_muted);
  }

  .file .name {
    flex: 1 1 0;
    min-inline-size: 0;
    font-weight: 550;
    line-height: 1.3;
    overflow-wrap: anywhere;
    user-select: text;
  }

  .size {
    color: var(--_muted);
    font-size: max(12px, 0.8125em);
    font-variant-numeric: tabular-nums;
    font-weight: 400;
    white-space: nowrap;
  }

  .file .wide {
    flex: none;
    min-block-size: 32px;
    padding: 3px 14px;
    color: inherit;
    text-decoration: none;
  }

  .card .wide:not(.primary) {
    background: color-mix(in oklab, var(--_floating), var(--_on-surface) 6%);
  }

  .way {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 10px;
  }

  .way:not(:has(*)) {
    display: none;
  }

  .way .state {
    flex: 1 1 0;
    font-variant-numeric: tabular-nums;
  }

  .way.failed .state {
    color: var(--_warning);
  }

  .way .link {
    font-size: max(12px, 0.875em);
  }

  progress {
    appearance: none;
    overflow: hidden;
    flex: 1 1 100%;
    inline-size: 100%;
    block-size: 6px;
    border: 0;
    border-radius: 999px;
    background: var(--_line);
  }

  progress::-webkit-progress-bar {
    background: var(--_line);
  }

  progress::-webkit-progress-value {
    background: var(--_lit);
  }

  progress::-moz-progress-bar {
    background: var(--_lit);
  }

  .attached {
    display: grid;
    grid-column: 1 / -1;
    gap: 6px;
    color: var(--_muted);
    font-size: max(12px, 0.8125em);
  }

  .attached ul {
    display: flex;
    overflow: auto;
    flex-wrap: wrap;
    gap: 6px;
    max-block-size: 110px;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .attached li {
    display: flex;
    align-items: center;
    gap: 6px;
    max-inline-size: 100%;
    border-radius: 8px;
    padding-inline: 10px 2px;
    background: var(--_raised);
    color: var(--_on-surface);
  }

  .attached bdi {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .attached label {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 24px;
    color: var(--_on-surface);
  }

  .attached [type='checkbox'] {
    inline-size: 18px;
    block-size: 18px;
    margin: 0;
    accent-color: var(--_lit);
  }

  @media (forced-colors: active) {
    .card,
    .attached li,
    progress {
      border: 1px solid CanvasText;
    }
  }
`;
