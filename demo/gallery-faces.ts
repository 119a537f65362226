/** Pictures for people who are not there: a face of two shapes on a colour of its own. */

const paint = (context: CanvasRenderingContext2D, hue: number): void => {
  const { width, height } = context.canvas;
  context.fillStyle = `hsl(${String(hue)} 35% 42%)`;
  context.fillRect(0, 0, width, height);
  context.fillStyle = `hsl(${String(hue)} 45% 72%)`;
  context.beginPath();
  context.arc(width / 2, height * 0.42, height * 0.2, 0, 2 * Math.PI);
  context.ellipse(width / 2, height * 1.05, height * 0.42, height * 0.4, 0, 0, 2 * Math.PI);
  context.fill();
};

const FACES = new Map<number, MediaStream>();

/** A picture of somebody; the same one for the same `hue`. */
export const face = (hue: number): MediaStream => {
  const known = FACES.get(hue) ?? draw(hue);
  FACES.set(hue, known);
  return known;
};

const draw = (hue: number): MediaStream => {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: 320, height: 180 });
  const context = canvas.getContext('2d');
  if (!context) return new MediaStream();
  const stream = canvas.captureStream();
  // A still canvas gives no frames: who begins to look later would see nothing.
  paint(context, hue);
  setInterval(() => paint(context, hue), 1000);
  return stream;
};
