import type { Guest } from '../e2e/stage.js';

/** Address of a page that counts what it has alive: with this behind it. */
export const COUNTED = '#counted';

/** Leaves the room, and gives what the page has alive once it is at rest. The page was opened as `COUNTED`. */
export const leaveAndCount = ({ page }: Guest): Promise<Readonly<Record<string, number>>> =>
  page.evaluate(async () => {
    await kit.meet().leave();
    return kit.remains();
  });

/** Joins again; resolves once it hears the one other in the room. */
export const joinAgain = ({ page }: Guest): Promise<void> =>
  page.evaluate(async () => {
    await kit.meet().join();
    await kit.connectedTo(1);
    await kit.flowing(1, ['audio']);
  });
