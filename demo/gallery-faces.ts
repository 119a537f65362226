/** Pictures for people who are not there, and of a screen that nobody shares. */

type Paint = (context: CanvasRenderingContext2D) => void;

/** A face of two shapes on a colour of its own. */
const paintFace =
  (hue: number): Paint =>
  (context) => {
    const { width, height } = context.canvas;
    context.fillStyle = `hsl(${String(hue)} 35% 42%)`;
    context.fillRect(0, 0, width, height);
    context.fillStyle = `hsl(${String(hue)} 45% 72%)`;
    context.beginPath();
    context.arc(width / 2, height * 0.42, height * 0.2, 0, 2 * Math.PI);
    context.ellipse(width / 2, height * 1.05, height * 0.42, height * 0.4, 0, 0, 2 * Math.PI);
    context.fill();
  };

/** A heading and lines below it. */
const paintScreen: Paint = (context) => {
  const { width, height } = context.canvas;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#1f4f4a';
  context.fillRect(0, 0, width, height * 0.12);
  context.fillStyle = '#9aa7a6';
  for (let line = 0; line < 8; line++) {
    context.fillRect(width * 0.06, height * (0.2 + line * 0.09), width * (line % 3 === 2 ? 0.5 : 0.86), height * 0.03);
  }
};

const PICTURES = new Map<string, MediaStream>();

const picture = (name: string, paint: Paint): MediaStream => {
  const stream = PICTURES.get(name) ?? draw(paint);
  PICTURES.set(name, stream);
  return stream;
};

const draw = (paint: Paint): MediaStream => {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: 320, height: 180 });
  const context = canvas.getContext('2d');
  if (!context) return new MediaStream();
  const stream = canvas.captureStream();
  // A still canvas gives no frames: who begins to look later would see nothing.
  paint(context);
  setInterval(() => paint(context), 1000);
  return stream;
};

/** A picture of somebody; the same one for the same `hue`. */
export const face = (hue: number): MediaStream => picture(`face ${String(hue)}`, paintFace(hue));

export const screenPicture = (): MediaStream => picture('screen', paintScreen);
