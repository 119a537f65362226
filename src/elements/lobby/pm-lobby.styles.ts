import { css } from 'lit';

/** The form: beside or below the preview the room's name, the field, the devices, the button. */
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

  form {
    display: grid;
    grid-template-columns: minmax(0, 1.7fr) minmax(0, 1fr);
    align-items: center;
    gap: clamp(20px, 4cqi, 56px);
    inline-size: 100%;
    max-inline-size: 1180px;
    min-block-size: 100%;
    margin-inline: auto;
    padding: clamp(16px, 4cqi, 48px);
  }

  .ask {
    display: flex;
    flex-direction: column;
    gap: 16px;
    min-inline-size: 0;
  }

  hgroup {
    display: grid;
    gap: 2px;
    min-inline-size: 0;
    margin: 0;
  }

  .eyebrow {
    margin: 0;
    color: var(--_muted);
    font-size: max(12px, 0.875em);
  }

  h2 {
    display: -webkit-box;
    overflow: hidden;
    margin: 0;
    font-size: clamp(1.375em, 3cqi, 1.875em);
    font-weight: 680;
    letter-spacing: -0.015em;
    line-height: 1.2;
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }

  .name,
  .secret {
    display: grid;
    gap: 6px;
    font-size: max(12px, 0.875em);
    font-weight: 550;
  }

  input,
  select {
    appearance: none;
    inline-size: 100%;
    min-inline-size: 0;
    block-size: max(var(--_control), 2em);
    margin: 0;
    border: 1px solid var(--_edge);
    border-radius: 10px;
    padding: 0 14px;
    background: var(--_surface);
    color: inherit;
    font: inherit;
    font-size: max(16px, 1.143em); /* the size of what is around the label; below 16 px iOS zooms in */
    font-weight: 400;
  }

  input::placeholder {
    color: var(--_muted);
    opacity: 1;
  }

  /* Empty, dir="auto" means left to right, whatever the language. */
  input:placeholder-shown {
    direction: inherit;
  }
  input[aria-invalid] {
    border-color: var(--_warning);
  }

  input:focus-visible,
  select:focus-visible {
    outline-offset: 0;
  }

  .secret p {
    margin: 0;
    color: var(--_muted);
    font-weight: 400;
  }

  .secret p:empty {
    display: none;
  }

  .secret .lacking {
    color: var(--_warning);
  }

  .joining {
    margin: 0;
    text-align: center;
  }

  .join,
  .cancel {
    inline-size: 100%;
    block-size: auto;
    min-block-size: calc(var(--_control) + 6px);
    padding-block: 6px;
    line-height: 1.25;
    overflow-wrap: anywhere;
  }

  .join {
    font-size: 1.0625em;
  }

  .wrong {
    display: grid;
    gap: 2px;
    margin: 0;
    border-inline-start: 3px solid var(--_warning);
    padding-inline-start: 12px;
    overflow-wrap: anywhere;
  }

  .wrong span {
    color: var(--_muted);
  }

  /* In sight, however much there is above it; not where it would cover what is looked for. */
  @container (min-height: 30em) {
    .root {
      scroll-padding-block-end: calc(var(--_control) + 30px); /* clear of the button, for what takes the focus */
    }

    .join,
    .cancel {
      position: sticky;
      inset-block-end: 12px;
      box-shadow: 0 6px 0 8px var(--_surface);
    }
  }

  /* Nor over the field for a passphrase. */
  @container (max-height: 37.5em) {
    .ask:has(.secret) {
      gap: 9px;
    }

    .secret ~ .join {
      position: static;
      box-shadow: none;
    }
  }

  /* One column: an upright phone, or words so large that two have no room. */
  @container (((max-width: 599px) or (max-width: 36em)) and (min-height: 441px)) or (max-width: 479px) or (max-width: 30em) {
    form {
      grid-template-columns: minmax(0, 1fr);
      align-content: center;
      gap: 14px;
      max-inline-size: 460px;
      padding: 14px;
    }

    .ask {
      gap: 12px;
    }

    h2 {
      font-size: 1.25em;
    }
  }

  @container (max-height: 440px) {
    form {
      gap: 10px 20px;
      padding: 10px 12px;
    }

    .ask {
      gap: 9px;
    }

    .eyebrow:not(.said) {
      display: none;
    }

    h2 {
      font-size: 1.0625em;
      -webkit-line-clamp: 1;
    }

    .name {
      gap: 3px;
    }

    .join,
    .cancel {
      min-block-size: var(--_control);
    }
  }

  /* Low and in one column: the button stands beside the field, if its words have room there. */
  @container ((max-width: 479px) and (max-height: 440px)) or (max-height: 300px) {
    form {
      grid-template-columns: minmax(0, 1fr);
      align-content: center;
      max-inline-size: 640px;
    }

    .ask {
      flex-flow: row wrap;
      align-items: end;
    }

    .ask > * {
      flex: none;
      inline-size: 100%;
    }

    .ask > .name {
      flex: 1000 1 var(--_name, 8.5em);
      inline-size: auto;
      min-inline-size: 0;
    }

    .name ~ .join,
    .name ~ .cancel {
      flex: 1 0 auto;
      inline-size: auto;
      min-inline-size: 96px;
      max-inline-size: 100%;
    }

    .devices,
    .joining {
      order: 1;
    }
  }

  @container (max-height: 239px) {
    .ask {
      --_name: 6.5em; /* else the button is below the fold */
    }
  }
`;
