import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    position: relative;
    overflow: clip;
    inline-size: -moz-available;
    inline-size: -webkit-fill-available;
    inline-size: stretch;
    min-inline-size: 0;
    min-block-size: var(--pm-min-height, 320px);
    border-radius: var(--_radius);
    background: var(--_surface);
    color-scheme: light dark;
    font-family: var(--pm-font-family, inherit);
    font-size: var(--pm-font-size, clamp(14px, 1em, 18px));
  }

  :host([theme='light']) {
    color-scheme: light;
  }

  :host([theme='dark']) {
    color-scheme: dark;
  }

  /* Not on the host: there a given or least height would make it wider, by the same ratio, than a phone. */
  .shape {
    aspect-ratio: 16 / 9;
  }

  .root {
    position: absolute;
    inset: 0;
    display: flex;
    flex-direction: column;
    container-type: size;
  }

  .stage {
    position: relative;
    flex: 1 1 0;
    min-block-size: 0;
    outline: none;
  }

  .call .stage {
    background: var(--_stage);
  }

  pm-lobby,
  pm-video-grid,
  pm-message,
  .starting,
  slot[name='lobby']::slotted(*),
  slot[name='grid']::slotted(*),
  slot[name='error']::slotted(*) {
    position: absolute;
    inset: 0;
  }

  pm-notice {
    position: absolute;
    inset-block-start: 12px;
    inset-inline: 12px;
    z-index: 3;
  }

  .starting {
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 16px;
    color: var(--_muted);
    animation: appear 200ms 400ms both;
  }

  .starting p {
    margin: 0;
  }

  /* Whoever is in within two seconds has nothing to call off. */
  .starting button {
    animation: appear 200ms 2s both;
  }

  @keyframes appear {
    from {
      opacity: 0;
    }
  }

  .low {
    position: absolute;
    inset-block-end: 16px;
    inset-inline: 16px;
    z-index: 2;
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 10px;
    color-scheme: dark;
    pointer-events: none;
  }

  .low > * {
    pointer-events: auto;
  }

  .card {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 4px 12px;
    max-inline-size: 100%;
    border-radius: 14px;
    padding: 10px 18px;
    background: var(--_glass);
    color: #f2f5f6;
    overflow-wrap: anywhere;
    text-align: center;
  }

  .card span {
    color: #c8d1d4;
  }

  .sound {
    box-shadow: var(--_shadow);
  }

  .over {
    position: absolute;
    inset: 0;
    z-index: 4;
    pointer-events: none;
  }

  .over ::slotted(*) {
    pointer-events: auto;
  }

  @container (max-width: 599px) {
    .low {
      inset-block-end: 48px; /* clear of name chips */
    }

    .sound {
      align-self: flex-start; /* and of the self view */
    }
  }

  @container (max-height: 359px) {
    .card {
      padding: 6px 14px;
      font-size: max(13px, 0.875em);
    }

    .card span {
      display: none;
    }
  }

  @media (forced-colors: active) {
    .card {
      border: 1px solid CanvasText;
    }
  }
`;
