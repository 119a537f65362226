import { expect } from '@open-wc/testing';
import { sha256 } from '../helpers/bytes.js';
import { FakeChannel } from './fake-channel.js';
import { FilesFixture, pngBytes } from './files-fixture.js';
import recorded from './vectors/image.json' with { type: 'json' };

const MEGABYTE = 1_048_576;
const start = (id: string, size: unknown, more: object = {}): string =>
  JSON.stringify({ t: 'img-start', id, name: 'cat.png', mime: 'image/png', size, ...more });
const stop = (id: string): string => JSON.stringify({ t: 'img-end', id });
describe('images of a deployed client', () => {
  let end: FilesFixture;
  let channel: FakeChannel;
  beforeEach(() => {
    end = new FilesFixture();
    channel = new FakeChannel('pmfile:');
    end.files.takeOlder('dee', channel.asChannel, []);
  });
  afterEach(() => end.close());
  const last = async (state: 'done' | 'failed' | 'cancelled') => {
    await end.until(() => end.transfers.at(-1)?.state === state);
    return end.transfers.at(-1)!;
  };

  for (const { name, mime, bytes, sha256: digest, frames } of recorded) {
    it(`come as they were recorded: ${name}`, async () => {
      for (const frame of frames) {
        if (frame.text !== undefined) channel.hear(frame.text);
        else channel.hear(Uint8Array.from(atob(frame.base64), (char) => char.charCodeAt(0)));
      }
      const { file, size, own, peer } = await last('done');
      expect({ own, peer, size }).to.deep.equal({ own: false, peer: { id: 'dee', name: 'Dee' }, size: bytes });
      expect(file).to.include({ name, type: mime });
      expect(await sha256(file!)).to.equal(digest);
      expect([end.transfers.length, end.received]).to.deep.equal([1, 1]);
    });
  }

  it('come in chunks of any size, and without an end', async () => {
    const bytes = pngBytes(3 * MEGABYTE);
    channel.hear(start('a', bytes.length));
    for (let at = 0, size = 1; at < bytes.length; at += size, size = (size * 7) % 300_007)
      channel.hear(bytes.slice(at, at + size));
    expect((await last('done')).file?.size).to.equal(bytes.length);
  });

  it('come with fewer bytes than were said, where the end is said', async () => {
    channel.hear(start('a', 1000), pngBytes(400), stop('other'), pngBytes(100), stop('a'));
    const { file, size, bytes } = await last('done');
    expect([file?.size, size, bytes]).to.deep.equal([500, 500, 500]);
  });

  it('are one at a time: another one ends what is not all there', async () => {
    channel.hear(start('a', 1000), pngBytes(400), start('b', 200), pngBytes(200));
    expect((await last('done')).size).to.equal(200);
    expect(end.transfers.map(({ state }) => state)).to.deep.equal(['failed', 'done']);
  });

  it('with the rest of what was said are nobody else’s', async () => {
    channel.hear(pngBytes(50), '{"t":"ping"}', 'no json', '{"t":"img-end","id":"x"}');
    channel.hear(start('a', 10), pngBytes(10), pngBytes(50));
    const { file } = await last('done');
    expect([file?.size, end.transfers.length]).to.deep.equal([10, 1]);
    for (const size of [-1, 1.5, '10', null, undefined]) channel.hear(start('b', size));
    expect(end.transfers).to.have.length(1);
    channel.hear(start('c', 0));
    expect((await last('done')).file?.size).to.equal(0);
  });

  it('too large to be one are not taken, and the person sees it', async () => {
    channel.hear(start('big', 10_000_000_000), pngBytes(1000));
    const { error, bytes } = await last('failed');
    expect(error).to.include({ code: 'file-rejected' });
    expect([bytes, end.received]).to.deep.equal([0, 1]);
  });

  it('too many are not taken: of a thousand, 10 more are seen to be refused', () => {
    for (let count = 0; count < 1000; count += 1) channel.hear(start(`a${String(count)}`, 0));
    expect(end.transfers.filter(({ error }) => error?.code === 'file-rejected')).to.have.length(10);
    expect(end.transfers).to.have.length(40);
  });

  it('that stop coming have failed after a minute', async () => {
    channel.hear(start('a', 1000), pngBytes(400));
    for (let second = 0; second < 59; second += 1) end.time.advance(1000);
    channel.hear(pngBytes(100));
    for (let second = 0; second < 59; second += 1) end.time.advance(1000);
    expect(end.transfers[0]).to.include({ state: 'receiving', bytes: 500 });
    for (let second = 0; second < 3; second += 1) end.time.advance(1000);
    expect((await last('failed')).error).to.include({ code: 'file-failed' });
    channel.hear(start('b', 8), pngBytes(8));
    expect((await last('done')).size, 'the next one comes').to.equal(8);
  });

  it('are named and typed by us', async () => {
    channel.hear(start('a', 5, { name: '../x/\u202Egnp.html', mime: 'text/html' }), new TextEncoder().encode('<svg>'));
    const { file, name, type } = await last('done');
    expect([file?.name, name]).to.deep.equal(['gnp.html', 'gnp.html']);
    expect([file?.type, type]).to.deep.equal(['application/octet-stream', 'application/octet-stream']);
  });

  it('are called off here, and the next one comes', async () => {
    channel.hear(start('a', 100), pngBytes(50));
    end.files.cancel(end.transfers[0]!.id);
    await last('cancelled');
    channel.hear(pngBytes(50), stop('a'), start('b', 8), pngBytes(8));
    expect((await last('done')).size).to.equal(8);
  });

  it('fail with their channel', async () => {
    channel.hear(start('a', 100), pngBytes(50));
    channel.close();
    expect((await last('failed')).error).to.include({ code: 'file-failed' });
  });
});

