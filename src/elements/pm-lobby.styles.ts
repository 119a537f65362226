import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    position: relative;
    container-type: size;
    min-block-size: 240px;
    background: var(--_surface);
  }

  .root {
    position: absolute;
    inset: 0;
    overflow: auto;
    scrollbar-width: thin;
  }

  form {
    display: grid;
    grid-template-columns: minmax(0, 1.7fr) minmax(0, 1fr);
    align-items: center;
    gap: clamp(20px, 4cqi, 56px);
    inline-size: 100%;
    max-inline-size: 1180px;
    min-block-size: 100%;
    margin-inline: auto;
    padding: clamp(16px, 4cqi, 48px);
  }

  .preview {
    position: relative;
    display: grid;
    place-items: center;
    overflow: hidden;
    inline-size: 100%;
    max-block-size: calc(100cqb - 32px);
    aspect-ratio: 16 / 10;
    margin-inline: auto;
    border-radius: calc(var(--_radius) * 1.33);
    background: #14191c;
    color: #e9eff0;
    color-scheme: dark;
  }

  @supports (color: oklch(from red l c h)) {
    .preview {
      background: radial-gradient(
        120% 100% at 50% 0%,
        oklch(from var(--_accent) 0.33 min(c, 0.045) h),
        oklch(from var(--_accent) 0.2 min(c, 0.025) h)
      );
    }
  }

  video {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    opacity: 0;
    transform: scaleX(-1);
    transition: opacity var(--_fast);
  }

  .picture video {
    opacity: 1;
  }

  .before {
    display: grid;
    justify-items: center;
    gap: 14px;
    max-inline-size: 40ch;
    padding: 16px 20px calc(var(--_control) + 24px);
    text-align: center;
  }

  .before p {
    margin: 0;
    color: #d3dcdf;
    text-wrap: balance;
  }

  .before .wide {
    background: rgb(255 255 255 / 14%);
    color: #fff;
    font-size: max(13px, 0.9375em);
  }

  @media (hover: hover) {
    .before .wide:enabled:hover {
      background: rgb(255 255 255 / 22%);
    }
  }

  .toggles {
    position: absolute;
    inset-block-end: 14px;
    inset-inline: 0;
    display: flex;
    justify-content: center;
    gap: 12px;
    pointer-events: none;
  }

  .toggles .round {
    --_below: rgb(12 17 19 / 78%);
    color: #fff;
    pointer-events: auto;
  }

  .preview:not(.picture) .round[aria-pressed='false'] {
    --_below: rgb(255 255 255 / 14%);
  }

  .toggles .round .cut {
    stroke: #1a2023;
  }

  .toggles .round[aria-pressed='true'] {
    --_below: #f4f7f8;
    color: #14191c;
  }

  .toggles .round[aria-pressed='true'] .cut {
    stroke: #f4f7f8;
  }

  .tip {
    display: none;
  }

  .ask {
    display: flex;
    flex-direction: column;
    gap: 18px;
    min-inline-size: 0;
  }

  hgroup {
    display: grid;
    gap: 2px;
    min-inline-size: 0;
  }

  .eyebrow {
    margin: 0;
    color: var(--_muted);
    font-size: max(12px, 0.875em);
  }

  h2 {
    display: -webkit-box;
    overflow: hidden;
    margin: 0;
    font-size: clamp(1.375em, 3cqi, 1.875em);
    font-weight: 680;
    letter-spacing: -0.015em;
    line-height: 1.2;
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }

  label {
    display: grid;
    gap: 6px;
    font-size: max(12px, 0.875em);
    font-weight: 550;
  }

  input {
    appearance: none;
    inline-size: 100%;
    block-size: var(--_control);
    margin: 0;
    border: 1px solid var(--_edge);
    border-radius: 10px;
    padding: 0 14px;
    background: var(--_surface);
    color: inherit;
    font: inherit;
    font-size: max(16px, 1rem); /* below 16 px iOS zooms in */
    font-weight: 400;
  }

  input::placeholder {
    color: var(--_muted);
    opacity: 1;
  }

  input:focus-visible {
    outline-offset: 0;
  }

  .joining {
    margin: 0;
    text-align: center;
  }

  .join {
    inline-size: 100%;
    block-size: calc(var(--_control) + 6px);
    font-size: 1.0625em;
  }

  .wrong {
    display: grid;
    gap: 2px;
    margin: 0;
    border-inline-start: 3px solid var(--_warning);
    padding-inline-start: 12px;
  }

  .wrong span {
    color: var(--_muted);
  }

  @container (max-width: 599px) {
    form {
      grid-template-columns: minmax(0, 1fr);
      align-content: center;
      gap: 14px;
      max-inline-size: 460px;
      padding: 14px;
    }

    .ask {
      gap: 12px;
    }

    .preview {
      block-size: clamp(116px, 100cqb - 236px, 62.5cqi);
      max-block-size: none;
      aspect-ratio: auto;
    }

    .before .wide {
      padding-inline: 14px;
      font-size: 13px;
      white-space: nowrap;
    }

    h2 {
      font-size: 1.25em;
      -webkit-line-clamp: 1;
    }
  }

  @container (max-width: 599px) and (max-height: 440px) {
    form {
      gap: 10px;
      padding: 10px 12px;
    }

    .ask {
      gap: 9px;
    }

    .eyebrow:not(.said) {
      display: none;
    }

    h2 {
      font-size: 1.0625em;
    }

    .before {
      gap: 8px;
      padding: 8px 12px calc(var(--_control) + 16px);
      font-size: max(12px, 0.8125em);
      line-height: 1.3;
    }

    .before .wide {
      min-block-size: 32px;
      block-size: 32px;
      padding-inline: 12px;
    }

    .before p + .wide {
      display: none;
    }

    .toggles {
      inset-block-end: 8px;
    }

    label {
      gap: 3px;
    }

    .join {
      block-size: var(--_control);
    }
  }

  @media (forced-colors: active) {
    .preview {
      border: 1px solid CanvasText;
    }
  }
`;
