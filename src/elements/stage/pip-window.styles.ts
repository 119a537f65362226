import { css } from 'lit';

/** Of a document of its own: nothing of the page or of the elements reaches into it. */
export const styles = css`
  :root {
    color-scheme: dark;
    block-size: 100%;
    overflow: hidden;
    background: #0c1012;
    color: #eff3f4;
    font: 14px / 1.4 system-ui, sans-serif;
  }

  body {
    block-size: 100%;
    margin: 0;
  }

  main {
    position: relative;
    display: grid;
    place-items: center;
    block-size: 100%;
  }

  video {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: contain;
  }

  video.off {
    visibility: hidden;
  }

  .avatar {
    display: grid;
    place-items: center;
    inline-size: 30vmin;
    aspect-ratio: 1;
    border-radius: 50%;
    background: oklch(0.43 0.068 var(--_hue, 210));
    font-size: 11vmin;
    font-weight: 550;
  }

  .chip {
    position: absolute;
    inset-block-start: 8px;
    inset-inline-start: 8px;
    max-inline-size: calc(100% - 34px);
    margin: 0;
    border-radius: 8px;
    padding: 3px 9px;
    overflow: hidden;
    background: rgb(10 14 16 / 72%);
    font-size: 13px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .nobody {
    margin: 0 16px 56px;
    color: #a9b4b8;
    text-align: center;
  }

  .buttons {
    position: absolute;
    inset-block-end: 12px;
    display: flex;
    gap: 12px;
  }

  button {
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    border: 0;
    border-radius: 50%;
    padding: 0;
    background: rgb(46 53 56 / 92%);
    color: inherit;
    cursor: pointer;
  }

  button.is-off {
    background: #edf2f3;
    color: #151a1d;
  }

  button.leave {
    inline-size: 56px;
    border-radius: 22px;
    background: #c9302f;
    color: #fff;
  }

  button:focus-visible {
    outline: 2px solid #62cfd2;
    outline-offset: 2px;
  }

  .icon {
    inline-size: 24px;
    block-size: 24px;
  }

  .avatar .icon {
    inline-size: 46%;
    block-size: 46%;
  }

  .icon .cut {
    stroke: #edf2f3;
    stroke-width: 2.25;
  }

  @media (forced-colors: active) {
    button,
    .chip,
    .avatar {
      border: 1px solid;
    }
  }
`;