describe('images to a deployed client', () => {
  let end: FilesFixture;
  beforeEach(() => {
    end = new FilesFixture();
  });
  afterEach(() => end.close());
  const image = (size: number, name = 'cat.png') => new File([pngBytes(size)], name, { type: 'image/png' });
  const use = (): FakeChannel => {
    const channel = new FakeChannel('pmfile:');
    channel.addEventListener('sent', () => {
      // What has a moment to drain does.
      if (channel.bufferedAmount > 0) setTimeout(() => channel.dispatchEvent(new Event('bufferedamountlow')));
      channel.bufferedAmount = 0;
    });
    end.files.takeOlder('dee', channel.asChannel, []);
    return channel;
  };
  const words = (channel: FakeChannel) =>
    channel.sent.filter((each) => typeof each === 'string').map((each) => JSON.parse(each) as Record<string, unknown>);

  it('go as it takes them: a start, chunks of 24 KiB, an end, one after another', async () => {
    const channel = use();
    const files = [image(60_000), image(10, 'b.png')];
    const ids: string[] = [];
    for (const file of files) {
      const [transfer] = await end.files.send(file, { to: 'dee', keepMetadata: true });
      ids.push(transfer!.id);
    }
    for (const id of ids) await end.reaches(id, 'done');
    const [first, second] = ids;
    expect(words(channel)).to.deep.equal([
      {
        t: 'img-start',
        id: first,
        name: 'cat.png',
        mime: 'image/png',
        size: 60_000,
        chunkSize: 24_576,
        totalChunks: 3,
      },
      { t: 'img-end', id: first },
      { t: 'img-start', id: second, name: 'b.png', mime: 'image/png', size: 10, chunkSize: 24_576, totalChunks: 1 },
      { t: 'img-end', id: second },
    ]);
    const chunks = channel.sent.filter((each) => typeof each !== 'string') as Uint8Array[];
    expect(chunks.map((chunk) => chunk.byteLength)).to.deep.equal([24_576, 24_576, 10_848, 10]);
  });

  it('wait for the channel, and begin again on the next one', async () => {
    const [transfer] = await end.files.send(image(3 * MEGABYTE), { to: 'dee', keepMetadata: true });
    expect(transfer?.state).to.equal('queued');
    const first = new FakeChannel('pmfile:');
    first.bufferedAmount = 2 * MEGABYTE;
    end.files.takeOlder('dee', first.asChannel, []);
    await end.reaches(transfer!.id, 'sending');
    first.close();
    await end.reaches(transfer!.id, 'paused');
    const second = use();
    await end.reaches(transfer!.id, 'done');
    expect(words(second)).to.have.length(2);
    expect(second.sent.slice(1, -1).reduce<number>((sum, chunk) => sum + (chunk as Uint8Array).byteLength, 0)).to.equal(
      3 * MEGABYTE,
    );
  });

  it('that are called off end for the receiver too', async () => {
    const channel = new FakeChannel('pmfile:');
    channel.bufferedAmount = 2 * MEGABYTE;
    end.files.takeOlder('dee', channel.asChannel, []);
    const [transfer] = await end.files.send(image(3 * MEGABYTE), { to: 'dee', keepMetadata: true });
    await end.reaches(transfer!.id, 'sending');
    const ended = new Promise<void>((resolve) => {
      channel.addEventListener('sent', () => {
        if (words(channel).length === 2) resolve();
      });
    });
    end.files.cancel(transfer!.id);
    await end.reaches(transfer!.id, 'cancelled');
    await ended;
    expect(words(channel)[1]).to.deep.equal({ t: 'img-end', id: transfer!.id });
  });

  it('and nothing else: to all, ours get a file that it can’t take', async () => {
    use();
    const all = await end.files.send(new File(['%PDF-1.7'], 'contract.pdf'));
    const states = Object.fromEntries(all.map(({ peer, state }) => [peer.id, state]));
    expect(states).to.deep.equal({ eve: 'offered', bo: 'offered', dee: 'failed' });
    expect(all.find(({ peer }) => peer.id === 'dee')?.error).to.include({ code: 'file-rejected' });
  });

  it('that waited while nobody knew whose app it is go its way', async () => {
    end.peers.set('dee', { id: 'dee', name: 'Dee', kind: 'unknown' });
    end.isReachable = false;
    const [cat] = await end.files.send(image(10), { to: 'dee', keepMetadata: true });
    const [text] = await end.files.send(new File(['x'], 'x.txt'), { to: 'dee' });
    end.peers.set('dee', { id: 'dee', name: 'Dee', kind: 'deployed' });
    use();
    end.files.follow();
    await end.reaches(cat!.id, 'done');
    expect((await end.reaches(text!.id, 'failed')).error).to.include({ code: 'file-rejected' });
  });
});
