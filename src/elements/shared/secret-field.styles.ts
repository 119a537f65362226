import { css } from 'lit';

/** A field for a passphrase with the button that shows it. */
export const secretStyles = css`
  .field {
    position: relative;
    display: grid;
    align-items: center;
  }

  .field input {
    padding-inline-end: 44px;
  }

  .field .small {
    position: absolute;
    inset-inline-end: 4px;
    display: grid;
    place-items: center;
    inline-size: 36px;
    block-size: 36px;
    border-radius: 8px;
    color: var(--_muted);
  }

  .field .small .icon {
    inline-size: 19px;
    block-size: 19px;
  }
`;
