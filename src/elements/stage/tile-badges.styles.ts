import { css } from 'lit';

/** What stands in a tile's corner above. */
export const badgeStyles = css`
  .badges {
    position: absolute;
    inset-block-start: 8px;
    inset-inline: 8px;
    display: flex;
    align-items: center;
    gap: 6px;
    pointer-events: none;
  }

  .badge {
    min-inline-size: 0;
    pointer-events: auto;
  }

  .badge .icon {
    inline-size: 17px;
    block-size: 17px;
  }

  .badge.hand {
    padding-inline: 5px;
    background: var(--_lit);
    color: var(--_on-lit);
  }

  .badges:has(.pin) {
    z-index: 1; /* over what moves the tile */
  }

  .badge.pin {
    min-block-size: 24px;
    padding-inline: 5px;
    color: #eff3f4;
  }

  @media (forced-colors: active) {
    .badge.pin {
      border: 1px solid ButtonText;
    }
  }

  .badge.trouble-words,
  .badge.quality {
    color: #ffd489;
  }

  /* Where its words have no room. */
  .badge.trouble-sign {
    display: none;
    padding-inline: 3px;
    color: #ffd489;
  }

  .trouble-words .icon {
    display: none;
  }

  .badge:is(.hand, .pin) {
    flex: none;
  }

  @container (max-width: 150px) or (max-height: 90px) {
    .badge.trouble-sign,
    .trouble-words .icon {
      display: flex;
    }

    .trouble-words span {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }

  .chip .proof .icon {
    --_below: #10171a;
    inline-size: 15px;
    block-size: 15px;
    margin-inline: 0 -3px;
    color: var(--_lit);
  }

  .badge.quality {
    padding-inline: 5px;
  }

  .badge.quality.poor {
    color: #ffb3a1;
  }

  .quality span {
    overflow: hidden;
    padding-inline-end: 4px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  /* For the eye, words only when they are asked for. */
  :host(:not(:hover, :focus-within)) .quality span {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    clip-path: inset(50%);
  }
`;
