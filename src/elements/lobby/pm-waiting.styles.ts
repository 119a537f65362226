import { css } from 'lit';

/** Beside or below the look at oneself, for whom one waits. */
export const styles = css`
  :host {
    display: block;
    position: relative;
    container-type: size;
    min-block-size: 240px;
    background: var(--_surface);
  }

  .root {
    position: absolute;
    inset: 0;
    overflow: auto;
    scrollbar-width: thin;
  }

  .wait {
    display: grid;
    grid-template-columns: minmax(0, 1.2fr) minmax(0, 1fr);
    align-items: center;
    gap: clamp(16px, 4cqi, 56px);
    inline-size: 100%;
    max-inline-size: 1020px;
    min-block-size: 100%;
    margin-inline: auto;
    padding: clamp(14px, 4cqi, 48px);
  }

  .words {
    display: grid;
    gap: 14px;
    min-inline-size: 0;
  }

  .words p {
    margin: 0;
    color: var(--_muted);
    overflow-wrap: anywhere;
    text-wrap: pretty;
  }

  .eyebrow {
    font-size: max(12px, 0.875em);
  }

  h2 {
    margin: 0 0 6px;
    font-size: clamp(1.25em, 2.6cqi, 1.625em);
    font-weight: 680;
    letter-spacing: -0.015em;
    line-height: 1.2;
    overflow-wrap: anywhere;
    text-wrap: balance;
  }

  .leave {
    justify-self: start;
  }

  @container (max-width: 599px) and (min-height: 341px) {
    .wait {
      grid-template-columns: minmax(0, 1fr);
      align-content: center;
    }

    .preview {
      min-block-size: clamp(120px, 100cqb - 260px, 100cqi);
      max-block-size: none;
      aspect-ratio: auto;
    }

    .words {
      text-align: center;
    }

    .leave {
      justify-self: center;
    }
  }

  /* Beside each other, so that the way out stays in sight. */
  @container (max-height: 340px) {
    .preview {
      min-block-size: 120px;
      max-block-size: calc(100cqb - 28px);
    }

    .words {
      gap: 8px;
    }
  }
`;
