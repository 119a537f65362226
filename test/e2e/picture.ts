/** Milliseconds after which a wait of a test has failed. */
const CEILING = 180_000;

export type Rgb = readonly [red: number, green: number, blue: number];

const STRIP = 32;
const canvas = document.createElement('canvas');
canvas.width = STRIP;
canvas.height = 1;

/** Colour of the middle of what a video shows now. */
export const middle = (video: HTMLVideoElement): Rgb => {
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context || video.videoWidth === 0) return [0, 0, 0];
  context.drawImage(video, video.videoWidth / 2, video.videoHeight / 2, 1, 1, 0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
};

/** What of the moving square is seen along the picture's lower edge: differs from frame to frame. */
const lowerEdge = (video: HTMLVideoElement): string => {
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context || video.videoWidth === 0) return '';
  const { videoWidth: width, videoHeight: height } = video;
  context.drawImage(video, 0, height - height / 12, width, 1, 0, 0, STRIP, 1);
  return context
    .getImageData(0, 0, STRIP, 1)
    .data.map((value) => value >> 6)
    .join('');
};

const near = (seen: Rgb, wanted: Rgb): boolean =>
  seen.every((value, index) => Math.abs(value - (wanted[index] ?? 0)) < 60);

/** Resolves when `isTrue` gives true, asked again every 50 ms: what is shown and what stats say fires no event. */
export const until = async (what: string, isTrue: () => boolean | Promise<boolean>): Promise<void> => {
  const end = performance.now() + CEILING;
  while (!(await isTrue())) {
    if (performance.now() > end) throw new Error(`waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

/** Resolves once a moving picture of the colour is shown. */
export const seeMoving = (what: string, video: () => HTMLVideoElement | undefined, colour: Rgb): Promise<void> => {
  const seen = new Set<string>();
  return until(`the picture of ${what}`, () => {
    const shown = video();
    if (shown) seen.add(lowerEdge(shown));
    return shown !== undefined && seen.size > 3 && near(middle(shown), colour);
  });
};

/** Resolves once a picture is shown that changes, whatever it is of. */
export const seeChanging = (what: string, video: () => HTMLVideoElement | undefined): Promise<void> => {
  const seen = new Set<string>();
  return until(`frames of ${what}`, () => {
    const shown = video();
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!shown || !context || shown.videoWidth === 0) return false;
    context.drawImage(shown, 0, 0, STRIP, 1);
    seen.add(context.getImageData(0, 0, STRIP, 1).data.join());
    return seen.size > 2;
  });
};

/** Resolves once a picture is shown, and it is black. */
export const seeBlack = (what: string, video: () => HTMLVideoElement | undefined): Promise<void> =>
  until(`black in place of ${what}`, () => {
    const shown = video();
    return shown !== undefined && shown.videoWidth > 0 && near(middle(shown), [0, 0, 0]);
  });
