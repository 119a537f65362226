import assert from 'node:assert/strict';
import type { Stage } from '../e2e/stage.js';
import { waitInPage } from '../rig/wait-in-page.js';
import { enter, iceServers, type Visit, visit } from './apps.js';

/** Presses a button of the page's own. */
export const press = ({ page }: Visit, id: string): Promise<void> =>
  page.evaluate((wanted) => document.querySelector<HTMLButtonElement>(`#${wanted}`)?.click(), id);

/** Resolves once the page says something by what it heard of the meeting. */
export const says = ({ page }: Visit, word: string): Promise<unknown> =>
  waitInPage(page, (wanted) => document.querySelector('#word')?.textContent.trim() === wanted, word);

/** The order of the page's sections. */
const sides = ({ page }: Visit): Promise<string[]> =>
  page.evaluate(() => [...document.querySelectorAll('main h2')].map(({ textContent }) => textContent));

/** What a page has of calls: connections that ever stood and to the server that stand now, beginnings and ends it heard of. */
export const calls = ({ page }: Visit): Promise<Record<'connected' | 'sockets' | 'joins' | 'leaves', number>> =>
  page.evaluate(() => ({
    connected: witness.everConnected.size,
    sockets: onlooker.sockets.filter(({ readyState }) => readyState === WebSocket.OPEN).length,
    joins: onlooker.heard.filter((type) => type === 'pm-join').length,
    leaves: onlooker.heard.filter((type) => type === 'pm-leave').length,
  }));

/** Of a call that began once and goes on. */
export const ONE_CALL = { connected: 1, sockets: 1, joins: 1, leaves: 0 };

/** Two people with the same page meet in it, without cameras: what is looked at is the page. */
export const meet = async (stage: Stage, url: string): Promise<[ann: Visit, bo: Visit]> => {
  const ann = await visit(stage, 'chromium', url);
  const bo = await visit(stage, 'chromium', url);
  for (const each of [ann, bo]) {
    await each.page.evaluate(() => {
      kit.meet().cameraOff = true;
    });
    await waitInPage(each.page, () => document.querySelector('#word') !== null);
  }
  await enter(ann, 'Ann');
  await says(ann, 'Welcome, Ann!');
  await enter(bo, 'Bo');
  for (const { page } of [ann, bo]) await page.evaluate(() => kit.connectedTo(1));
  return [ann, bo];
};

/**
 * A whole life of the element in a framework's page: given attributes and properties, heard, moved, told of another room,
 * taken away and brought back. The page's buttons are `#hide`, `#move` and `#room`, its words stand in `#word`.
 */
export const live = async (stage: Stage, url: string): Promise<void> => {
  const [ann, bo] = await meet(stage, url);

  assert.deepEqual(await ann.page.evaluate(() => [kit.meet().room, kit.meet().microphoneOff, kit.meet().microphone]), [
    'standup',
    true,
    false,
  ]);
  for (const each of await iceServers(ann)) assert.equal(each, 'stun:stun.example.com');

  // Moved twice: a framework moves the one or the other of two.
  for (const order of [
    ['notes', 'meeting'],
    ['meeting', 'notes'],
  ]) {
    await press(ann, 'move');
    await waitInPage(ann.page, (first) => document.querySelector('main h2')?.textContent === first, order[0]!);
    assert.deepEqual(await sides(ann), order);
  }
  await ann.page.evaluate(() => kit.meet().sendMessage('Still here'));
  assert.deepEqual(await bo.page.evaluate(() => kit.chat(1)), ['Ann received: Still here']);
  for (const each of [ann, bo]) assert.deepEqual(await calls(each), ONE_CALL);

  await press(ann, 'room');
  await says(ann, 'Goodbye: room-changed');
  await bo.page.evaluate(() => kit.connectedTo(0));
  await press(bo, 'room');
  for (const { page } of [ann, bo]) await page.evaluate(() => kit.connectedTo(1));
  assert.equal(await bo.page.evaluate(() => kit.meet().room), 'retro');

  await press(ann, 'hide');
  await waitInPage(ann.page, () => document.querySelector('private-meet') === null);
  await bo.page.evaluate(() => kit.connectedTo(0));
  await waitInPage(ann.page, () => Object.values(kit.open()).every((count) => count === 0));

  await press(ann, 'hide');
  await waitInPage(ann.page, () => !!document.querySelector('private-meet')?.shadowRoot);
  await ann.page.evaluate(() => {
    kit.meet().cameraOff = true;
  });
  assert.equal(await ann.page.evaluate(() => kit.meet().room), 'retro');
  await enter(ann, 'Ann');
  for (const { page } of [ann, bo]) await page.evaluate(() => kit.connectedTo(1));
  await ann.page.evaluate(() => kit.meet().leave());
  await says(ann, 'Goodbye: user');
  assert.deepEqual([...ann.said, ...bo.said], []);
};
