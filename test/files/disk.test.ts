import { expect } from '@open-wc/testing';
import { Disk } from '../../src/files/disk.js';
import { Memory, MOST_IN_MEMORY } from '../../src/files/memory.js';
import { askedSink, type Places, type Sink, sinkFor } from '../../src/files/sink.js';
import { UnaskedRoom } from '../../src/files/unasked.js';
import { randomBytes, sha256 } from '../helpers/bytes.js';

const folder = async (): Promise<FileSystemDirectoryHandle> =>
  (await navigator.storage.getDirectory()).getDirectoryHandle('private-meet', { create: true });
const names = async (of: FileSystemDirectoryHandle): Promise<string[]> => {
  const all: string[] = [];
  for await (const name of of.keys()) all.push(name);
  return all;
};
/** Files in a folder: other pages of this origin have theirs. */
const count = async (name: string): Promise<number> =>
  (await names(await (await folder()).getDirectoryHandle(name))).length;
const hide = (): void => {
  dispatchEvent(new PageTransitionEvent('pagehide'));
};

/** Resolves once a folder is gone. */
const gone = async (name: string): Promise<void> => {
  while ((await names(await folder())).includes(name)) await new Promise((resolve) => setTimeout(resolve, 10));
};
const put = async (disk: Disk, bytes: Uint8Array<ArrayBuffer>): Promise<Sink> => {
  const sink = (await disk.open(bytes.length))!;
  await sink.write(bytes);
  return sink;
};

/** Of a page without a disk. */
const withoutDisk = () => ({ disk: { open: () => Promise.resolve(undefined) }, memory: new Memory() });

/** Makes garbage until the browser has collected what nobody has any more. */
const collected = async (isCollected: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await isCollected())) {
    await new Blob(Array.from({ length: 16 }, () => new Uint8Array(1_048_576))).arrayBuffer();
  }
};

describe('the disk for files that come in', () => {
  let name: string;
  let disk: Disk;
  beforeEach(() => {
    name = crypto.randomUUID();
    disk = new Disk(name);
  });
  afterEach(hide);

  it('has a file as it came, until it is wanted no more', async () => {
    const [one, other] = [randomBytes(2_000_000), randomBytes(1_000_000)];
    const sink = await put(disk, one);
    await sink.write(other);
    const file = await sink.finish('a.png', 'image/png');
    expect(file).to.include({ name: 'a.png', type: 'image/png' });
    expect(await sha256(file!)).to.equal(await sha256(new Blob([one, other])));
    expect(await count(name)).to.equal(1);
    await sink.discard();
    expect(await count(name)).to.equal(0);
  });

  it('has nothing left of a file that was called off', async () => {
    const sink = await put(disk, randomBytes(2_000_000));
    await sink.discard();
    expect(await count(name)).to.equal(0);
  });

  it('is cleared of what pages left that are gone, and of nobody else’s', async () => {
    const left = crypto.randomUUID();
    await (await folder()).getDirectoryHandle(left, { create: true });
    const file = await (await put(disk, randomBytes(10))).finish('a', '');
    const other = crypto.randomUUID();
    await (await put(new Disk(other), randomBytes(10))).finish('a', '');
    expect(await names(await folder()))
      .to.include.members([name, other])
      .and.to.not.include(left);
    expect((await file!.arrayBuffer()).byteLength).to.equal(10);
  });

  it('is cleared when the page goes', async () => {
    await (await put(disk, randomBytes(10))).finish('a', '');
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    expect(await count(name), 'it may come back').to.equal(1);
    hide();
    await gone(name);
  });

  it('has a file for as long as the page has it, and nothing of it afterwards', async () => {
    const bytes = randomBytes(100_000);
    const kept = [await (await put(disk, bytes)).finish('kept', '')];
    await (await put(disk, randomBytes(100_000))).finish('let go of', '');
    await collected(async () => (await count(name)) < 2);
    expect(await sha256(kept[0]!)).to.equal(await sha256(new Blob([bytes])));
    kept.pop();
    await collected(async () => (await count(name)) === 0);
  });

  it('is cleared of what pages left that are gone without anything being put there', async () => {
    const left = crypto.randomUUID();
    await (await folder()).getDirectoryHandle(left, { create: true });
    await disk.sweep();
    expect(await names(await folder())).to.not.include(left);
  });

  it('is not asked for what it has no room for', async () => {
    expect(await new Disk().open(2 ** 50)).to.equal(undefined);
  });
});

describe('memory, where there is no disk for a file', () => {
  it('takes 512 MiB in all, and refuses what is more', async () => {
    const places = withoutDisk();
    const refusal = (size: number) => sinkFor(size, places, 0).catch((error: unknown) => error);
    expect(await refusal(MOST_IN_MEMORY + 1)).to.include({ code: 'file-rejected' });
    const sink = await sinkFor(10, places, 0);
    expect(await refusal(MOST_IN_MEMORY), 'beside what is there').to.include({ code: 'file-rejected' });
    await sink.write(new Uint8Array([1, 2, 3]));
    expect((await sink.finish('a', ''))?.size).to.equal(3);
    await sink.discard();
    await sink.discard();
    expect(places.memory.open(1)).to.not.equal(undefined);
    expect(places.memory.open(MOST_IN_MEMORY), 'given back once').to.equal(undefined);
  });

  it('has room again once nobody has a file any more', async () => {
    const { memory } = withoutDisk();
    await memory.open(MOST_IN_MEMORY)!.finish('a', '');
    expect(memory.open(1)).to.equal(undefined);
    await collected(() => memory.open(1) !== undefined);
  });
});

describe('where a person wants a file', () => {
  const places = (): Places => ({ disk: new Disk(), memory: new Memory(), unasked: new UnaskedRoom() });
  const asks = (answer: () => Promise<FileSystemFileHandle>) => {
    Object.defineProperty(globalThis, 'showSaveFilePicker', { configurable: true, writable: true, value: answer });
    Object.defineProperty(navigator, 'userActivation', { configurable: true, value: { isActive: true } });
  };
  afterEach(() => {
    Reflect.deleteProperty(globalThis, 'showSaveFilePicker');
    Reflect.deleteProperty(navigator, 'userActivation');
    hide();
  });

  it('it is put, and given to nobody else', async () => {
    const root = await navigator.storage.getDirectory();
    const handle = await root.getFileHandle('chosen.bin', { create: true });
    asks(() => Promise.resolve(handle));
    const sink = await askedSink('chosen.bin', 1000, places(), 0);
    await sink!.write(randomBytes(1000));
    expect(await sink!.finish('a', '')).to.equal(undefined);
    expect((await handle.getFile()).size).to.equal(1000);
    await sink!.discard();
    expect((await handle.getFile()).size, 'it is theirs').to.equal(1000);
    await root.removeEntry('chosen.bin');
  });

  it('is nowhere where they think better of it, and elsewhere where they can’t be asked', async () => {
    asks(() => Promise.reject(new DOMException('no', 'AbortError')));
    expect(await askedSink('a', 10, places(), 0)).to.equal(undefined);
    asks(() => Promise.reject(new DOMException('a frame', 'SecurityError')));
    const sink = await askedSink('a', 10, places(), 0);
    await sink!.write(new Uint8Array(10));
    expect((await sink!.finish('a', ''))?.size).to.equal(10);
  });
});
