import type { Sink } from './sink.js';

/** Bytes of all files in memory: those that come by themselves, and all others where there is no disk to put them on. */
export const MOST_IN_MEMORY = 536_870_912;

/** Memory for files that come in: as blobs, which a browser may put elsewhere itself. */
export class Memory {
  #used = 0;
  /** Tells of files that nobody has any more, neither the list nor the page. */
  readonly #gone = new FinalizationRegistry<() => void>((free) => free());

  /** A place for so many bytes; `undefined` where that is too much beside what is there. */
  open(size: number): Sink | undefined {
    if (this.#used + size > MOST_IN_MEMORY) return undefined;
    this.#used += size;
    let parts: Blob[] = [];
    let isFreed = false;
    const free = () => {
      if (!isFreed) this.#used -= size;
      isFreed = true;
      parts = [];
    };
    return {
      write: (block) => {
        parts.push(new Blob([block]));
        return Promise.resolve();
      },
      finish: (name, type) => {
        const file = new File(parts, name, { type });
        parts = [];
        this.#gone.register(file, free);
        return Promise.resolve(file);
      },
      discard: () => {
        free();
        return Promise.resolve();
      },
    };
  }
}
