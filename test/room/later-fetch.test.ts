import { expect } from '@open-wc/testing';
import { until } from '../helpers/fixtures.js';
import { LaterFetch, oncePerPage } from '../../src/room/later-fetch.js';

/** A load that ends when the test says so. */
const loads = () => {
  const pending: { readonly come: () => void; readonly fail: () => void }[] = [];
  const load = (): Promise<void> =>
    new Promise((resolve, reject) => {
      pending.push({
        come: resolve,
        fail: () => {
          reject(new Error('not there'));
        },
      });
    });
  return { pending, load };
};

describe('what fetches later parts', () => {
  const { warn } = console;
  beforeEach(() => (console.warn = () => undefined)); // eslint-disable-line no-console -- it is told what failed
  afterEach(() => (console.warn = warn)); // eslint-disable-line no-console -- see above

  it('asks once, whoever wants them, and not again when they have come', async () => {
    const { pending, load } = loads();
    const ends: boolean[] = [];
    const once = oncePerPage(load);
    const [one, other] = [new LaterFetch(once, (isHere) => ends.push(isHere)), new LaterFetch(once)];
    one.ask();
    one.ask();
    other.ask();
    expect(pending.length).to.equal(1);
    pending[0]?.come();
    await once();
    expect([one.isHere, other.isHere]).to.deep.equal([true, true]);
    one.ask();
    one.atRest(true);
    expect(pending.length).to.equal(1);
    expect(ends).to.deep.equal([true]);
  });

  it('asks for nothing at rest once nobody is there any more', async () => {
    const { pending, load } = loads();
    const left = new LaterFetch(load);
    left.atRest(true);
    left.stop();
    // One that was to ask later has asked: so would have the other.
    new LaterFetch(load).atRest(true);
    await until(() => pending.length > 0);
    expect(pending.length).to.equal(1);
  });

  it('asks anew after a failure as soon as the network is there again', async () => {
    const { pending, load } = loads();
    const ends: (readonly [boolean, unknown, number | undefined])[] = [];
    new LaterFetch(oncePerPage(load), (isHere, failure, tries) => {
      ends.push([isHere, (failure as Error).message, tries]);
    }).ask();
    pending[0]?.fail();
    await until(() => ends.length > 0);
    await Promise.resolve(); // the try is over
    window.dispatchEvent(new Event('online'));
    expect(pending.length).to.equal(2);
    pending[1]?.fail();
    await until(() => ends.length > 1);
    expect(ends).to.deep.equal([
      [false, 'not there', 1],
      [false, 'not there', 2],
    ]);
  });

  it('asks anew after a failure by itself', async () => {
    const { pending, load } = loads();
    let isHere = false;
    const came = new Promise<void>((resolve) => {
      const fetch = new LaterFetch(oncePerPage(load), (here) => {
        isHere = here;
        if (here) resolve();
      });
      fetch.ask();
    });
    pending[0]?.fail();
    while (pending.length < 2) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(isHere).to.equal(false);
    pending[1]?.come();
    await came;
    expect(isHere).to.equal(true);
  });

  it('asks no more once nobody is there who wants them', async () => {
    const { pending, load } = loads();
    const ended = new Promise((resolve) => {
      const fetch = new LaterFetch(oncePerPage(load), resolve);
      fetch.ask();
      fetch.stop();
    });
    pending[0]?.fail();
    await ended;
    window.dispatchEvent(new Event('online'));
    expect(pending.length).to.equal(1);
  });

  it('waits for the page to be at rest once somebody is connected, and a while for that', async () => {
    const connected = loads();
    new LaterFetch(connected.load).atRest(true);
    const alone = loads();
    new LaterFetch(alone.load).atRest(false);
    expect([connected.pending.length, alone.pending.length]).to.deep.equal([0, 0]);
    while (connected.pending.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    while (alone.pending.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  });
});
