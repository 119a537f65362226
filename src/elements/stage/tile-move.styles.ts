import { css } from 'lit';

/** What takes hold of the self view, to move it. */
export const moveStyles = css`
  .move {
    position: absolute;
    inset: 0;
    border-radius: inherit;
    cursor: grab;
    touch-action: none;
  }

  .move:active {
    cursor: grabbing;
  }

  .move:focus-visible {
    outline-offset: -3px;
  }
`;
