import { asked, delay } from '../signaling/delay.js';

/** Milliseconds in which an earlier join of this page, or the page before a reload, lets go of the lock; and until each look. */
const PATIENCE = 1_500;
/** Looks at a lock that nobody has and that is not given all the same, until it goes on without. */
const LOOKS = 8;

/**
 * Whether somebody else has the lock, while we ask for it. A request that was called off proves nothing: a busy browser may
 * have given the lock just then, so that who asks again is refused because of himself.
 */
const isTaken = async (locks: LockManager, name: string, signal: AbortSignal): Promise<boolean> => {
  const { held = [], pending = [] } = (await asked(() => locks.query(), signal)) as LockManagerSnapshot;
  const has = (infos: readonly LockInfo[]) => infos.some((info) => info.name === name);
  return has(held) && has(pending); // Held alone: it is ours, and on its way to us.
};

/**
 * Takes the one place that a user has in a room within a browser (Web Locks API), until the `release` that it resolves to.
 * `undefined` when another tab or element has it; where there are no locks nobody is kept out.
 */
export const lockIdentity = async (
  server: string,
  room: string,
  userId: string,
  signal: AbortSignal,
): Promise<(() => void) | undefined> => {
  const none = () => undefined;
  // Not in every type of page, whatever the types say.
  const locks = navigator.locks as LockManager | undefined;
  if (!locks) return none;
  const name = `private-meet ${JSON.stringify([server, room, userId])}`;
  const over = new AbortController();
  const waiting = AbortSignal.any([signal, over.signal]);
  const given = new Promise<() => void>((resolve, reject) => {
    const hold = async () => {
      if (!waiting.aborted) await new Promise<void>(resolve);
    };
    locks.request(name, { signal: waiting }, hold).catch(reject);
  });
  const watch = async () => {
    for (let look = 0; look < LOOKS; look += 1) {
      await delay(PATIENCE, waiting);
      if (await isTaken(locks, name, waiting)) return undefined;
    }
    return none;
  };
  try {
    return await Promise.race([given, watch()]);
  } catch {
    signal.throwIfAborted();
    return none; // A page without an origin has no locks (`SecurityError`), and no other tab to share one with.
  } finally {
    over.abort();
  }
};
