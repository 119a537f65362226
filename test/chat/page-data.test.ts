import { expect } from '@open-wc/testing';
import type { Receiver } from '../../src/chat/outbox.js';
import { PageData } from '../../src/chat/page-data.js';
import { ManualTime } from '../signaling/manual-time.js';

/** Two pages, each of which sees the other or not, and the way between them. */
class TwoPages {
  readonly time = new ManualTime();
  readonly told = { ann: [] as unknown[], bo: [] as unknown[] };
  readonly sees = { ann: true, bo: true };
  isWay = true;
  readonly ann = this.#page('ann', 'bo');
  readonly bo = this.#page('bo', 'ann');

  /** Resolves once what was said has come in, and what was said to that. */
  settled(): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve));
  }

  #page(self: 'ann' | 'bo', other: 'ann' | 'bo'): PageData {
    const receiver: Receiver = { id: other, name: other, kind: 'ours', isUp: true };
    return new PageData(
      {
        receivers: () => new Map(this.sees[self] ? [[other, receiver]] : []),
        say: (_, word) => {
          if (this.isWay) queueMicrotask(() => this[other].hear(self, word));
          return this.isWay;
        },
        onData: (_, __, data) => this.told[self].push(data),
      },
      this.time,
    );
  }
}

describe('what a page says to one that comes back', () => {
  it('goes on where one side alone took the other for gone', async () => {
    const pages = new TwoPages();
    for (const n of [1, 2]) pages.ann.send(n, undefined, '');
    await pages.settled();
    pages.sees.bo = false;
    pages.bo.flushAll();
    pages.sees.bo = true;
    for (const n of [3, 4]) pages.ann.send(n, undefined, '');
    await pages.settled();
    expect(pages.told.bo).to.deep.equal([1, 2, 3, 4]);
  });

  it('waits meanwhile, and comes once and in order', async () => {
    const pages = new TwoPages();
    pages.ann.send(1, undefined, '');
    await pages.settled();
    pages.isWay = false;
    pages.ann.handleLost('bo');
    for (const n of [2, 3]) pages.ann.send(n, undefined, '');
    pages.isWay = true;
    pages.ann.flush('bo');
    pages.ann.handleLost('bo');
    pages.ann.flush('bo');
    await pages.settled();
    expect(pages.told.bo).to.deep.equal([1, 2, 3]);
  });

  it('begins anew where the speaker took it for gone, and gives it nothing of before', async () => {
    const pages = new TwoPages();
    pages.ann.send(1, undefined, '');
    await pages.settled();
    pages.isWay = false;
    pages.ann.send('for who was there', undefined, '');
    pages.sees.ann = false;
    pages.ann.flushAll();
    pages.sees.ann = true;
    pages.isWay = true;
    pages.ann.send(2, undefined, '');
    await pages.settled();
    expect(pages.told.bo).to.deep.equal([1, 2]);
  });
});
