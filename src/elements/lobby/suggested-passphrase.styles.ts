import { css } from 'lit';

/** What is offered below the field for a passphrase. */
export const suggestionStyles = css`
  .suggest {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
  }

  .suggest button {
    min-block-size: 24px;
    border-radius: 6px;
    color: var(--_on-surface);
    font-weight: 550;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 3px;
  }
`;
