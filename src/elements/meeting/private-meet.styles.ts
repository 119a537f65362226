import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    position: relative;
    overflow: clip;
    width: -moz-available;
    width: -webkit-fill-available;
    width: stretch;
    min-width: 0;
    min-height: var(--pm-min-height, 320px);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  /* A page's rules for everything reach the host, and what it would hand down: not this. */
  .box {
    width: 100%;
    direction: ltr; /* each root has its own */
    font-family: var(--pm-font-family, inherit);
    font-size: var(--pm-font-size, clamp(14px, 1em, 18px));
    text-orientation: mixed;
    user-select: auto;
    writing-mode: horizontal-tb;
  }

  /* The page took from the host what holds the meeting in its place. */
  .box.loose {
    position: relative;
    overflow: clip;
    min-height: var(--pm-min-height, 320px);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .box.loose .shape {
    min-height: inherit;
  }

  :host(:fullscreen) {
    border-radius: 0;
  }

  /* Not on the host: there a given or least height would make it wider, by the same ratio, than a phone. */
  .shape {
    aspect-ratio: 16 / 9;
  }

  /* Where the width is asked of what is inside: a floating box, an auto track. */
  .shape::before {
    content: '';
    display: block;
    inline-size: 320px;
  }

  .root {
    position: absolute;
    inset: 0;
    display: flex;
    flex-direction: column;
    container-type: size;
  }

  /* Whatever a page has for a size, a word has to fit the box. */
  .root > * {
    font-size: min(1em, 8cqi);
  }

  .body {
    position: relative;
    display: flex;
    flex: 1 1 0;
    overflow: clip; /* shadows end at the bar */
    min-block-size: 0;
  }

  .stage {
    position: relative;
    flex: 1 1 0;
    min-inline-size: 0;
  }

  .stage:focus {
    outline: none;
  }

  .stage:focus-visible {
    outline: 2px solid var(--_lit);
    outline-offset: -2px;
  }

  .call .stage {
    background: var(--_stage);
    outline-color: #edf2f3;
  }

  .low :focus-visible {
    outline-color: #edf2f3; /* on the stage, too */
  }

  pm-lobby,
  pm-waiting,
  pm-video-grid,
  pm-message,
  .starting,
  slot[name='lobby']::slotted(*),
  slot[name='grid']::slotted(*),
  slot[name='error']::slotted(*) {
    position: absolute;
    inset: 0;
  }

  /* The least height that it has elsewhere would end below a lower box. */
  pm-lobby,
  pm-waiting,
  slot[name='lobby']::slotted(*) {
    min-block-size: 0;
  }

  pm-notice {
    position: absolute;
    inset-block-start: 12px;
    inset-inline: 12px;
    z-index: 3;
    max-block-size: calc(100% - 24px);
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
    inset-block-end: max(48px, 1.1em + 28px); /* clear of name chips */
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

  .sound {
    box-shadow: var(--_shadow);
  }

  pm-reactions {
    position: absolute;
    inset-block-end: 48px; /* clear of name chips */
    inset-inline-start: 16px;
    z-index: 3;
    max-inline-size: calc(100% - 32px);
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
    .sound {
      align-self: flex-start; /* clear of the self view */
    }

    pm-reactions:has(+ .low > .sound) {
      inset-block-end: calc(64px + var(--_control));
    }
  }

  @container (max-height: 239px) {
    .low {
      inset-block-end: 8px;
    }

    /* No room for both: who is alone knows their own name. */
    .stage:has(pm-empty) pm-video-grid::part(chip) {
      visibility: hidden;
    }

    pm-notice {
      inset-block-start: 4px;
      inset-inline: 4px;
      max-block-size: calc(100% - 8px);
    }
  }

  /* What comes later takes no place until then. */
  :not(:defined) {
    display: none;
  }

  /* Over the stage, from the side or from below; beside it where there is room. */
  pm-panel {
    position: absolute;
    z-index: 5;
    inset-block: 8px;
    inset-inline-end: 8px;
    inline-size: min(340px, 100% - 16px);
    border-radius: 14px;
    box-shadow: var(--_shadow);
  }

  @container (min-width: 720px) {
    pm-panel {
      position: relative;
      inset: auto;
      flex: none;
      inline-size: clamp(288px, 30cqi, 380px);
      border-inline-start: 1px solid var(--_line);
      border-radius: 0;
      box-shadow: none;
    }
  }

  /* Clear of the panel that lies over the stage. */
  @container (min-width: 600px) and (max-width: 719px) {
    .body:has(> pm-panel[open]) :is(pm-notice, .low) {
      inset-inline-end: calc(min(340px, 100% - 16px) + 16px);
    }
  }

  @container (max-width: 599px) {
    pm-panel {
      inset-block: auto 0;
      inset-inline: 0;
      inline-size: auto;
      max-block-size: min(76% + var(--_keyboard, 0px), 520px + var(--_keyboard, 0px), 100%);
      border-radius: 16px 16px 0 0;
    }
  }

  @container (max-width: 599px) and (max-height: 479px) {
    pm-panel {
      max-block-size: 100%;
      border-radius: 0;
    }
  }

  @media (forced-colors: active) {
    pm-panel {
      border: 1px solid CanvasText;
    }
  }
`;

/** The one thing that a page's darkening (Dark Reader's) may write over: all colours follow it. */
export const themes = css`
  :host([theme~='light' i]) {
    color-scheme: light;
  }

  :host([theme~='dark' i]) {
    color-scheme: dark;
  }
`;
