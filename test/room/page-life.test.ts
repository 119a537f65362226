import { expect } from '@open-wc/testing';
import { PageLife } from '../../src/room/page-life.js';
import { stubOnline } from '../signaling/online-stub.js';

describe('the life of the page', () => {
  let log: string[];
  let life: PageLife;
  beforeEach(() => {
    log = [];
    life = new PageLife({
      onHide: () => {
        log.push('hide');
        life.stop(); // As leaving does.
      },
      onReturn: () => log.push('return'),
      onWake: () => log.push('wake'),
    });
    life.watch();
  });
  afterEach(() => life.stop());

  const transition = (type: string, persisted: boolean) => dispatchEvent(new PageTransitionEvent(type, { persisted }));

  it('ends with the page, and comes back from the back/forward cache once', () => {
    transition('pagehide', true);
    expect(log).to.deep.equal(['hide']);
    transition('pageshow', true);
    transition('pageshow', true);
    transition('pagehide', true);
    expect(log, 'nobody watches any more').to.deep.equal(['hide', 'return']);
  });

  it('does not come back where the page was not kept', () => {
    transition('pagehide', false);
    transition('pageshow', false);
    expect(log).to.deep.equal(['hide']);
  });

  it('asks when the network came or went, though the tab be hidden, and when the tab is shown', () => {
    dispatchEvent(new Event('online'));
    dispatchEvent(new Event('offline'));
    document.dispatchEvent(new Event('visibilitychange'));
    expect(log).to.deep.equal(['wake', 'wake', 'wake']);
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' });
    try {
      document.dispatchEvent(new Event('visibilitychange'));
      expect(log, 'hidden').to.have.length(3);
      dispatchEvent(new Event('online'));
      expect(log).to.have.length(4);
    } finally {
      Reflect.deleteProperty(document, 'visibilityState');
    }
  });

  it('asks when the clock jumped: the machine slept', async () => {
    const now = Date.now;
    try {
      Date.now = () => now() + 3_600_000;
      while (log.length === 0) await new Promise((resolve) => setTimeout(resolve, 50));
      expect(log).to.deep.equal(['wake']);
    } finally {
      Date.now = now;
    }
  });

  it('is watched once, however often it was begun, and no more when stopped', () => {
    life.watch();
    dispatchEvent(new Event('online'));
    expect(log).to.deep.equal(['wake']);
    life.stop();
    const restore = stubOnline(true);
    dispatchEvent(new Event('online'));
    restore();
    expect(log).to.deep.equal(['wake']);
  });
});
