import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    overflow: auto;
    container-type: inline-size;
    background: var(--_surface);
  }

  .root {
    display: flex;
    min-block-size: 100%;
    padding: 20px;
  }

  .card {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 8px;
    inline-size: 100%;
    max-inline-size: 440px;
    margin: auto;
    text-align: center;
  }

  .mark {
    display: grid;
    place-items: center;
    inline-size: 52px;
    block-size: 52px;
    margin-block-end: 4px;
    border-radius: 50%;
    background: color-mix(in oklab, var(--_warning) 18%, var(--_surface));
    color: var(--_warning);
  }

  h2 {
    margin: 0;
    font-size: 1.25em;
    font-weight: 650;
    letter-spacing: -0.01em;
    line-height: 1.25;
    overflow-wrap: anywhere;
    text-wrap: balance;
  }

  p {
    margin: 0;
    color: var(--_muted);
    overflow-wrap: anywhere;
    text-wrap: balance;
  }

  /* In a tiny box the one thing to do goes before the picture of it. */
  @container (max-height: 239px) {
    .root {
      padding: 12px;
    }

    .mark {
      display: none;
    }

    h2 {
      font-size: 1.0625em;
    }
  }

  .eyebrow {
    font-size: max(12px, 0.875em);
  }

  button {
    margin-block: 10px 4px;
  }

  details {
    max-inline-size: 100%;
    margin-block-start: 4px;
    color: var(--_muted);
    font-size: max(12px, 0.8125em);
  }

  summary {
    display: inline-block;
    border-radius: 6px;
    padding: 3px 8px;
    cursor: pointer;
  }

  summary::before {
    content: '▸ ';
  }

  summary:dir(rtl)::before {
    content: '◂ ';
  }

  details[open] summary::before {
    content: '▾ ';
  }

  details p {
    margin-block-start: 4px;
    border-radius: 8px;
    padding: 8px 12px;
    background: var(--_raised);
    text-align: start;
  }

  code {
    color: var(--_on-surface);
    font-family: ui-monospace, 'SFMono-Regular', Menlo, Consolas, monospace;
  }
`;
