import { expect } from '@open-wc/testing';
import { membershipOf } from './membership-fixture.js';

describe('a deployed client that leaves without a bye', () => {
  it('is gone once its packets end, when it vanished from a list on the same line', async () => {
    const fixture = membershipOf();
    fixture.list('z');
    fixture.alive.add('z');
    fixture.list('z');
    fixture.list();
    fixture.heardAt.set('z', performance.now());
    await fixture.logged('remove z'); // `alive` still: so nothing else can have taken it out.
    expect(fixture.alive.has('z')).to.equal(true);
    fixture.membership.close();
  });

  it('stays while its packets come, which the server put out, and after a break of the line', async () => {
    const fixture = membershipOf();
    fixture.list('y', 'z');
    for (const id of ['y', 'z']) fixture.alive.add(id);
    fixture.list('y', 'z');
    fixture.list('z'); // y lags, and is heard.
    fixture.membership.handleUp();
    fixture.heardAt.set('z', 0);
    fixture.list(); // A new line, on which it was never listed.
    fixture.list('q');
    fixture.alive.add('q');
    fixture.list('q');
    fixture.list();
    fixture.heardAt.set('q', 0);
    await fixture.logged('remove q');
    expect(fixture.log.filter((line) => line.startsWith('remove'))).to.deep.equal(['remove q']);
    fixture.membership.close();
  });
});
