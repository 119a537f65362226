import { css } from 'lit';

/** The preview in a low box. Comes behind its other rules. */
export const lowStyles = css`
  /* No room for a picture: a row of toggles, and beside them what they stand for. */
  @container (max-height: 300px) {
    .look {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px 12px;
    }

    .preview,
    .look:has(.problem) .preview {
      display: flex;
      flex: 0 1 auto;
      flex-flow: row-reverse wrap-reverse;
      align-items: center;
      justify-content: flex-end;
      gap: 12px;
      inline-size: auto;
      max-inline-size: 100%;
      block-size: auto;
      min-block-size: 0;
      max-block-size: none;
      margin: 0;
      border: 0;
      border-radius: 0;
      background: none;
      color: inherit;
      color-scheme: inherit;
      aspect-ratio: auto;
    }

    .preview .before {
      flex: 1 1 7em;
      min-inline-size: 0;
      max-inline-size: none;
      padding: 0;
      text-align: start;
    }

    .preview .before p {
      color: var(--_muted);
      overflow-wrap: anywhere;
    }

    video,
    .check,
    .look:has(.standing:not(:empty)) .before {
      display: none;
    }

    .toggles {
      position: static;
      flex: none;
    }

    .preview:not(.picture) .round[aria-pressed='false'],
    .preview .round[aria-pressed='false'] {
      --_below: var(--_floating);
      color: var(--_on-surface);
    }

    .preview .round[aria-pressed='true'] {
      --_below: var(--_on-surface);
      color: var(--_surface);
    }

    .preview .round .cut {
      stroke: var(--_below);
    }

    .preview :focus-visible {
      outline-color: var(--_lit);
    }
  }
`;
