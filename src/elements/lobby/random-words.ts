/** Words of a suggested passphrase: of 2048 words, 44 bits, which nobody guesses who may try a few dozen times (`Guesses`). */
const COUNT = 4;

/** Each number below `count` as likely as any other: what would favour the first of them is drawn anew. */
const randomBelow = (count: number, draw: () => number): number => {
  const fair = 2 ** 32 - (2 ** 32 % count);
  for (;;) {
    const drawn = draw();
    if (drawn < fair) return drawn % count;
  }
};

const drawn = (): number => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;

/** Words of `list` by chance, with spaces between; `draw` gives whole numbers of 32 bits. */
export const randomWords = (list: readonly string[], draw: () => number = drawn): string =>
  Array.from({ length: COUNT }, () => list[randomBelow(list.length, draw)] ?? '').join(' ');
