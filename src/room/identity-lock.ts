import { MeetError } from '../errors.js';
import { asked, delay } from '../signaling/delay.js';
import type { Identity } from '../signaling/identity.js';
import type { Admission } from './admission.js';

/** Milliseconds in which an earlier join of this page, or the page before a reload, lets go of the lock; and until each look. */
const PATIENCE = 1_500;
/** Looks at a lock that nobody has and that is not given all the same, until it goes on without. */
const LOOKS = 8;

/**
 * Whether somebody is in. He says so by a second lock, once he knows that he has the first: of that one a look can't tell
 * who has it, and it may be ours already, on its way through a busy browser.
 */
const isTaken = async (locks: LockManager, name: string, signal: AbortSignal): Promise<boolean> => {
  const { held = [] } = (await asked(() => locks.query(), signal)) as LockManagerSnapshot;
  return held.some((info) => info.name === name);
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
  const mark = `${name} in`;
  const over = new AbortController();
  const waiting = AbortSignal.any([signal, over.signal]);
  const given = new Promise<() => void>((resolve, reject) => {
    const hold = async () => {
      if (waiting.aborted) return;
      const isOut = new Promise<void>(resolve);
      await locks.request(mark, { mode: 'shared' }, () => isOut); // Waits for nobody.
    };
    locks.request(name, { signal: waiting }, hold).catch(reject);
  });
  const watch = async () => {
    for (let look = 0; look < LOOKS; look += 1) {
      await delay(PATIENCE, waiting);
      if (await isTaken(locks, mark, waiting)) return undefined;
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

/** The place that we have in a room, one at a time. */
export class OwnPlace {
  #leave: (() => void) | undefined;

  /** Takes that of a user, in place of the one before. @throws {MeetError} `duplicate-identity` */
  async take({ server, room }: Admission, { id }: Identity, signal: AbortSignal): Promise<void> {
    const leave = await lockIdentity(server.http(''), room, id, signal);
    if (signal.aborted) leave?.();
    signal.throwIfAborted();
    if (!leave) throw new MeetError('duplicate-identity', 'another tab of this browser is in the room as this user');
    this.leave();
    this.#leave = leave;
  }

  leave(): void {
    this.#leave?.();
    this.#leave = undefined;
  }
}
