import { expect } from '@open-wc/testing';
import { MeetError } from '../../src/errors.js';
import { lockIdentity } from '../../src/room/identity-lock.js';

const never = new AbortController().signal;
const lock = (user: string, room = 'r', signal = never) => lockIdentity('https://meet.example', room, user, signal);

const hideLocks = (locks: unknown): (() => void) => {
  Object.defineProperty(navigator, 'locks', { configurable: true, get: () => locks });
  return () => {
    Reflect.deleteProperty(navigator, 'locks');
  };
};

describe('the lock on who we are', () => {
  it('is had once for each user, room and server', async () => {
    const release = await lock('ann');
    expect(release).to.be.a('function');
    expect(await lock('ann'), 'a second time').to.equal(undefined);
    const others = [
      await lock('bo'),
      await lock('ann', 'other'),
      await lockIdentity('https://b.example', 'r', 'ann', never),
    ];
    for (const other of others) expect(other).to.be.a('function');
    for (const each of [release, ...others]) each?.();
  });

  it('is had again as soon as it was let go, and waits for that a moment', async () => {
    const first = await lock('ann');
    first?.();
    const second = await lock('ann');
    expect(second).to.be.a('function');
    const third = lock('ann');
    second?.();
    const release = await third;
    expect(release).to.be.a('function');
    release?.();
  });

  it('is not waited for when the join is over', async () => {
    const release = await lock('ann');
    const abort = new AbortController();
    const reason = new MeetError('aborted', 'leave()');
    const pending = lock('ann', 'r', abort.signal).catch((error: unknown) => error);
    abort.abort(reason);
    expect(await pending).to.equal(reason);
    release?.();
  });

  const late = () => new Promise((resolve) => setTimeout(resolve, 3_500));
  /** A browser that is late with its answer, and one whose grant is late to reach us. */
  const busy = ({ locks }: Navigator) => {
    const query = () => locks.query();
    return [
      {
        query,
        request: async (name: string, options: LockOptions, hold: LockGrantedCallback<unknown>) => {
          await late();
          return locks.request(name, options, hold);
        },
      },
      {
        query,
        request: (name: string, options: LockOptions, hold: LockGrantedCallback<unknown>) =>
          locks.request(name, options, async (given) => {
            await late();
            return hold(given);
          }),
      },
    ];
  };

  it('is not refused by a browser that is late with its answer, or with our grant', async () => {
    for (const each of busy(navigator)) {
      const restore = hideLocks(each);
      try {
        const release = await lock('ann');
        expect(release).to.be.a('function');
        restore();
        expect(await lock('ann'), 'a second time').to.equal(undefined);
        release?.();
      } finally {
        restore();
      }
    }
  });

  it('is had by exactly one of two who come at once, though the grant is late to reach him', async () => {
    const restore = hideLocks(busy(navigator).at(-1));
    try {
      const releases = await Promise.all([lock('cy'), lock('cy')]);
      expect(releases.map((release) => typeof release).sort()).to.deep.equal(['function', 'undefined']);
      for (const release of releases) release?.();
    } finally {
      restore();
    }
  });

  it('keeps nobody out whom no browser gives a lock that nobody has', async () => {
    const restore = hideLocks({ query: () => Promise.resolve({}), request: () => new Promise(() => undefined) });
    try {
      expect(await lock('ann')).to.be.a('function');
    } finally {
      restore();
    }
  });

  it('keeps nobody out where there are no locks, or none for this page', async () => {
    const denied = { request: () => Promise.reject(new DOMException('no origin', 'SecurityError')) };
    for (const locks of [undefined, denied]) {
      const restore = hideLocks(locks);
      try {
        expect(await lock('ann')).to.be.a('function');
        expect(await lock('ann')).to.be.a('function');
      } finally {
        restore();
      }
    }
  });
});
