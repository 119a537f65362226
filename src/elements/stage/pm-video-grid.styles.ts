import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    position: relative;
    container-type: size;
    --_inset: var(--_gap);
    min-block-size: 80px;
  }

  .root {
    position: absolute;
    inset: var(--_inset);
    gap: var(--_gap); /* nothing flows here: the script reads it */
  }

  @container (max-width: 599px) {
    .root,
    .pager {
      --_inset: min(var(--_gap), 4px);
      gap: min(var(--_gap), 4px);
    }
  }

  pm-video-tile {
    position: absolute;
    inset-block-start: 0;
    left: 0;
    inline-size: var(--_width, 0);
    block-size: var(--_height, 0);
    transform: translate(var(--_left, 0), var(--_top, 0));
  }

  pm-video-tile[movable] {
    z-index: 1;
    box-shadow:
      0 0 0 1.5px rgb(255 255 255 / 14%),
      var(--_shadow);
  }
`;
