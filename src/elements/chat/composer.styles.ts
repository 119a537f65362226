import { css } from 'lit';

/** The foot of the chat: what one writes with, and what there is to know before. */
export const composerStyles = css`
  .foot {
    display: flex;
    flex: none;
    flex-direction: column;
    gap: 6px;
    padding: 0 12px 12px;
  }

  .verified,
  .typing,
  .told {
    overflow: hidden;
    padding-inline: 4px;
    color: var(--_muted);
    font-size: max(12px, 0.8125em);
    text-overflow: ellipsis;
  }

  .typing {
    white-space: nowrap;
  }

  .typing:empty,
  .told:empty,
  .room:empty {
    display: none;
  }

  .composer {
    display: grid;
    grid-template-columns: auto 1fr auto;
    align-items: end;
    gap: 6px;
  }

  .tools {
    display: flex;
  }

  .tool {
    display: grid;
    place-items: center;
    inline-size: 36px;
    block-size: 40px;
    border-radius: 10px;
    color: var(--_muted);
  }

  .tool .icon {
    inline-size: 22px;
    block-size: 22px;
  }

  /* As high as what is written, which is drawn once more, unseen, to find out. */
  .grow {
    display: grid;
    min-inline-size: 0;
    max-block-size: calc(7em + 20px);
  }

  .grow::after {
    content: attr(data-text);
    visibility: hidden;
  }

  .grow::after,
  textarea {
    grid-area: 1 / 1;
    overflow: hidden auto;
    min-inline-size: 0;
    min-block-size: 40px;
    max-block-size: inherit;
    border: 1px solid var(--_edge);
    border-radius: 12px;
    padding: 8px 12px;
    font: inherit;
    line-height: 1.4;
    overflow-wrap: anywhere;
    scrollbar-width: thin;
    white-space: pre-wrap;
  }

  textarea {
    display: block;
    inline-size: 100%;
    margin: 0;
    background: var(--_surface);
    color: inherit;
    resize: none;
  }

  textarea::placeholder {
    color: var(--_muted);
    opacity: 1;
  }

  textarea:focus-visible {
    border-color: var(--_lit);
    outline: 1px solid var(--_lit);
    outline-offset: 0;
  }

  textarea[aria-invalid='true'] {
    border-color: var(--_warning);
    outline-color: var(--_warning);
  }

  /* Below 16 px an iPhone enlarges the page around a field that is written in. */
  @media (pointer: coarse) {
    .grow::after,
    textarea,
    .secret input {
      font-size: max(16px, 1em);
    }
  }

  .send {
    --_below: var(--_accent);
    inline-size: 40px;
    min-inline-size: 40px;
    block-size: 40px;
    color: var(--_on-accent);
  }

  .send[aria-disabled='true'] {
    --_below: var(--_raised);
    color: var(--_muted);
  }

  .room {
    grid-column: 1 / -1;
    color: var(--_muted);
    font-size: max(12px, 0.8125em);
    font-variant-numeric: tabular-nums;
    text-align: end;
  }

  .room.over {
    color: var(--_warning);
  }

  .older {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 2px 8px;
    padding-inline: 4px;
    color: var(--_muted);
    font-size: max(12px, 0.8125em);
  }

  .older[hidden] {
    display: none;
  }

  .older.asks,
  .secret {
    display: grid;
    gap: 8px;
    border-radius: 12px;
    padding: 10px 12px;
    background: var(--_raised);
    color: var(--_on-surface);
    font-size: max(12px, 0.875em);
  }

  .acts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 8px;
  }

  .acts .wide {
    min-block-size: 32px;
    padding: 3px 12px;
  }

  .secret {
    gap: 6px;
  }

  .secret label {
    font-weight: 600;
  }

  .secret p {
    color: var(--_muted);
  }

  .secret .field {
    display: flex;
    gap: 4px;
    align-items: center;
  }

  .secret input {
    flex: 1 1 0;
    min-inline-size: 0;
    min-block-size: 36px;
    border: 1px solid var(--_edge);
    border-radius: 8px;
    padding: 4px 10px;
    background: var(--_surface);
    color: inherit;
    font: inherit;
  }

  .secret .small {
    inline-size: 36px;
    block-size: 36px;
  }

  .emoji {
    position: fixed;
    inset: auto;
    overflow: hidden auto;
    inline-size: 312px;
    max-inline-size: calc(100vw - 16px);
    max-block-size: min(320px, 100vh - 16px);
    margin: 0;
    border: 0;
    border-radius: 14px;
    padding: 4px 8px 8px;
    background: var(--_raised);
    box-shadow: var(--_shadow);
    color: var(--_on-surface);
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }

  .emoji p {
    padding: 8px 4px 2px;
    color: var(--_muted);
    font-size: max(12px, 0.8125em);
    font-weight: 600;
  }

  .emoji .grid {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(34px, 1fr));
  }

  .emoji button {
    block-size: 36px;
    border-radius: 8px;
    font-size: 22px;
    line-height: 1;
  }

  .emoji button:focus-visible {
    outline-offset: -2px;
  }

  @media (hover: hover) {
    .tool:hover {
      background: color-mix(in oklab, transparent, var(--_on-surface) 10%);
      color: var(--_on-surface);
    }

    .emoji button:hover {
      background: color-mix(in oklab, transparent, var(--_on-surface) 12%);
    }
  }

  @container (max-width: 259px) {
    .composer {
      grid-template-columns: 1fr auto;
    }

    .grow {
      grid-column: 1 / -1;
      grid-row: 1;
    }
  }

  @media (forced-colors: active) {
    .emoji,
    .older.asks,
    .secret {
      border: 1px solid CanvasText;
    }
  }
`;
