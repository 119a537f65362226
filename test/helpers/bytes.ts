/** Bytes that nobody can guess, after what they begin with. */
export const randomBytes = (size: number, begin: readonly number[] = []): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536)); // no more at once
  bytes.set(begin);
  return bytes;
};

/** Of a file, in hexadecimal digits. */
export const sha256 = async (file: Blob): Promise<string> => {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};
