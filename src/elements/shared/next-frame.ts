/** Milliseconds after which a page that is not shown, and so draws no frames, goes on. */
const HIDDEN = 100;

/** Resolves in the next frame. */
export const nextFrame = (): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      resolve();
    };
    const frame = requestAnimationFrame(done);
    const timer = setTimeout(done, HIDDEN);
  });
