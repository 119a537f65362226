import { expect } from '@open-wc/testing';
import type { Transfer } from '../../src/files/transfer.js';
import { UnaskedRoom } from '../../src/files/unasked.js';
import { FakeChannel } from './fake-channel.js';
import { FilesFixture } from './files-fixture.js';

const MEBIBYTE = 1_048_576;

describe('what comes by itself', () => {
  it('has 512 MiB of each person and 1 GiB of all, and what is gone makes room', () => {
    const room = new UnaskedRoom();
    expect([room.claim('1', 'a', 512 * MEBIBYTE), room.claim('2', 'a', 1)]).to.deep.equal([true, false]);
    expect([room.claim('3', 'b', 512 * MEBIBYTE), room.claim('4', 'c', 1)]).to.deep.equal([true, false]);
    room.free('1');
    expect([room.claim('5', 'c', 1), room.claim('6', 'a', 511 * MEBIBYTE)]).to.deep.equal([true, true]);
    room.settle('6', 10);
    expect([room.claim('7', 'a', MEBIBYTE), room.claim('8', 'b', 1)]).to.deep.equal([true, false]);
  });

  describe('in a call', () => {
    let end: FilesFixture;
    beforeEach(() => {
      end = new FilesFixture();
    });
    afterEach(() => end.close());

    /** Somebody with a deployed client begins a picture of the largest that it sends. */
    const begin = (id: string): { readonly channel: FakeChannel; readonly transfer: Transfer | undefined } => {
      end.peers.set(id, { id, name: id, kind: 'deployed' });
      const channel = new FakeChannel('pmfile:');
      end.files.takeOlder(id, channel.asChannel, []);
      const before = end.transfers.length;
      const size = 200 * MEBIBYTE;
      channel.hear(JSON.stringify({ t: 'img-start', id: 'a', name: 'cat.png', mime: 'image/png', size }));
      return { channel, transfer: end.transfers[before] };
    };

    it('is refused in words where a deployed client sends more than there is room for', () => {
      const all = ['d1', 'd2', 'd3', 'd4', 'd5'].map(begin);
      expect(all.map(({ transfer }) => transfer?.state)).to.deep.equal(all.map(() => 'receiving'));
      const refused = begin('d6').transfer;
      expect(end.transfers.at(-1)).to.include({ id: refused?.id, state: 'failed' });
      expect(end.transfers.at(-1)?.error).to.include({ code: 'file-rejected' });
      all[0]!.channel.close();
      expect(begin('d7').transfer, 'what does not come makes room').to.include({ state: 'receiving' });
    });

    it('is asked about where one of ours sends more than there is room for', async () => {
      for (const id of ['d1', 'd2', 'd3', 'd4', 'd5']) begin(id);
      const offers = Array.from({ length: 6 }, (_, index) =>
        end.offer(`cat-${String(index)}`, 5_000_000, 'cat.png', 'image/png'),
      );
      await end.until(() => end.words('accept').length === 5);
      expect(end.transfers.at(-1), 'the sixth').to.include({ id: offers[5]?.id, state: 'offered' });
      await end.accept(offers[5]?.id);
    });
  });
});
