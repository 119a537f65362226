import { errorName } from '../protocol/kind.js';

/** Milliseconds in which an earlier join of this page, or the page before a reload, lets go of the lock. */
const PATIENCE = 1_500;

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
  const waiting = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]);
  return new Promise((resolve, reject) => {
    const hold = (lock: Lock | null) =>
      new Promise<void>((release) => {
        resolve(lock ? release : undefined);
        if (!lock) release();
      });
    const fail = (error: unknown) => {
      if (signal.aborted) reject(signal.reason as Error);
      // A page without an origin has no locks (`SecurityError`), and no other tab to share one with.
      else if (errorName(error) === 'SecurityError') resolve(none);
      else resolve(undefined);
    };
    locks.request(name, { signal: waiting }, hold).catch((error: unknown) => {
      if (signal.aborted || !waiting.aborted) fail(error);
      // A busy browser may not have looked yet: only its word that the lock is taken says that somebody has it.
      else locks.request(name, { ifAvailable: true }, hold).catch(fail);
    });
  });
};
