import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
    color-scheme: inherit;
  }

  .root {
    position: relative;
    display: flex;
    flex-direction: column;
    block-size: 100%;
    min-block-size: 0;
  }

  p {
    margin: 0;
  }

  .log {
    flex: 1 1 0;
    overflow: hidden auto;
    min-block-size: 48px;
    padding: 4px 16px 8px;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }

  .log:focus-visible {
    outline-offset: -2px;
  }

  /* Few messages stand where the next one comes. */
  .all {
    display: flex;
    flex-direction: column;
    justify-content: flex-end;
    gap: 14px;
    min-block-size: 100%;
  }

  .none {
    max-inline-size: 34ch;
    margin: auto;
    color: var(--_muted);
    text-align: center;
    text-wrap: balance;
  }

  .group,
  .message {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: 3px;
    max-inline-size: 100%;
  }

  .own,
  .own .message {
    align-items: flex-end;
  }

  .head {
    display: flex;
    align-items: baseline;
    gap: 8px;
    max-inline-size: 100%;
    color: var(--_muted);
    font-size: max(12px, 0.8125em);
  }

  .who {
    overflow: hidden;
    color: var(--_on-surface);
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  time {
    flex: none;
    font-variant-numeric: tabular-nums;
  }

  .line {
    display: flex;
    align-items: flex-start;
    gap: 2px;
    max-inline-size: 100%;
  }

  .own .line {
    flex-direction: row-reverse;
  }

  .bubble {
    min-inline-size: 0;
    border-radius: 12px;
    padding: 6px 11px;
    background: var(--_raised);
    cursor: text;
    overflow-wrap: anywhere;
    user-select: text;
    white-space: pre-wrap;
  }

  .own .bubble {
    background: var(--_own);
    color: var(--_on-own);
  }

  :host {
    --_own: var(--_floating);
    --_on-own: var(--_on-surface);
  }

  .bubble a {
    color: inherit;
    cursor: pointer;
    text-decoration: underline;
    text-underline-offset: 2px;
  }

  .sealed {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    background: none;
    box-shadow: inset 0 0 0 1px var(--_line);
    color: var(--_muted);
    cursor: default;
    white-space: normal;
  }

  .sealed p {
    flex: 1 1 12ch;
    min-inline-size: 0;
  }

  .sealed .icon,
  .state .icon {
    inline-size: 18px;
    block-size: 18px;
  }

  .small {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 28px;
    block-size: 28px;
    border-radius: 8px;
    color: var(--_muted);
    transition: opacity var(--_fast);
  }

  .small .icon {
    inline-size: 17px;
    block-size: 17px;
  }

  .copy {
    margin-block-start: 2px;
  }

  .link {
    min-block-size: 24px;
    border-radius: 6px;
    padding: 0 2px;
    color: var(--_on-surface);
    font-weight: 550;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 3px;
  }

  .state {
    color: var(--_muted);
    font-size: max(12px, 0.8125em);
  }

  .state.failed {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: 2px 8px;
    color: var(--_warning);
  }

  .queued .bubble,
  .failed .bubble {
    background: none;
    box-shadow: inset 0 0 0 1px var(--_edge);
    color: var(--_on-surface);
  }

  /* What arrives at once needs no word on its way. */
  .state.sending {
    animation: come 200ms 600ms both;
  }

  @keyframes come {
    from {
      opacity: 0;
    }
  }

  .jump {
    position: sticky;
    align-self: center;
    gap: 6px;
    min-block-size: 34px;
    margin-block: -42px 8px;
    padding-inline: 10px 14px;
    box-shadow: var(--_shadow);
    font-size: max(12px, 0.875em);
  }

  .jump .icon {
    inline-size: 18px;
    block-size: 18px;
  }

  @media (hover: hover) {
    .copy {
      opacity: 0;
    }

    .message:hover .copy,
    .message:focus-within .copy {
      opacity: 1;
    }

    .small:hover {
      background: color-mix(in oklab, transparent, var(--_on-surface) 10%);
      color: var(--_on-surface);
    }
  }

  @media (forced-colors: active) {
    .bubble {
      border: 1px solid CanvasText;
    }

    .own .bubble {
      border-color: Highlight;
    }
  }
`;
