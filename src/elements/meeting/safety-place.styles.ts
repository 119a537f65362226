import { css } from 'lit';

/** Where the chip stands on the stage: clear of what tiles have in their corners, of a notice, of a panel that lies over it. */
export const safetyPlace = css`
  pm-safety {
    position: absolute;
    inset-block-start: 16px;
    inset-inline-end: 52px;
    z-index: 2;
    max-inline-size: calc(100% - 120px);
  }

  pm-notice[line] ~ pm-safety {
    inset-block-start: 84px;
  }

  @container (min-width: 600px) and (max-width: 719px) {
    .body:has(> pm-panel[open]) pm-safety {
      inset-inline-end: calc(min(340px, 100% - 16px) + 16px);
    }
  }

  /* No room for both. */
  @container (max-width: 599px) {
    pm-notice[line] ~ pm-safety {
      display: none;
    }
  }

  @container (max-width: 599px) and (max-height: 479px) {
    .body:has(> pm-panel[open]) pm-safety {
      display: none;
    }
  }
`;
