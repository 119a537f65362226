import assert from 'node:assert/strict';
import { each, pair } from '../rig/people.js';
import { COUNTED, joinAgain, leaveAndCount } from '../rig/rejoin.js';
import type { RecoveryRow } from './recovery-row.js';
import { onStage } from './recovery-signaling.js';

const CROSSINGS = 200;
const JOINS = 100;

export const meshRows: readonly RecoveryRow[] = [
  {
    key: 'glare',
    title: `Both sides offer at once, ${String(CROSSINGS)} times in a row (each time until it is settled)`,
    measure: (browser) =>
      onStage({ fps: 2 }, async (stage) => {
        const guests = await pair(stage, 'glare', [browser, browser]);
        const times: number[] = [];
        for (let crossing = 0; crossing < CROSSINGS; crossing += 1) {
          const since = Date.now();
          await each(guests, () => kit.offerNow());
          await each(guests, () => kit.negotiated());
          times.push(Date.now() - since);
        }
        await each(guests, () => kit.flowing(1));
        return { times };
      }),
  },
  {
    key: 'joins',
    title: `Joined and left ${String(JOINS)} times, and nothing is left over (each join until sound comes)`,
    measure: (browser) =>
      onStage({ fps: 2 }, async (stage) => {
        await stage.guest('often', { browser, name: 'Stays' });
        const goes = await stage.guest('often', { browser, name: 'Goes', url: stage.site.url + COUNTED });
        await goes.page.evaluate(() => kit.connectedTo(1));
        await leaveAndCount(goes); // the first time makes what is kept for good
        await joinAgain(goes);
        const first = await leaveAndCount(goes);
        const times: number[] = [];
        for (let join = 0; join < JOINS; join += 1) {
          const since = Date.now();
          await joinAgain(goes);
          times.push(Date.now() - since);
          assert.deepEqual(await leaveAndCount(goes), first);
        }
        return { times };
      }),
  },
];
