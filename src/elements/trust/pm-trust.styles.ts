import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
    color-scheme: inherit;
  }

  .root {
    display: grid;
    gap: 18px;
    padding: 2px 8px 8px;
  }

  p,
  h3,
  [role='list'] {
    margin: 0;
    padding: 0;
  }

  section,
  form {
    display: grid;
    gap: 10px;
    min-inline-size: 0;
  }

  h3 {
    font-size: 1em;
    font-weight: 650;
  }

  .note {
    color: var(--_muted);
    font-size: max(12px, 0.875em);
    overflow-wrap: anywhere;
  }

  .note:empty {
    display: none;
  }

  /* As large as the box allows: they are read out and compared. */
  .digits {
    border-radius: 12px;
    padding: 14px 8px;
    background: var(--_raised);
    cursor: text;
    font-size: clamp(1.25em, 10.5cqi, 2.5em);
    font-variant-numeric: tabular-nums lining-nums;
    font-weight: 600;
    letter-spacing: 0.04em;
    line-height: 1.15;
    text-align: center;
    user-select: text;
  }

  .digits > :first-child {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 0 0.5em;
    justify-content: center;
  }

  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  .acts .wide {
    flex: 1 1 auto;
    border-radius: 14px;
  }

  [aria-disabled='true'] {
    cursor: default;
    opacity: 0.5;
  }

  .compare {
    display: grid;
    gap: 10px;
  }

  /* Takes no place without words, and is there for them to be read out. */
  [role='alert']:empty,
  [role='status']:empty,
  .secret.none {
    position: absolute;
  }

  .same,
  .warning p {
    display: flex;
    align-items: flex-start;
    gap: 8px;
  }

  .same {
    font-weight: 550;
  }

  .same .icon,
  [role='listitem'].proved > .icon {
    --_below: var(--_surface);
    color: var(--_lit);
  }

  .warning {
    gap: 12px;
    border: 1px solid var(--_warning);
    border-radius: 12px;
    padding: 12px;
  }

  .warning .icon {
    color: var(--_warning);
  }

  .leave {
    background: var(--_danger);
    color: var(--_on-danger);
  }

  @media (hover: hover) {
    .leave:enabled:hover {
      background: color-mix(in oklab, var(--_danger), black 14%);
    }
  }

  .secret:not(.none) {
    border-radius: 12px;
    padding: 12px;
    background: var(--_raised);
  }

  form {
    gap: 6px;
  }

  form .wide {
    justify-self: start;
    min-block-size: 36px;
  }

  label {
    font-size: max(12px, 0.875em);
    font-weight: 600;
  }

  input {
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: 40px;
    border: 1px solid var(--_edge);
    border-radius: 8px;
    padding: 4px 10px;
    background: var(--_surface);
    color: inherit;
    font: inherit;
  }

  /* Smaller letters make iOS zoom in. */
  @media (pointer: coarse) {
    input {
      font-size: max(16px, 1em);
    }
  }

  [role='list'] {
    display: grid;
    gap: 10px;
  }

  [role='listitem'] {
    display: flex;
    align-items: flex-start;
    gap: 10px;
  }

  [role='listitem'] > div {
    flex: 1 1 0;
    min-inline-size: 0;
  }

  [role='listitem'] > .icon {
    color: var(--_muted);
  }

  .name {
    overflow: hidden;
    font-weight: 550;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  [role='listitem'].refused > .icon,
  .refused .note {
    color: var(--_warning);
  }

  @media (forced-colors: active) {
    .digits,
    .secret:not(.none) {
      border: 1px solid CanvasText;
    }

    [role='listitem'].proved > .icon,
    .same .icon {
      color: CanvasText;
    }
  }
`;
