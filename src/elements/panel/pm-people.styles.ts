import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
    color-scheme: inherit;
  }

  .person {
    border-radius: 10px;
  }

  p {
    margin: 0;
  }

  .head {
    position: relative;
    display: flex;
    align-items: center;
    gap: 10px;
    min-block-size: 52px;
    border-radius: inherit;
    padding: 6px 8px;
  }

  .avatar {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 36px;
    block-size: 36px;
    border-radius: 50%;
    background: #3b5a63;
    color: #eff3f4;
    font-size: 13px;
    font-weight: 600;
  }

  @supports (color: oklch(0 0 0)) {
    .avatar {
      background: oklch(0.43 0.068 var(--_hue, 210));
      color: oklch(0.965 0.018 var(--_hue, 210));
    }
  }

  .avatar .icon {
    inline-size: 20px;
    block-size: 20px;
  }

  .who {
    flex: 1 1 0;
    min-inline-size: 0;
  }

  .name {
    display: block;
    overflow: hidden;
    inline-size: 100%;
    font-weight: 550;
    text-align: start;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  /* Cut at its own end, which in a line of the other direction is not the line's. */
  .name bdi {
    display: inline-block;
    overflow: hidden;
    max-inline-size: 100%;
    text-overflow: ellipsis;
    vertical-align: bottom;
  }

  p.name {
    display: flex;
    gap: 0.35em;
  }

  .you {
    flex: none;
    color: var(--_muted);
    font-weight: 400;
  }

  /* The whole head opens the entry. */
  button.name::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: 10px;
  }

  button.name:focus-visible {
    outline: none;
  }

  button.name:focus-visible::after {
    outline: 2px solid var(--_lit);
    outline-offset: -2px;
  }

  @media (hover: hover) {
    .head:has(button:hover) {
      background: color-mix(in oklab, transparent, var(--_on-surface) 6%);
    }
  }

  .quality {
    color: var(--_muted);
    font-size: max(12px, 0.8125em);
    font-variant-numeric: tabular-nums;
    line-height: 1.35;
    text-wrap: pretty;
  }

  .fair,
  .poor {
    color: var(--_warning);
  }

  .hand {
    flex: none;
    border-radius: 999px;
    padding: 3px 8px;
    background: var(--_floating);
    font-size: max(12px, 0.8125em);
    font-variant-numeric: tabular-nums;
    font-weight: 600;
    white-space: nowrap;
  }

  .sign {
    --_below: var(--_surface);
    flex: none;
    color: var(--_muted);
  }

  .proof {
    color: var(--_lit);
  }

  .hand > span:first-child {
    display: flex;
    align-items: center;
    gap: 3px;
  }

  .hand .icon {
    inline-size: 17px;
    block-size: 17px;
  }

  .sign .icon,
  .wide .icon {
    inline-size: 20px;
    block-size: 20px;
  }

  .arrow {
    flex: none;
    color: var(--_muted);
    pointer-events: none;
  }

  .arrow .icon {
    inline-size: 18px;
    block-size: 18px;
    transition: transform var(--_fast);
  }

  .head:has([aria-expanded='true']) .arrow .icon {
    transform: rotate(180deg);
  }

  .more {
    display: grid;
    gap: 8px;
    padding: 0 8px 12px 54px;
  }

  .more:dir(rtl) {
    padding: 0 54px 12px 8px;
  }

  .volume {
    display: flex;
    align-items: center;
    gap: 10px;
  }

  input {
    flex: 1 1 0;
    min-inline-size: 0;
    block-size: 24px;
    margin: 0;
    accent-color: var(--_lit);
    cursor: pointer;
  }

  output {
    min-inline-size: 4ch;
    color: var(--_muted);
    font-size: max(12px, 0.8125em);
    font-variant-numeric: tabular-nums;
    text-align: end;
  }

  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  .acts .wide {
    --_below: var(--_floating);
    gap: 6px;
    min-block-size: 34px;
    padding-inline: 9px 12px;
    font-size: max(12px, 0.8125em);
  }

  .acts .wide[aria-pressed='true'] {
    --_below: var(--_on-surface);
    background: var(--_below);
    color: var(--_surface);
  }

  @container (max-width: 279px) {
    .more,
    .more:dir(rtl) {
      padding-inline: 8px;
    }
  }

  @media (forced-colors: active) {
    .avatar,
    .hand {
      border: 1px solid CanvasText;
    }
  }
`;
