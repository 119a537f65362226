import { expect } from '@open-wc/testing';
import type { FakeChannel } from './fake-channel.js';
import { digestOf, FilesFixture } from './files-fixture.js';

const MEGABYTE = 1_048_576;
const sum = (channel: FakeChannel) =>
  channel.sent.reduce<number>((bytes, chunk) => bytes + (chunk as Uint8Array).byteLength, 0);

describe('a file on its way to one of ours', () => {
  let end: FilesFixture;
  beforeEach(() => {
    end = new FilesFixture();
  });
  afterEach(() => end.close());
  const send = async (size: number): Promise<{ id: string; bytes: Uint8Array<ArrayBuffer> }> => {
    const bytes = crypto.getRandomValues(new Uint8Array(65_536));
    const all = new Uint8Array(size).map((_, index) => bytes[index % 65_521] ?? 0);
    const [transfer] = await end.files.send(new File([all], 'a.bin'), { to: 'eve' });
    return { id: transfer!.id, bytes: all };
  };

  it('goes in chunks of what the pair agreed on, and its digest behind it', async () => {
    const { id, bytes } = await send(MEGABYTE + 10);
    expect(end.words('offer')).to.deep.equal([
      { kind: 'offer', id, name: 'a.bin', type: 'application/octet-stream', size: bytes.length },
    ]);
    end.hear({ kind: 'accept', id, from: 0 });
    await end.until(() => end.words('sent').length === 1);
    const [channel] = end.opened;
    expect(channel).to.include({ label: `pm-file:${id}`, protocol: '0' });
    expect(new Set(channel!.sent.slice(0, 16).map((chunk) => (chunk as Uint8Array).byteLength))).to.deep.equal(
      new Set([65_536]),
    );
    expect(sum(channel!)).to.equal(bytes.length);
    expect(end.words('sent')).to.deep.equal([{ kind: 'sent', id, digest: await digestOf(bytes) }]);
    end.hear({ kind: 'done', id });
    expect(await end.reaches(id, 'done')).to.include({ bytes: bytes.length });
  });

  it('goes no further than the receiver puts it away, nor than the channel drains', async () => {
    const { id } = await send(40 * MEGABYTE);
    end.hear({ kind: 'accept', id, from: 0 });
    await end.until(() => end.opened.length === 1 && sum(end.opened[0]!) === 16 * MEGABYTE);
    const [channel] = end.opened;
    channel!.bufferedAmount = MEGABYTE;
    end.hear({ kind: 'got', id, bytes: 10 * MEGABYTE });
    channel!.dispatchEvent(new Event('bufferedamountlow'));
    expect(sum(channel!)).to.equal(16 * MEGABYTE);
    channel!.bufferedAmount = 0;
    channel!.dispatchEvent(new Event('bufferedamountlow'));
    await end.until(() => sum(channel!) === 26 * MEGABYTE);
    end.time.advance(1000);
    expect(end.transfers[0]).to.include({ state: 'sending', bytes: 10 * MEGABYTE });
  });

  it('goes on from the last whole block on the next way, and is not begun without end', async () => {
    const { id, bytes } = await send(3 * MEGABYTE);
    end.hear({ kind: 'accept', id, from: 0 });
    await end.until(() => sum(end.opened[0]!) === bytes.length);
    end.opened[0]!.close();
    await end.reaches(id, 'paused');
    end.time.advance(1000);
    expect(end.words('offer'), 'told again').to.have.length(2);
    end.hear({ kind: 'accept', id, from: 2 * MEGABYTE });
    await end.until(() => sum(end.opened[1]!) === MEGABYTE);
    expect(end.opened[1]!.protocol).to.equal(String(2 * MEGABYTE));
    await end.until(() => end.words('sent').length === 2);
    expect(end.words('sent')[1]).to.deep.equal({ kind: 'sent', id, digest: await digestOf(bytes) });
    for (let tries = 0; tries < 30; tries += 1) {
      end.opened.at(-1)!.close();
      end.time.advance(1000);
      end.hear({ kind: 'accept', id, from: 2 * MEGABYTE });
    }
    expect((await end.reaches(id, 'failed')).error).to.include({ code: 'file-failed' });
    expect(end.opened.length).to.be.below(25);
  });

  it('is not begun where it can’t be: behind its end, or within a block', async () => {
    const { id } = await send(3 * MEGABYTE);
    for (const from of [5, 4 * MEGABYTE]) end.hear({ kind: 'accept', id, from });
    end.hear({ kind: 'accept', id, from: 0 }, 'bo');
    expect(end.opened).to.deep.equal([]);
    expect(end.transfers[0]?.state).to.equal('offered');
    end.hear({ kind: 'got', id, bytes: 2 ** 50 });
    expect(end.transfers[0]?.bytes).to.equal(0);
  });

  it('waits 10 minutes for a way, and no longer', async () => {
    const { id } = await send(1000);
    end.hear({ kind: 'accept', id, from: 0 });
    await end.until(() => end.words('sent').length === 1);
    end.isReachable = false;
    end.opened[0]!.close();
    end.files.handleLost('eve');
    end.time.advance(590_000);
    expect(end.transfers[0]?.state).to.equal('paused');
    end.time.advance(20_000);
    expect((await end.reaches(id, 'failed')).error?.message).to.contain('10 minutes');
  });

  it('that can’t be read any more fails, and the receiver is told', async () => {
    const file = new File([new Uint8Array(3 * MEGABYTE)], 'gone.bin');
    const [transfer] = await end.files.send(file, { to: 'eve' });
    Object.defineProperty(file, 'slice', { value: () => ({ arrayBuffer: () => Promise.reject(new Error('gone')) }) });
    end.hear({ kind: 'accept', id: transfer!.id, from: 0 });
    expect((await end.reaches(transfer!.id, 'failed')).error).to.include({ code: 'file-failed' });
    expect(end.words('withdraw')).to.deep.equal([{ kind: 'withdraw', id: transfer!.id, broken: true }]);
  });

  it('is told of four times a second at most', async () => {
    const { id } = await send(40 * MEGABYTE);
    end.hear({ kind: 'accept', id, from: 0 });
    await end.reaches(id, 'sending');
    end.progress.length = 0;
    for (let step = 1; step <= 1000; step += 1) {
      end.time.advance(2);
      end.hear({ kind: 'got', id, bytes: step * 16_384 });
    }
    expect(end.progress.length).to.be.within(6, 9);
    expect(end.progress.at(-1)?.rate).to.be.within(7_000_000, 9_000_000);
  });

  it('chosen in one call is not sent in the next', async () => {
    const file = new File(['x'], 'a.txt');
    const code = end.files.send(file, { to: 'eve' }).catch((error: unknown) => (error as { code?: string }).code);
    end.files.end();
    end.files.begin();
    expect(await code).to.equal('not-joined');
    expect([end.transfers, end.said]).to.deep.equal([[], []]);
  });

  it('is refused with more than 4 GiB, without anybody, and for somebody who is not there', async () => {
    const codes: unknown[] = [];
    const note = (error: unknown) => codes.push((error as { code?: string }).code);
    await end.files.send({ size: 2 ** 32 + 1 } as File).catch(note);
    await end.files.send(new File(['x'], 'a'), { to: 'nobody' }).catch(note);
    await end.files.send(new File(['x'], 'a'), { to: [] }).catch(note);
    await end.files.send(new File(['x'], 'a'), { to: 'dee' }).catch(note);
    expect(codes).to.deep.equal(['file-rejected', 'file-rejected', 'file-rejected', 'file-rejected']);
    expect(end.transfers).to.deep.equal([]);
  });
});
