import { expect } from '@open-wc/testing';
import { digestOf, FilesFixture } from './files-fixture.js';

/** A place that the person chose, where writing and closing take as long as a test says. */
const chooseSlowPlace = () => {
  const story: string[] = [];
  const waits = new Map<string, (error?: Error) => void>();
  const slowly = (what: string) => {
    story.push(what);
    return new Promise<void>((resolve, reject) =>
      waits.set(what, (error) => {
        if (error) reject(error);
        else resolve();
      }),
    );
  };
  const writable = {
    write: () => slowly('write'),
    close: () => slowly('close'),
    abort: () => {
      story.push('abort');
      return Promise.resolve();
    },
  };
  const handle = { createWritable: () => Promise.resolve(writable) };
  const picker = () => Promise.resolve(handle);
  Object.defineProperty(globalThis, 'showSaveFilePicker', { configurable: true, writable: true, value: picker });
  Object.defineProperty(navigator, 'userActivation', { configurable: true, value: { isActive: true } });
  const reached = async (what: string): Promise<void> => {
    while (!waits.has(what)) await new Promise((resolve) => setTimeout(resolve));
  };
  const full = new DOMException('the disk is full', 'QuotaExceededError');
  return { story, reached, go: (what: string) => waits.get(what)?.(), fail: (what: string) => waits.get(what)?.(full) };
};

describe('a file that is called off while it is checked', () => {
  let end: FilesFixture;
  let place: ReturnType<typeof chooseSlowPlace>;
  let id: string;
  beforeEach(async () => {
    end = new FilesFixture();
    place = chooseSlowPlace();
    const bytes = crypto.getRandomValues(new Uint8Array(1000));
    const offered = end.offer('file', bytes.length);
    id = offered!.id;
    await end.accept(id);
    end.channel('file').hear(bytes);
    end.hear({ kind: 'sent', id: 'file', digest: await digestOf(bytes) });
    await place.reached('write');
  });
  afterEach(() => {
    Reflect.deleteProperty(globalThis, 'showSaveFilePicker');
    Reflect.deleteProperty(navigator, 'userActivation');
    end.close();
  });

  it('is not saved, while that can be', async () => {
    end.files.cancel(id);
    await end.reaches(id, 'cancelled');
    place.go('write');
    while (!place.story.includes('abort')) await new Promise((resolve) => setTimeout(resolve));
    expect(place.story).to.deep.equal(['write', 'abort']);
    expect(end.words('cancel')).to.have.length(1);
    expect(end.words('done')).to.deep.equal([]);
  });

  for (const [by, stop] of [
    ['the person', (files: FilesFixture['files']) => files.cancel(id)],
    ['the end of the call', (files: FilesFixture['files']) => files.end()],
  ] as const) {
    it(`is saved and said to be, where it is too late for ${by}`, async () => {
      place.go('write');
      await place.reached('close');
      stop(end.files);
      expect(end.transfers[0]?.state).to.equal('checking');
      place.go('close');
      await end.reaches(id, 'done');
      expect(place.story).to.deep.equal(['write', 'close']);
      expect(end.words('cancel')).to.deep.equal([]);
    });
  }

  it('has failed, in words, where it can’t be written', async () => {
    place.fail('write');
    expect((await end.reaches(id, 'failed')).error).to.include({ code: 'file-failed' });
    expect(end.words('failed')).to.deep.equal([{ kind: 'failed', id: 'file', rejected: false }]);
    while (!place.story.includes('abort')) await new Promise((resolve) => setTimeout(resolve));
    expect(place.story).to.deep.equal(['write', 'abort']);
  });

  it('is not ended by its sender either, once it is too late', async () => {
    place.go('write');
    await place.reached('close');
    end.hear({ kind: 'withdraw', id: 'file', broken: false });
    place.go('close');
    await end.reaches(id, 'done');
  });
});
