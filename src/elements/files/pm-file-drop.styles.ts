import { css } from 'lit';

export const styles = css`
  :host {
    position: absolute;
    inset: 0;
    z-index: 6;
    pointer-events: none;
  }

  .root {
    position: absolute;
    inset: 6px;
    display: grid;
    place-items: center;
    border: 2px dashed var(--_lit);
    border-radius: 14px;
    padding: 12px;
    background: color-mix(in srgb, var(--_surface) 88%, transparent);
    animation: appear 140ms ease-out;
  }

  p {
    max-inline-size: 30ch;
    margin: 0;
    border-radius: 12px;
    padding: 8px 14px;
    background: var(--_surface);
    font-size: 1.125em;
    font-weight: 600;
    text-align: center;
    text-wrap: balance;
  }

  @keyframes appear {
    from {
      opacity: 0;
    }
  }
`;
