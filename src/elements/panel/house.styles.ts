import { css } from 'lit';

/** Who waits, above the people, and what hosts do. */
export const houseStyles = css`
  .house {
    display: grid;
    gap: 10px;
    margin-block-end: 8px;
    border-block-end: 1px solid var(--_line);
    padding: 4px 8px 12px;
  }

  .house .wide,
  .sure .wide {
    --_below: var(--_floating);
    gap: 6px;
    min-block-size: 34px;
    padding-inline: 12px;
    font-size: max(12px, 0.8125em);
  }

  .house .wide .icon {
    inline-size: 20px;
    block-size: 20px;
  }

  .lock {
    justify-self: start;
  }

  .lock[aria-pressed='true'] {
    --_below: var(--_on-surface);
    background: var(--_below);
    color: var(--_surface);
  }

  .heading {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 6px 10px;
  }

  h3 {
    margin: 0;
    font-size: max(13px, 0.9375em);
    font-weight: 600;
  }

  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .knock {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 10px;
    padding-block: 2px;
  }

  .knock .head {
    flex: 1 1 9em;
    min-inline-size: 0;
    padding-inline: 0;
  }

  .sure {
    display: grid;
    gap: 8px;
  }

  .sure p {
    overflow-wrap: anywhere;
  }
`;
