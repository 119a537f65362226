import { fileSink } from './file-sink.js';
import type { Sink } from './sink.js';

const FOLDER = 'private-meet';
const LOCK = 'private-meet-files ';

/**
 * The origin's own file system (OPFS), for files that were received: in a folder of this page's, gone with it. A file is there for as
 * long as somebody has it as such, be it the page long after the call.
 */
export class Disk {
  readonly #life = new AbortController();
  /** Tells of files that nobody has any more, neither the list nor the page. */
  readonly #gone = new FinalizationRegistry<() => Promise<void>>((remove) => {
    remove().catch(() => undefined); // It is away already, or is cleared away with the page.
  });
  #folder: Promise<FileSystemDirectoryHandle> | undefined;

  /** `name`: of the folder, which is no other's. */
  constructor(private readonly name: string = crypto.randomUUID()) {}

  /** A place for so many bytes; `undefined` where there is none. */
  async open(size: number): Promise<Sink | undefined> {
    try {
      // Not known, or not told, where there is none.
      const { quota = 0, usage = 0 } = await navigator.storage.estimate();
      if (quota - usage < size) return undefined;
      const folder = await (this.#folder ??= this.#make());
      const name = crypto.randomUUID();
      const handle = await folder.getFileHandle(name, { create: true });
      const remove = () => folder.removeEntry(name);
      return await fileSink(handle, {
        finished: async (fileName, type) => {
          const file = new File([await handle.getFile()], fileName, { type });
          this.#gone.register(file, remove);
          return file;
        },
        discarded: remove,
      });
    } catch {
      return undefined; // In a private window, a frame without storage, or an older browser.
    }
  }

  /** Clears away what pages left that are gone. */
  async sweep(): Promise<void> {
    try {
      await sweep(await (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER));
    } catch {
      // There is nothing, or no leave to look.
    }
  }

  readonly #handlePageHide = ({ persisted }: PageTransitionEvent): void => {
    if (!persisted) void this.#drop();
  };

  /** The page goes: what is there is wanted no more. */
  async #drop(): Promise<void> {
    const folder = this.#folder;
    this.#folder = undefined;
    removeEventListener('pagehide', this.#handlePageHide);
    if (!folder) return;
    try {
      await folder;
      await (await parentOf()).removeEntry(this.name, { recursive: true });
    } catch {
      // Something of it is still in use: the next page of this origin clears it away.
    }
    this.#life.abort();
  }

  /** A lock tells other pages of this origin that the folder is in use: what has none was left by a page that is gone. */
  async #make(): Promise<FileSystemDirectoryHandle> {
    const parent = await parentOf();
    addEventListener('pagehide', this.#handlePageHide);
    await new Promise<void>((resolve) => {
      const hold = () => {
        resolve();
        return new Promise<void>((release) => {
          this.#life.signal.addEventListener('abort', () => {
            release();
          });
        });
      };
      void navigator.locks.request(LOCK + this.name, hold);
    });
    await sweep(parent);
    return parent.getDirectoryHandle(this.name, { create: true });
  }
}

const parentOf = async (): Promise<FileSystemDirectoryHandle> =>
  (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true });

/** Names first, locks then: a folder that is there has had its lock before. */
const sweep = async (parent: FileSystemDirectoryHandle): Promise<void> => {
  const names: string[] = [];
  for await (const name of parent.keys()) names.push(name);
  const { held = [] } = await navigator.locks.query();
  const used = new Set(held.map(({ name }) => name));
  const left = names.filter((name) => !used.has(LOCK + name));
  await Promise.allSettled(left.map((name) => parent.removeEntry(name, { recursive: true }))); // what can't be goes another time
};
