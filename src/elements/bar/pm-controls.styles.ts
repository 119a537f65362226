import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
    min-block-size: calc(var(--_control) + 12px); /* drawn a moment after the faces, which must hardly move then */
  }

  :host([over]) {
    background: var(--_surface);
    transition:
      opacity 200ms ease-out,
      transform 200ms ease-out;
  }

  /* In full screen the stage has its place while it rests. */
  :host([away]) {
    position: absolute;
    inset-block-end: 0;
    inset-inline: 0;
    opacity: 0;
    pointer-events: none;
    transform: translateY(16px);
  }

  /* It comes later: its button alone shows that it is wanted. */
  pm-menu:not(:defined) {
    opacity: 0;
    pointer-events: none;
  }

  .root:has(~ pm-menu:not(:defined):popover-open) {
    cursor: progress;
  }

  .root {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 12px;
    padding: 10px 12px;
    padding-block-end: max(10px, env(safe-area-inset-bottom));
  }

  .start,
  .end {
    display: flex;
    flex: 1 1 0;
    align-items: center;
    gap: 8px;
    min-inline-size: max-content;
  }

  .end {
    justify-content: flex-end;
  }

  .where {
    display: flex;
    flex: 1 1 0;
    overflow: hidden;
    contain: inline-size; /* what a page puts beside it goes before */
    gap: 10px;
    margin: 0;
    padding-inline-start: 8px;
    color: var(--_muted);
    font-size: max(12px, 0.9375em);
  }

  .where bdi {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .controls {
    display: flex;
    gap: 8px;
  }

  .leave {
    margin-inline-start: 12px;
  }

  .split {
    display: flex;
    border-radius: 999px;
    background: var(--_raised);
  }

  .choose {
    --_below: transparent;
    display: grid;
    place-items: center;
    inline-size: max(24px, calc(var(--_control) * 0.64));
    block-size: var(--_control);
    margin-inline-start: -2px;
    border-start-end-radius: 999px;
    border-end-end-radius: 999px;
    padding-inline-end: 4px;
    color: var(--_muted);
    transition: background-color var(--_fast);
  }

  .choose .icon {
    inline-size: 16px;
    block-size: 16px;
    stroke-width: 2.25;
    transform: rotate(180deg);
  }

  .choose[aria-expanded='true'] {
    color: var(--_on-surface);
  }

  .choose:focus-visible {
    outline-offset: -2px;
  }

  .round[aria-expanded='true'] {
    --_below: color-mix(in oklab, var(--_floating), var(--_on-surface) 14%);
  }

  /* What is on beyond the usual wears the accent; what is off stands out the other way. */
  .round.toggle[aria-pressed='true'] {
    --_below: var(--_lit);
    color: var(--_on-lit);
  }

  .counted {
    gap: 6px;
    inline-size: auto;
    min-inline-size: var(--_control);
    padding-inline: 12px;
  }

  .count {
    font-size: max(12px, 0.9375em);
    font-variant-numeric: tabular-nums;
    font-weight: 600;
  }

  .fresh {
    position: absolute;
    inset-block-start: -4px;
    inset-inline-end: -4px;
    min-inline-size: 20px;
    border-radius: 999px;
    padding: 2px 5px;
    background: var(--_lit);
    color: var(--_on-lit);
    font-size: 12px;
    font-weight: 650;
    line-height: 16px;
    text-align: center;
  }

  @media (hover: hover) {
    .choose:hover {
      background: color-mix(in oklab, var(--_raised), var(--_on-surface) 10%);
      color: var(--_on-surface);
    }

    .round.toggle[aria-pressed='true']:enabled:hover {
      background: color-mix(in oklab, var(--_lit), var(--_on-lit) 12%);
    }
  }

  .sm {
    padding-block: 8px;
  }

  .sm .start,
  .sm .end,
  .xs .start,
  .xs .end {
    flex: 0 1 auto;
  }

  .sm .controls {
    gap: clamp(5px, 2cqi, 12px);
  }

  .sm .leave {
    margin-inline-start: clamp(0px, 2cqi - 4px, 10px);
  }

  .sm {
    gap: 6px;
    padding-inline: 6px;
  }

  .sm .counted {
    gap: 3px;
    padding-inline: 8px;
  }

  .xs {
    gap: 6px;
    padding: 6px;
  }

  .xs .controls {
    gap: 6px;
  }

  .xs .leave {
    margin-inline-start: 2px;
  }

  @media (forced-colors: active) {
    .split,
    .split .round {
      border: 0;
    }
  }
`;
