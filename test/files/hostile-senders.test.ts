import { expect } from '@open-wc/testing';
import { digestOf, FilesFixture, pngBytes } from './files-fixture.js';

const MEGABYTE = 1_048_576;
const SVG = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');

describe('somebody who sends files to do harm', () => {
  let end: FilesFixture;
  beforeEach(() => {
    end = new FilesFixture();
  });
  afterEach(() => end.close());

  it('declares 10 GB, and is refused before anything of it is taken', () => {
    expect(end.offer('big', 10_000_000_000)).to.equal(undefined);
    expect(end.words('failed')).to.deep.equal([{ kind: 'failed', id: 'big', rejected: true }]);
    for (const size of [-1, 0.5, Number.NaN, 2 ** 60]) end.offer('odd', size);
    expect(end.transfers).to.deep.equal([]);
  });

  it('offers 1,000 files, of which 20 are seen, and nobody else has fewer', () => {
    for (let count = 0; count < 1000; count += 1) end.offer(`offer-${String(count)}`, 10);
    expect(end.transfers).to.have.length(20);
    expect(end.words('failed').length, 'and is not answered a thousand times').to.be.below(20);
    expect(end.offer('one', 10, 'file.bin', '', 'bo')?.state).to.equal('offered');
    for (let count = 0; count < 2000; count += 1) {
      end.files.decline(end.transfers.find(({ state }) => state === 'offered')?.id ?? '');
      end.time.advance(1000);
      end.offer(`again-${String(count)}`, 10);
    }
    expect(end.transfers.length, 'those that are over are not kept for ever').to.equal(500);
  });

  it('sends more than was offered: that ends it', async () => {
    const offered = end.offer('more', 1000);
    await end.accept(offered?.id);
    end.channel('more').hear(new Uint8Array(600), new Uint8Array(600));
    expect((await end.reaches(offered?.id, 'failed')).error).to.include({ code: 'file-failed' });
    expect(end.words('failed')).to.have.length(1);
  });

  it('sends chunks behind the end, which are none any more', async () => {
    const bytes = crypto.getRandomValues(new Uint8Array(1000));
    const offered = end.offer('late', bytes.length);
    await end.accept(offered?.id);
    const channel = end.channel('late');
    channel.hear(bytes);
    end.hear({ kind: 'sent', id: 'late', digest: await digestOf(bytes) });
    const { file } = await end.reaches(offered?.id, 'done');
    channel.hear(new Uint8Array(1000));
    end.hear({ kind: 'withdraw', id: 'late', broken: true });
    end.channel('late').hear(new Uint8Array(10));
    expect(end.transfers[0]).to.include({ state: 'done', bytes: 1000, file });
    expect(file?.size).to.equal(1000);
  });

  it('lies about the digest, or has another file behind it', async () => {
    const bytes = new Uint8Array(2 * MEGABYTE + 5).fill(7);
    const offered = end.offer('lie', bytes.length);
    await end.accept(offered?.id);
    const digest = await digestOf(bytes);
    bytes[MEGABYTE + 7] = 8;
    end.channel('lie').hear(bytes.slice(0, MEGABYTE + 100), bytes.slice(MEGABYTE + 100));
    end.hear({ kind: 'sent', id: 'lie', digest });
    const failed = await end.reaches(offered?.id, 'failed');
    expect(failed.file).to.equal(undefined);
    expect(failed.error?.code).to.equal('file-failed');
  });

  it('leaves a chunk out: it never is all there', async () => {
    const bytes = crypto.getRandomValues(new Uint8Array(1000));
    const offered = end.offer('gap', bytes.length);
    await end.accept(offered?.id);
    end.channel('gap').hear(bytes.slice(0, 400), bytes.slice(600));
    end.hear({ kind: 'sent', id: 'gap', digest: await digestOf(bytes) });
    for (let second = 0; second < 602; second += 1) end.time.advance(1000);
    expect((await end.reaches(offered?.id, 'failed')).error?.message).to.contain('10 minutes');
  });

  it('begins behind what is there, which is not taken', async () => {
    const offered = end.offer('behind', 3 * MEGABYTE);
    await end.accept(offered?.id);
    for (const start of [MEGABYTE, -1, Number.NaN, 2 ** 53]) {
      const channel = end.channel('behind', start);
      expect(channel.readyState, String(start)).to.equal('closed');
    }
    expect(end.transfers[0]?.bytes).to.equal(0);
  });

  it('calls a script a picture: it is not taken unasked, nor shown as one where it is asked for', async () => {
    const unasked = end.offer('unasked', SVG.length, 'cat.png', 'image/png');
    await end.until(() => end.words('accept').length === 1);
    end.channel('unasked').hear(SVG);
    end.hear({ kind: 'sent', id: 'unasked', digest: await digestOf(SVG) });
    expect((await end.reaches(unasked?.id, 'failed')).file).to.equal(undefined);

    for (const type of ['image/svg+xml', 'text/html', 'image/png\0']) {
      const asked = end.offer(`asked-${String(end.transfers.length)}`, SVG.length, 'cat.png', type);
      expect(asked, type).to.include({ state: 'offered', type: 'application/octet-stream' });
    }
    const asked = end.offer('asked', SVG.length, 'cat.png');
    await end.accept(asked?.id);
    end.channel('asked').hear(SVG);
    end.hear({ kind: 'sent', id: 'asked', digest: await digestOf(SVG) });
    const { file, type } = await end.reaches(asked?.id, 'done');
    expect([file?.type, type]).to.deep.equal(['application/octet-stream', 'application/octet-stream']);
  });

  it('sends pictures without end, of which some come unasked', async () => {
    const bytes = pngBytes(100);
    const digest = await digestOf(bytes);
    for (let count = 0; count < 25; count += 1) {
      const id = `cat-${String(count)}`;
      const offered = end.offer(id, bytes.length, 'cat.png', 'image/png');
      if (count >= 20) {
        expect(offered?.state).to.equal('offered');
        continue;
      }
      await end.until(() => end.words('accept').some((word) => word.id === id));
      end.channel(id).hear(bytes);
      end.hear({ kind: 'sent', id, digest });
      await end.reaches(offered?.id, 'done');
    }
  });

  it('gives names that mislead', () => {
    const offered = end.offer('name', 10, '../../C:\\Users\\bo\\\u202Egnp.exe');
    expect(offered?.name).to.equal('gnp.exe');
    expect(end.offer('long', 10, 'x'.repeat(256))).to.equal(undefined);
  });

  it('says words of transfers that are none of theirs', async () => {
    const offered = end.offer('mine', 1000);
    await end.accept(offered?.id);
    for (const kind of ['decline', 'cancel', 'done'] as const) end.hear({ kind, id: 'mine' }, 'bo');
    end.hear({ kind: 'withdraw', id: 'mine', broken: false }, 'bo');
    expect(end.channel('mine', 0, 'bo').readyState).to.equal('closed');
    expect(end.transfers[0]?.state).to.equal('queued');
    end.hear({ kind: 'accept', id: 'mine', from: 0 }, 'bo');
    expect(end.words('withdraw', 'bo'), 'there is no such file of ours').to.have.length(1);
  });

  it('says what is no word at all', () => {
    for (const data of [
      undefined,
      null,
      5,
      '',
      '{',
      '[]',
      '{"v":1}',
      '{"v":2,"kind":"offer","id":"a"}',
      new ArrayBuffer(8),
    ])
      end.files.hear('eve', data);
    end.files.hear('eve', JSON.stringify({ v: 1, kind: 'offer', id: '../x', name: 'a', type: '', size: 1 }));
    end.files.hear('eve', `{"v":1,"kind":"done","id":"a","pad":"${'x'.repeat(5000)}"}`);
    expect(end.transfers).to.deep.equal([]);
    expect(end.said).to.deep.equal([]);
  });
});
