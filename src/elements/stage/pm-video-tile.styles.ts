import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    position: relative;
    container-type: size;
    overflow: hidden;
    border-radius: var(--_radius);
    background: #1b2226;
    isolation: isolate;
  }

  @supports (color: oklch(0 0 0)) {
    :host {
      background: oklch(0.265 0.026 var(--_hue, 210));
    }
  }

  .root {
    position: absolute;
    inset: 0;
    display: grid;
    place-items: center;
    color: #eff3f4;
  }

  video {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    opacity: 0;
  }

  .picture video {
    opacity: 1;
  }

  .trouble.picture video {
    opacity: 0.45;
  }

  .mirrored video {
    transform: scaleX(-1);
  }

  @container (min-aspect-ratio: 1/1) {
    .portrait video {
      object-fit: contain;
    }
  }

  :host([screen]) {
    background: #0a0e10;
  }

  :host([screen]) video {
    object-fit: contain;
  }

  /* Told once whose it is: the name must not stand in what is shown. */
  :host([screen]) .picture .chip {
    animation: withdraw 400ms 4s both;
  }

  :host([screen]:is(:hover, :focus-within)) .chip {
    animation: none;
  }

  @keyframes withdraw {
    to {
      opacity: 0;
    }
  }

  /* Not a movement: it goes all the same, at once. */
  @media (prefers-reduced-motion: reduce) {
    :host([screen]:not(:hover, :focus-within)) .picture .chip {
      animation: withdraw 0s 4s both !important;
    }
  }

  /* Other pages. The root says so itself: it does not take visibility from around it. */
  :host([off]),
  :host([off]) .root {
    visibility: hidden;
  }

  :host(:fullscreen) {
    border-radius: 0;
  }

  :host(:fullscreen) video {
    object-fit: contain;
  }

  .ring {
    position: absolute;
    inset: 0;
    border: 3px solid var(--_lit);
    border-radius: inherit;
    opacity: 0;
    pointer-events: none;
    transition: opacity 200ms ease-out;
  }

  .speaking .ring {
    opacity: 1;
  }

  .root {
    border-radius: inherit;
  }

  .middle {
    display: grid;
    justify-items: center;
    gap: clamp(6px, 4cqmin, 16px);
    max-inline-size: 100%;
    padding: 8px;
    padding-block-end: min(16cqmin, 36px);
  }

  /* Words stand clear of the name below them. */
  .middle:has(.words) {
    padding-block-end: 40px;
  }

  .avatar {
    display: grid;
    place-items: center;
    inline-size: clamp(36px, 36cqmin, 136px);
    aspect-ratio: 1;
    border-radius: 50%;
    background: #3b5a63;
    font-size: clamp(14px, 13cqmin, 50px);
    font-weight: 550;
    letter-spacing: 0.01em;
    line-height: 1;
  }

  @supports (color: oklch(0 0 0)) {
    .avatar {
      background: oklch(0.43 0.068 var(--_hue, 210));
      color: oklch(0.955 0.022 var(--_hue, 210));
    }
  }

  .middle:has(.words) .avatar {
    inline-size: clamp(36px, 24cqmin, 136px);
    font-size: clamp(14px, 9cqmin, 50px);
  }

  .avatar .icon {
    inline-size: 46%;
    block-size: 46%;
  }

  .words {
    max-inline-size: min(34ch, 92cqi);
    margin: 0;
    color: #d5dcdf;
    font-size: max(12px, 0.875em);
    text-align: center;
    text-wrap: balance;
  }

  .chip,
  .badge {
    display: flex;
    align-items: center;
    gap: 5px;
    min-block-size: 26px;
    max-inline-size: calc(100% - 16px);
    border-radius: 8px;
    padding: 2px 9px;
    background: var(--_glass);
    font-size: max(12px, 0.8125em);
    line-height: 1.3;
  }

  .chip {
    position: absolute;
    inset-block-end: 8px;
    inset-inline-start: 8px;
    font-weight: 500;
  }

  .chip .icon {
    --_below: #10171a;
    inline-size: 16px;
    block-size: 16px;
    margin-inline-start: -2px;
  }

  .chip bdi {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  /* No room for both: what is wrong says more than initials. */
  @container (max-width: 279px) or (max-height: 199px) {
    .middle:has(.failed) .avatar {
      display: none;
    }
  }

  @container (max-width: 239px) or (max-height: 159px) {
    .words {
      font-size: 12px;
      line-height: 1.3;
    }
  }

  /* As many lines as stand clear of the name. */
  @container (max-height: 149px) {
    .words {
      display: -webkit-box;
      overflow: hidden;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 5;
    }
  }

  @container (max-height: 109px) {
    .middle:has(.words) .avatar {
      display: none;
    }
  }

  @container (max-width: 150px) or (max-height: 90px) {
    .chip,
    .badge {
      max-inline-size: calc(100% - 8px);
      min-block-size: 22px;
      padding: 1px 7px;
    }

    .badge:is(.hand, .quality) {
      padding-inline: 3px;
    }

    .chip {
      inset-block-end: 4px;
      inset-inline-start: 4px;
    }

    .badges {
      inset-block-start: 4px;
      inset-inline: 4px;
      gap: 4px;
    }

    .more {
      inset-block-start: 4px;
      inset-inline-end: 4px;
    }

    .middle .words {
      display: none;
    }

    .middle:has(.words) {
      padding-block-end: min(16cqmin, 36px);
    }

    .middle:has(.words) .avatar {
      display: grid;
    }
  }

  @container (max-width: 71px) {
    .chip bdi,
    .chip:not(:has(.icon)) {
      display: none;
    }
  }

  @media (forced-colors: active) {
    :host {
      border: 1px solid CanvasText;
    }

    .chip,
    .badge,
    .avatar {
      border: 1px solid CanvasText;
      background: Canvas;
      color: CanvasText;
    }
  }
`;
