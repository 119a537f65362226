import { css } from 'lit';

/** The preview, what lies on it, and what is said below it. */
export const previewStyles = css`
  .look {
    display: grid;
    gap: 10px;
    min-inline-size: 0;
  }

  .preview {
    position: relative;
    display: grid;
    place-items: center;
    overflow: hidden;
    inline-size: 100%;
    min-block-size: 180px;
    max-block-size: calc(100cqb - 72px);
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

  .preview :focus-visible {
    outline-color: #edf2f3;
  }

  video {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    opacity: 0;
    transition: opacity var(--_fast);
  }

  .picture video {
    opacity: 1;
  }

  .mirrored video {
    transform: scaleX(-1);
  }

  .before {
    display: grid;
    justify-items: center;
    gap: 14px;
    max-inline-size: 40ch;
    padding: 16px 20px calc(var(--_control) + 28px);
    text-align: center;
  }

  .before p {
    margin: 0;
    color: #d3dcdf;
    overflow-wrap: anywhere;
    text-wrap: balance;
  }

  .check {
    block-size: auto;
    min-block-size: var(--_control);
    padding-block: 6px;
    background: rgb(255 255 255 / 14%);
    color: #fff;
    font-size: max(13px, 0.9375em);
  }

  @media (hover: hover) {
    .check:enabled:hover {
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

  .standing {
    margin: 0;
    color: var(--_muted);
    font-size: max(12px, 0.875em);
    text-align: center;
  }

  /* Takes no place without words, and is there for them to be read out. */
  .standing:empty {
    position: absolute;
  }

  .problem {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    border-inline-start: 3px solid var(--_warning);
    padding-inline-start: 12px;
  }

  .problem p {
    flex: 1 1 16em;
    min-inline-size: 0;
    margin: 0;
    font-size: max(13px, 0.9375em);
    overflow-wrap: anywhere;
  }

  .problem strong {
    font-weight: 600;
  }

  .problem span {
    color: var(--_muted);
  }

  .again {
    flex: none;
    min-block-size: 34px;
    padding-inline: 14px;
    font-size: max(13px, 0.875em);
  }

  @container (((max-width: 599px) or (max-width: 36em)) and (min-height: 441px)) or (max-width: 479px) or (max-width: 30em) {
    /* As high as leaves room for the rest: a phone's camera sees upright. Words that need more have it. */
    .preview {
      min-block-size: clamp(154px, 100cqb - var(--_rest, 292px), 100cqi - 28px);
      max-block-size: none;
      aspect-ratio: auto;
    }

    .look:has(.standing:not(:empty)),
    form:has(.joining) .look {
      --_rest: 328px;
    }

    /* What is wrong takes the room. */
    .look:has(.problem) .preview {
      min-block-size: 128px;
    }

    .check {
      min-block-size: 36px;
      padding-inline: 14px;
      font-size: max(13px, 0.8125em);
    }
  }

  /* A field for the passphrase takes the room as well. */
  form:has(.secret) .look {
    --_rest: 448px;
  }

  /* On a short phone what is wrong says it all: with the words about asking, the button would cover the name, or the passphrase. */
  @container ((((max-width: 599px) or (max-width: 36em)) and (min-height: 441px)) or (max-width: 479px) or (max-width: 30em)) and (max-height: 600px) {
    .look:has(.problem) .preview:not(.picture),
    form:has(.secret) .preview {
      min-block-size: calc(var(--_control) + 28px);
    }

    .look:has(.problem) .before,
    form:has(.secret) .before {
      display: none;
    }
  }

  @container (max-width: 599px) and (max-height: 440px) {
    .before {
      gap: 8px;
      padding: 8px 12px calc(var(--_control) + 16px);
      font-size: max(12px, 0.8125em);
      line-height: 1.3;
    }

    .toggles {
      inset-block-end: 8px;
    }
  }

  @media (forced-colors: active) {
    .preview {
      border: 1px solid CanvasText;
    }

    .toggles .round[aria-pressed='true'] {
      color: HighlightText;
    }

    .toggles .round[aria-pressed='true'] .cut {
      stroke: Highlight;
    }
  }
`;
