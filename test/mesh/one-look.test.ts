import { expect } from '@open-wc/testing';
import { OneLook } from '../../src/mesh/one-look.js';

describe('one look at a time', () => {
  let now = 0;
  let looks: (() => void)[] = [];
  const look = () =>
    new Promise<void>((resolve) => {
      looks.push(resolve);
    });
  beforeEach(() => {
    [now, looks] = [0, []];
  });

  it('is waited for by all who ask meanwhile, and says how long it took to whose it was', async () => {
    const one = new OneLook({ now: () => now });
    const answers = [one.run(look), one.run(look)];
    expect(looks).to.have.length(1);
    now = 300;
    looks[0]!();
    expect(await Promise.all(answers)).to.deep.equal([300, undefined]);
  });

  it('that never ends is no reason to wait for ever, and says nothing any more', async () => {
    const one = new OneLook({ now: () => now });
    const stuck = one.run(look);
    now = 2_500;
    const next = one.run(look);
    looks[1]!();
    expect(await next).to.equal(0);
    looks[0]!();
    expect(await stuck).to.equal(undefined);
  });

  it('that fails is told, and the next one goes', async () => {
    const one = new OneLook({ now: () => now });
    const reason: unknown = await one.run(() => Promise.reject(new Error('closed'))).catch((error: unknown) => error);
    expect(String(reason)).to.contain('closed');
    expect(await one.run(() => Promise.resolve())).to.equal(0);
  });
});
