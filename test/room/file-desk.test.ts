import { expect } from '@open-wc/testing';
import type { Transfer } from '../../src/files/transfer.js';
import { FilePair, isSameFile, randomFile } from './file-pair.js';

const PNG = '89504e470d0a1a0a0000000d49484452';
const pngOf = (size: number): File => {
  const bytes = new Uint8Array(size);
  bytes.set(Uint8Array.from(PNG.match(/../gu) ?? [], (digits) => Number.parseInt(digits, 16)));
  return new File([bytes], 'cat.png', { type: 'image/png' });
};
const statesOf = (all: readonly Transfer[]) => all.map(({ state }) => state);
const MEGABYTE = 1_048_576;

describe('files between two of ours', () => {
  let pair: FilePair;
  beforeEach(async () => {
    pair = new FilePair();
    await pair.meet();
  });
  afterEach(() => pair.close());

  it('are offered, accepted, and come byte for byte', async () => {
    const file = randomFile(3 * MEGABYTE + 12_345, 'contract.pdf', 'application/pdf');
    const [sent] = await pair.a.files.send(file);
    expect(sent).to.include({ own: true, name: 'contract.pdf', size: file.size, type: 'application/octet-stream' });
    const offered = await pair.z.reaches('offered');
    expect(offered).to.deep.include({ own: false, name: 'contract.pdf', peer: { id: 'a', name: 'name of a' } });
    expect(pair.z.store.$unread.get()).to.equal(1);
    void pair.z.files.accept(offered.id);
    const received = await pair.z.reaches('done');
    expect(received.file).to.include({ name: 'contract.pdf', type: 'application/octet-stream', size: file.size });
    expect(await isSameFile(received.file, file)).to.equal(true);
    expect(await pair.a.reaches('done')).to.include({ bytes: file.size });
    expect(pair.a.story[0]).to.equal('pm-file queued');
    expect(pair.a.story.at(-1)).to.equal('pm-file done');
    expect(pair.z.story[0]).to.equal('pm-file offered');
    expect(pair.z.story.at(-1)).to.equal('pm-file done');
  });

  it('that are small images come without a question', async () => {
    const file = pngOf(200_000);
    await pair.a.files.send(file, { to: 'z', keepMetadata: true });
    const received = await pair.z.reaches('done');
    expect(received.file).to.include({ type: 'image/png', name: 'cat.png' });
    expect(await isSameFile(received.file, file)).to.equal(true);
    await pair.a.reaches('done');
  });

  it('that are empty come as well', async () => {
    await pair.a.files.send(new File([], 'nothing.txt'));
    void pair.z.files.accept((await pair.z.reaches('offered')).id);
    expect((await pair.z.reaches('done')).file).to.include({ size: 0, name: 'nothing.txt' });
    await pair.a.reaches('done');
  });

  it('go three at once, and the others wait for their turn', async () => {
    const files = Array.from({ length: 6 }, (_, index) => randomFile(2 * MEGABYTE, `${index}.bin`));
    for (const file of files) await pair.a.files.send(file);
    await pair.z.until((all) => all.length === 6);
    for (const { id } of pair.z.transfers) void pair.z.files.accept(id);
    const all = await pair.z.until((all) => statesOf(all).every((state) => state === 'done'));
    expect(pair.a.most).to.equal(3);
    for (const { name, file } of all) expect(await isSameFile(file, files[Number.parseInt(name, 10)]!)).to.equal(true);
  });

  it('go both ways at the same time', async () => {
    const [one, other] = [randomFile(4 * MEGABYTE), randomFile(4 * MEGABYTE)];
    await Promise.all([pair.a.files.send(one), pair.z.files.send(other)]);
    for (const end of [pair.a, pair.z]) {
      const all = await end.until((all) => all.some(({ own, state }) => !own && state === 'offered'));
      void end.files.accept(all.find(({ own }) => !own)!.id);
    }
    for (const [end, file] of [
      [pair.z, one],
      [pair.a, other],
    ] as const) {
      // prettier-ignore
      const all = await end.until((all) => all.length === 2 && statesOf(all).every((state) => state === 'done'));
      expect(await isSameFile(all.find(({ own }) => !own)?.file, file)).to.equal(true);
    }
  });

  it('survive it that their connection is killed twice', async () => {
    const file = randomFile(24 * MEGABYTE);
    await pair.a.files.send(file);
    void pair.z.files.accept((await pair.z.reaches('offered')).id);
    for (const part of [0.25, 0.6]) {
      await pair.z.until(([transfer]) => transfer!.bytes > part * file.size);
      pair.part();
      await pair.z.reaches('paused');
      await pair.meet();
    }
    const received = await pair.z.reaches('done');
    expect(await isSameFile(received.file, file)).to.equal(true);
    await pair.a.reaches('done');
  });

  it('wait for a connection, and go with it', async () => {
    pair.part();
    expect(await pair.a.files.send(randomFile(10)).catch((error: unknown) => error)).to.include({
      code: 'file-rejected',
    });
    pair.mesh.meet();
    const file = randomFile(1000);
    const [sent] = await pair.a.files.send(file);
    expect(sent?.state).to.equal('queued');
    await pair.mesh.connected();
    pair.a.files.follow();
    void pair.z.files.accept((await pair.z.reaches('offered')).id);
    expect(await isSameFile((await pair.z.reaches('done')).file, file)).to.equal(true);
  });

  it('are declined, and the sender hears of it', async () => {
    await pair.a.files.send(randomFile(1000));
    pair.z.files.decline((await pair.z.reaches('offered')).id);
    await pair.a.reaches('declined');
    await pair.z.reaches('declined');
  });

  for (const by of ['a', 'z'] as const) {
    it(`are called off by ${by === 'a' ? 'the sender' : 'the receiver'} on their way, and both know`, async () => {
      await pair.a.files.send(randomFile(30 * MEGABYTE));
      void pair.z.files.accept((await pair.z.reaches('offered')).id);
      await pair.z.until(([transfer]) => transfer!.bytes > MEGABYTE);
      pair[by].files.cancel(pair[by].transfers[0]!.id);
      await pair.a.reaches('cancelled');
      await pair.z.reaches('cancelled');
      const file = randomFile(1000);
      await pair.a.files.send(file);
      const [, second] = await pair.z.until((all) => all.length === 2);
      void pair.z.files.accept(second!.id);
      const all = await pair.z.until((all) => all[1]?.state === 'done');
      expect(await isSameFile(all[1]?.file, file), 'and the next one goes').to.equal(true);
    });
  }

  it('are gone with the next call', async () => {
    await pair.a.files.send(randomFile(1000));
    void pair.z.files.accept((await pair.z.reaches('offered')).id);
    await pair.z.reaches('done');
    pair.z.files.begin();
    expect(pair.z.transfers).to.deep.equal([]);
  });
});
