import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { strings as german } from '../../src/locales/de.js';
import { BROWSERS, Stage } from '../e2e/stage.js';
import { waitInPage } from '../rig/wait-in-page.js';
import { App, enter, iceServers, visit } from './apps.js';

const app = new App('angular');

/** Listens for the one event with what takes another; the rest is right. */
const WRONG = `import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';
import 'private-meet-element';
import type { JoinEvent, LeaveEvent } from 'private-meet-element';

@Component({
  selector: 'app-wrong',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: \`
    <private-meet #meet (pm-join)="welcome($event)" (click)="meet.toggleMicrophone(false)"></private-meet>
    <private-meet (pm-join)="sayGoodbye($event)"></private-meet>
    <private-meet #other (click)="other.toggleMicrophone(1)"></private-meet>
  \`,
})
export class Wrong {
  welcome({ self }: JoinEvent) {
    return self.name;
  }
  sayGoodbye({ reason }: LeaveEvent) {
    return reason;
  }
}
`;

describe('A component of Angular with zone.js, in a German page', () => {
  let stage: Stage;
  let site: Awaited<ReturnType<App['serve']>>;
  before(async () => {
    await app.install();
    await app.run(['npm', 'run', 'build']);
    stage = await Stage.open();
    site = await app.serve(stage, 'dist/standup/browser');
  });
  afterEach(() => stage.clear());
  after(async () => {
    await site.close();
    await stage.close();
  });

  it('checks the templates of components', async () => {
    const objections = await app.check({ 'wrong.ts': WRONG }, ['npx', 'ngc', '-p', '.cache/check', '--noEmit']);
    const lines = new Set([...objections.matchAll(/^wrong\.ts:(\d+):/gm)].map(([, line]) => Number(line)));
    assert.deepEqual([...lines], [10, 11], objections);
  });

  for (const browser of BROWSERS) {
    it(`draws the meeting in German, joins it, and hears of it by (pm-join) and (pm-leave), in ${browser}`, async () => {
      const ann = await visit(stage, browser, site.url);
      const bo = await visit(stage, browser, site.url);
      const says = (word: string): Promise<unknown> =>
        waitInPage(ann.page, (wanted) => document.querySelector('app-standup > p')?.textContent === wanted, word);

      assert.equal(await ann.page.evaluate(() => 'Zone' in globalThis), true);
      for (const { page } of [ann, bo]) {
        await waitInPage(page, (word) => kit.words().includes(word), german.join);
      }
      await says('');
      await enter(ann, 'Ann');
      await says('Willkommen, Ann!');
      await enter(bo, 'Bo');
      for (const { page } of [ann, bo]) await page.evaluate(() => kit.connectedTo(1));
      const servers = await iceServers(ann);
      assert.ok(servers.length > 0);
      for (const each of servers) assert.equal(each, 'stun:stun.example.com');

      await ann.page.evaluate(() => kit.meet().leave());
      await says('Bis morgen!');
      await bo.page.evaluate(() => kit.connectedTo(0));
      assert.deepEqual([...ann.said, ...bo.said], []);
    });
  }
});
