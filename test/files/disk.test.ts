import { expect } from '@open-wc/testing';
import { Disk } from '../../src/files/disk.js';
import { askedSink, type Sink, sinkFor } from '../../src/files/sink.js';
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
    const file = await sink.finish();
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
    const file = await (await put(disk, randomBytes(10))).finish();
    const other = crypto.randomUUID();
    await (await put(new Disk(other), randomBytes(10))).finish();
    expect(await names(await folder()))
      .to.include.members([name, other])
      .and.to.not.include(left);
    expect((await file!.arrayBuffer()).byteLength).to.equal(10);
  });

  it('is cleared when the page goes', async () => {
    await (await put(disk, randomBytes(10))).finish();
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    expect(await count(name), 'it may come back').to.equal(1);
    hide();
    await gone(name);
  });

  it('is not asked for what it has no room for, or where there is none; memory takes 256 MiB then', async () => {
    expect(await new Disk().open(2 ** 50)).to.equal(undefined);
    const none = { open: () => Promise.resolve(undefined) } as unknown as Disk;
    const error: unknown = await sinkFor(2 ** 28 + 1, none, 0).catch((cause: unknown) => cause);
    expect(error).to.include({ code: 'file-rejected' });
    const sink = await sinkFor(10, none, 0);
    await sink.write(new Uint8Array([1, 2, 3]));
    expect((await sink.finish())?.size).to.equal(3);
  });
});

describe('where a person wants a file', () => {
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
    const sink = await askedSink('chosen.bin', 1000, new Disk());
    await sink!.write(randomBytes(1000));
    expect(await sink!.finish()).to.equal(undefined);
    expect((await handle.getFile()).size).to.equal(1000);
    await sink!.discard();
    expect((await handle.getFile()).size, 'it is theirs').to.equal(1000);
    await root.removeEntry('chosen.bin');
  });

  it('is nowhere where they think better of it, and elsewhere where they can’t be asked', async () => {
    asks(() => Promise.reject(new DOMException('no', 'AbortError')));
    expect(await askedSink('a', 10, new Disk())).to.equal(undefined);
    asks(() => Promise.reject(new DOMException('a frame', 'SecurityError')));
    const sink = await askedSink('a', 10, new Disk());
    await sink!.write(new Uint8Array(10));
    expect((await sink!.finish())?.size).to.equal(10);
  });
});
