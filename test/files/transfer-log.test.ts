import { expect } from '@open-wc/testing';
import type { Transfer } from '../../src/files/transfer.js';
import { TransferLog } from '../../src/files/transfer-log.js';
import { ManualTime } from '../signaling/manual-time.js';

const MOST = 500;

const setUp = () => {
  const dropped: string[] = [];
  const handlers = {
    onChange: () => undefined,
    onTransfer: () => undefined,
    onProgress: () => undefined,
    onDropped: (id: string) => dropped.push(id),
  };
  const log = new TransferLog(handlers, new ManualTime());
  const add = (id: string, by: string, state?: Transfer['state'], file?: File): void => {
    log.add({ id, peer: { id: by, name: by }, own: false, name: id, type: '', size: 1, state: 'offered' });
    if (state) log.change(id, { state, ...(file ? { file } : {}) });
  };
  return { log, add, dropped };
};

describe('the transfers that are kept', () => {
  it('are 500: what is over and empty goes first, of who has the most of that, files last', () => {
    const { add, dropped } = setUp();
    add('open', 'bo');
    add('file', 'bo', 'done', new File(['x'], 'a'));
    add('declined', 'bo', 'declined');
    for (let n = 0; n < MOST - 3; n += 1) add(`flood ${String(n)}`, 'mallory', 'cancelled');
    expect(dropped).to.deep.equal([]);
    add('one more', 'mallory');
    expect(dropped).to.deep.equal(['flood 0']);
    for (let n = 1; n < MOST - 4; n += 1) add(`more ${String(n)}`, 'mallory');
    for (const id of ['open', 'file', 'declined']) expect(dropped).to.not.include(id);
    add('and another', 'bo');
    expect(dropped.at(-1), 'the oldest, where two have as many').to.equal('declined');
    add('and one more', 'bo');
    expect(dropped.at(-1)).to.equal(`flood ${String(MOST - 4)}`);
    add('the last', 'bo');
    expect(dropped.at(-1), 'when there is nothing else').to.equal('file');
    add('too many', 'bo');
    expect(dropped, 'what is under way stays').to.have.length(MOST - 1);
  });
});
