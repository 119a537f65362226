import { MeetError } from '../errors.js';
import { errorName } from '../protocol/kind.js';
import type { Disk } from './disk.js';
import { fileSink } from './file-sink.js';
import { type Memory, MOST_IN_MEMORY } from './memory.js';
import type { UnaskedRoom } from './unasked.js';

/** Where a file that comes in is put, block by block. */
export interface Sink {
  /** In order. @throws {DOMException} no room, or no leave */
  write(block: Uint8Array<ArrayBuffer>): Promise<void>;
  /** All is there: the file, which lasts for as long as somebody has it; nothing where the person chose the place. */
  finish(name: string, type: string): Promise<File | undefined>;
  /** It is wanted no more, finished or not. */
  discard(): Promise<void>;
}

/** Where files that come in are put, unless the person chose the place, and how much of it what comes by itself may take. */
export interface Places {
  readonly disk: Pick<Disk, 'open'>;
  readonly memory: Memory;
  readonly unasked: UnaskedRoom;
}

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

/** In memory if it has no more than `small` bytes, else on disk, else in memory if that will do. @throws {MeetError} `file-rejected`: there is no room for it */
export const sinkFor = async (
  size: number,
  { disk, memory }: Pick<Places, 'disk' | 'memory'>,
  small: number,
): Promise<Sink> => {
  const quick = size <= small ? memory.open(size) : undefined;
  const sink = quick ?? (await disk.open(size)) ?? memory.open(size);
  if (sink) return sink;
  const most = String(MOST_IN_MEMORY);
  throw new MeetError('file-rejected', `there is no disk to put it on, and memory takes ${most} bytes of files in all`);
};

/** Where the person says, else as above; `undefined`: they don't want it after all. @throws {MeetError} `file-rejected` */
export const askedSink = async (
  name: string,
  size: number,
  places: Places,
  small: number,
): Promise<Sink | undefined> => {
  const handle = await pick(name);
  if (handle === null) return undefined;
  return handle ? fileSink(handle) : sinkFor(size, places, small);
};
