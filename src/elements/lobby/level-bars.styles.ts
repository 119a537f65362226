import { css } from 'lit';

/** The microphone's meter on the preview. */
export const levelStyles = css`
  .level {
    position: absolute;
    inset-block-end: calc(14px + var(--_control) / 2 - 16px);
    inset-inline-start: 14px;
    display: flex;
    align-items: center;
    gap: 3px;
    block-size: 32px;
    border-radius: 999px;
    padding-inline: 11px;
    background: rgb(12 17 19 / 78%);
  }

  .level i {
    inline-size: 4px;
    block-size: 10px;
    border-radius: 2px;
    background: #7fe0c9;
    opacity: clamp(0.28, 0.28 + (var(--_level, 0) - var(--_from)) * 8, 1);
    transition: opacity 90ms linear;
  }

  .level i:nth-child(1) { --_from: 0.12; }
  .level i:nth-child(2) { --_from: 0.27; }
  .level i:nth-child(3) { --_from: 0.42; }
  .level i:nth-child(4) { --_from: 0.57; }
  .level i:nth-child(5) { --_from: 0.72; }
  .level i:nth-child(2) { block-size: 13px; }
  .level i:nth-child(3) { block-size: 16px; }
  .level i:nth-child(4) { block-size: 13px; }

  @container (max-width: 319px) {
    .level {
      inset-inline-start: 8px;
      padding-inline: 8px;
    }
  }

  @container (max-width: 599px) and (max-height: 440px) {
    .level {
      inset-block-end: calc(8px + var(--_control) / 2 - 16px);
      inset-inline-start: 8px;
    }
  }

  /* Beside the toggles, see the preview in a low box. */
  @container (max-height: 300px) {
    .level {
      position: static;
      flex: none;
    }
  }

  @media (forced-colors: active) {
    .level i {
      background: CanvasText;
      forced-color-adjust: none;
    }
  }
`;
