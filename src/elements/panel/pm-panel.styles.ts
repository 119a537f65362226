import { css } from 'lit';

export const styles = css`
  :host {
    display: none;
    overflow: hidden;
    background: var(--_surface);
  }

  :host([open]) {
    display: flex;
    flex-direction: column;
    animation: arrive 160ms cubic-bezier(0.2, 0.7, 0.3, 1);
  }

  @keyframes arrive {
    from {
      opacity: 0;
      transform: translateY(8px);
    }
  }

  @media (prefers-reduced-motion: reduce) {
    :host([open]) {
      animation: none;
    }
  }

  .root {
    position: static;
    display: flex;
    flex: 1 1 auto;
    flex-direction: column;
    box-sizing: border-box;
    inline-size: auto;
    max-inline-size: none;
    block-size: auto;
    min-block-size: 0;
    max-block-size: none;
    margin: 0;
    border: 0;
    border-radius: inherit;
    padding: 0;
    padding-block-end: var(--_keyboard, 0px);
    background: none;
    color: inherit;
  }

  /* The heading has the focus for all of it. */
  h2:focus {
    outline: none;
  }

  .root:has(h2:focus-visible) {
    outline: 2px solid var(--_lit);
    outline-offset: -2px;
  }

  header {
    display: flex;
    flex: none;
    align-items: center;
    gap: 10px;
    padding: 10px 8px 6px 16px;
  }

  header:dir(rtl) {
    padding: 10px 16px 6px 8px;
  }

  h2 {
    flex: 1 1 0;
    min-inline-size: 0;
    margin: 0;
    line-height: 1.2;
    hyphens: auto;
    overflow-wrap: anywhere;
    font-size: 1.0625em;
    font-variant-numeric: tabular-nums;
    font-weight: 650;
    letter-spacing: -0.01em;
  }

  pm-timer {
    flex: none;
    color: var(--_muted);
    font-size: max(12px, 0.8125em);
  }

  @container (max-width: 239px) {
    pm-timer {
      display: none;
    }
  }

  .round {
    inline-size: 36px;
    min-inline-size: 36px;
    block-size: 36px;
    background: none;
    color: var(--_muted);
  }

  .round .icon {
    inline-size: 20px;
    block-size: 20px;
  }

  .body {
    flex: 1 1 auto;
    overflow: auto;
    min-block-size: 0;
    padding: 0 8px 8px;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }

  /* It scrolls inside, at the end; in a low box as a whole. */
  .body.chat {
    padding: 0;
  }

  pm-chat {
    block-size: 100%;
    min-block-size: 112px;
  }

  @container (max-width: 599px) {
    .body.chat {
      flex-basis: 520px;
    }
  }

  .invite {
    display: grid;
    gap: 8px;
    margin: 8px;
  }

  .invite .icon {
    inline-size: 20px;
    block-size: 20px;
  }

  .invite label {
    display: grid;
    gap: 4px;
    color: var(--_muted);
    font-size: max(12px, 0.8125em);
  }

  .invite input {
    inline-size: 100%;
    min-block-size: 32px;
    border: 1px solid var(--_edge);
    border-radius: 8px;
    padding: 4px 10px;
    background: var(--_surface);
    color: inherit;
    font: inherit;
  }

  .further {
    display: block;
    margin: 8px 8px 4px;
    border-radius: 6px;
    padding: 4px 0;
    color: var(--_muted);
    font-size: max(12px, 0.8125em);
    text-decoration: underline;
    text-underline-offset: 3px;
  }

  @media (hover: hover) {
    .further:hover {
      color: var(--_on-surface);
    }
  }
`;
