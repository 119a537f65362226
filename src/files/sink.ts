import { MeetError } from '../errors.js';
import { errorName } from '../protocol/kind.js';
import type { Disk } from './disk.js';

/** Where a file that comes in is put, block by block. */
export interface Sink {
  /** In order. @throws {DOMException} no room, or no leave */
  write(block: Uint8Array<ArrayBuffer>): Promise<void>;
  /** All is there: what it is now; nothing where the person chose the place. */
  finish(): Promise<Blob | undefined>;
  /** It is wanted no more, finished or not. */
  discard(): Promise<void>;
}

/** Bytes of a file that is put into memory where there is no disk to put it on. */
export const MOST_IN_MEMORY = 268_435_456;

/** Bytes of a file that is put into memory although there may be a disk: an image that comes unasked. */
export const MOST_UNASKED = 5_000_000;

/** In memory: as blobs, which a browser may put elsewhere itself. */
const memorySink = (): Sink => {
  let parts: Blob[] = [];
  return {
    write: (block) => {
      parts.push(new Blob([block]));
      return Promise.resolve();
    },
    finish: () => Promise.resolve(new Blob(parts)),
    discard: () => {
      parts = [];
      return Promise.resolve();
    },
  };
};

/** Into a file that the person chose the place of. */
const pickedSink = async (handle: FileSystemFileHandle): Promise<Sink> => {
  const writable = await handle.createWritable();
  let isOpen = true;
  return {
    write: (block) => writable.write(block),
    finish: async () => {
      isOpen = false;
      await writable.close();
      return undefined;
    },
    discard: async () => {
      if (isOpen) await writable.abort();
      isOpen = false;
    },
  };
};

interface Picker {
  readonly showSaveFilePicker?: (options: { suggestedName: string }) => Promise<FileSystemFileHandle>;
}

/** Asks the person where to, where the browser can; in the task of a gesture. `null`: they don't want to; `undefined`: it can't be asked. */
const pick = async (name: string): Promise<FileSystemFileHandle | null | undefined> => {
  const picker = globalThis as Picker;
  if (!picker.showSaveFilePicker || !navigator.userActivation.isActive) return undefined;
  try {
    return await picker.showSaveFilePicker({ suggestedName: name });
  } catch (error) {
    // Any other: in a frame of another origin, or where the page's policy forbids it.
    return errorName(error) === 'AbortError' ? null : undefined;
  }
};

/** In memory if it is small, else on disk, else in memory if that will do. @throws {MeetError} `file-rejected`: there is no room for it */
export const sinkFor = async (size: number, disk: Disk, small: number): Promise<Sink> => {
  const sink = size <= small ? memorySink() : await disk.open(size);
  if (sink) return sink;
  if (size <= MOST_IN_MEMORY) return memorySink();
  const most = String(MOST_IN_MEMORY);
  throw new MeetError(
    'file-rejected',
    `there is no disk to put it on, and in memory it may have ${most} bytes at most`,
  );
};

/** Where the person says, else as above; `undefined`: they don't want it after all. @throws {MeetError} `file-rejected` */
export const askedSink = async (name: string, size: number, disk: Disk): Promise<Sink | undefined> => {
  const handle = await pick(name);
  if (handle === null) return undefined;
  return handle ? pickedSink(handle) : sinkFor(size, disk, MOST_UNASKED);
};
