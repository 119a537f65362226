export type Bytes = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();

export const utf8 = (text: string): Bytes => encoder.encode(text);

/** Pieces one behind the other. */
export const concat = (...pieces: readonly Uint8Array[]): Bytes => {
  const all = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
};

/** Each with its length in LEB128 before it, one behind the other (`lv_cat` of CPace, A.1), so that no two lists look alike. */
export const framed = (...pieces: readonly (Uint8Array | string)[]): Bytes =>
  concat(
    ...pieces.flatMap((piece) => {
      const bytes = typeof piece === 'string' ? utf8(piece) : piece;
      const length: number[] = [];
      let rest = bytes.length;
      for (; rest > 127; rest >>>= 7) length.push((rest & 127) | 128);
      return [Uint8Array.of(...length, rest), bytes];
    }),
  );

/** Four bytes, the highest first. */
export const u32 = (value: number): Bytes => Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);

/** In the order of the first byte that differs; what the other begins with comes before it. */
export const compareBytes = (a: Uint8Array, b: Uint8Array): number => {
  const at = a.findIndex((byte, index) => byte !== b[index]);
  return at < 0 ? a.length - b.length : (a[at] ?? 0) - (b[at] ?? -1);
};

/** Without an early exit: how long it takes does not tell where they differ. */
export const isEqual = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.reduce((difference, byte, at) => difference | (byte ^ (b[at] ?? 0)), 0) === 0;

export const hashOf = async (algorithm: 'SHA-256' | 'SHA-512', ...pieces: readonly Uint8Array[]): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest(algorithm, concat(...pieces)));
