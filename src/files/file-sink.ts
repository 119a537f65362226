import type { Sink } from './sink.js';

/** What becomes of a file once it is written: without, it belongs to the person, who chose the place. */
export interface FileHome {
  readonly finished: (name: string, type: string) => Promise<File>;
  readonly discarded: () => Promise<void>;
}

/** Into a file of a file system; what was there before stays until all of it is written. @throws {DOMException} no leave */
export const fileSink = async (handle: FileSystemFileHandle, home?: FileHome): Promise<Sink> => {
  const writable = await handle.createWritable();
  let closing: Promise<void> | undefined;
  return {
    write: (block) => writable.write(block),
    finish: async (name, type) => {
      await (closing ??= writable.close());
      return home?.finished(name, type);
    },
    discard: async () => {
      // A failed write has closed it already; one that closes just now is in use until it has.
      await (closing ??= writable.abort()).catch(() => undefined);
      await home?.discarded();
    },
  };
};
