/** Samples per second: plenty for tones below 2 kHz. */
const RATE = 24_000;
/** Seconds. */
const LENGTH = 1.3;
/** A frequency in Hz, and when it begins, in seconds. */
export type Note = readonly [frequency: number, start: number];
/** C, E and G above middle C. */
const CHORD: readonly Note[] = [
  [523.25, 0],
  [659.25, 0.17],
  [783.99, 0.34],
];
const HEADER = 44;

/** One sample of a bell-like note, `age` seconds after it was struck. */
const sampleOf = (frequency: number, age: number): number => {
  if (age < 0) return 0;
  const swell = Math.min(1, age / 0.012); // without it, a click
  const angle = 2 * Math.PI * frequency * age;
  return swell * Math.exp(-age * 4.5) * (Math.sin(angle) + 0.25 * Math.sin(2 * angle));
};

/** A few notes, a short chord where none are given, as a sound file: 16 bits, one channel (WAVE, RFC 2361). */
export const chime = (notes = CHORD): Blob => {
  const count = Math.round(RATE * LENGTH);
  const view = new DataView(new ArrayBuffer(HEADER + 2 * count));
  const write = (at: number, text: string): void => {
    for (let index = 0; index < text.length; index++) view.setUint8(at + index, text.charCodeAt(index));
  };
  write(0, 'RIFF');
  view.setUint32(4, HEADER - 8 + 2 * count, true);
  write(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true); // PCM
  view.setUint16(22, 1, true);
  view.setUint32(24, RATE, true);
  view.setUint32(28, 2 * RATE, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  write(36, 'data');
  view.setUint32(40, 2 * count, true);
  for (let index = 0; index < count; index++) {
    const time = index / RATE;
    const sum = notes.reduce((all, [frequency, start]) => all + sampleOf(frequency, time - start), 0);
    view.setInt16(HEADER + 2 * index, Math.round(sum * 0.22 * 0x7fff), true);
  }
  return new Blob([view], { type: 'audio/wav' });
};
