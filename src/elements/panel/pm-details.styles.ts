import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    color-scheme: inherit;
  }

  .root {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 10px;
    padding: 0 8px 8px;
  }

  p,
  h3,
  dl,
  dd {
    margin: 0;
  }

  section {
    border-radius: 10px;
    padding: 10px 12px;
    background: color-mix(in oklab, var(--_on-surface) 4.5%, var(--_surface));
  }

  h3 {
    overflow: hidden;
    font-size: 1em;
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .note {
    color: var(--_muted);
    font-size: max(12px, 0.8125em);
  }

  .fair,
  .poor {
    color: var(--_warning);
  }

  dl {
    margin-block-start: 8px;
    font-size: max(12px, 0.8125em);
    font-variant-numeric: tabular-nums;
  }

  dl div {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 16px;
    border-block-start: 1px solid var(--_line);
    padding-block: 4px;
  }

  dt {
    color: var(--_muted);
  }

  dd {
    margin-inline-start: auto;
    overflow-wrap: anywhere;
    text-align: end;
  }

  .types {
    color: var(--_muted);
    unicode-bidi: isolate;
  }

  .copy {
    display: grid;
    justify-items: start;
    gap: 6px;
  }

  .wide {
    min-block-size: 36px;
    padding-inline: 14px;
    font-size: max(13px, 0.875em);
  }

  @media (forced-colors: active) {
    section {
      border: 1px solid CanvasText;
    }
  }
`;
