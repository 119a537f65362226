import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { each, nothingUncaught } from '../rig/people.js';
import { BROWSERS, type Guest, Stage } from './stage.js';

/** One try for the room and one for each way of getting a token; whoever tried on and on would be far beyond it. */
const MOST_ATTEMPTS = 60;

const sees = ({ page }: Guest, { name, colour }: Guest): Promise<void> =>
  page.evaluate((who, rgb) => kit.seePicture(who, rgb), name, colour);

describe('a clock that is 30 hours ahead', () => {
  let stage: Stage;
  before(async () => {
    stage = await Stage.open({ fps: 4, seed: 1 });
  });
  afterEach(() => stage.clear());
  after(() => stage.close());

  for (const browser of BROWSERS) {
    it(`makes a guest nobody else when the line breaks, and ends no call when it jumps, in ${browser}`, async () => {
      const ahead = (): void => {
        const { now } = Date;
        Date.now = () => now() + 30 * 3_600_000;
      };
      const visitor = await stage.guest('clocks', { browser, name: 'Visitor', signsIn: true, init: ahead });
      const member = await stage.guest('clocks', { browser, name: 'Member', signsIn: true });
      const all = [visitor, member];
      await each(all, () => kit.connectedTo(1));
      await each(all, () => kit.flowing(1));
      const before = await each(all, () => [kit.meet().self?.id, kit.carriers()] as const);
      await member.page.evaluate(ahead);
      await stage.restartServer(async () => {
        await each(all, () => kit.inState('reconnecting'));
      });
      await each(all, () => kit.inState('joined'));
      await each(all, () => kit.flowing(1));
      assert.deepEqual(await each(all, () => [kit.meet().self?.id, kit.carriers()] as const), before);
      for (const story of await each(all, () => kit.story())) {
        assert.equal(
          story.some((entry) => /pm-peer-leave|token/u.test(entry)),
          false,
          story.join(', '),
        );
      }
      await nothingUncaught(all);
    });
  }
});

describe('a server that comes back with another secret', () => {
  let stage: Stage;
  before(async () => {
    stage = await Stage.open({ fps: 4, seed: 1 });
  });
  afterEach(() => stage.clear());
  after(() => stage.close());

  for (const browser of BROWSERS) {
    it(`takes in who signs in or has a new token; who has none stays in the call and is told once, in ${browser}`, async () => {
      const visitor = await stage.guest('keys', { browser, name: 'Visitor', signsIn: true });
      const member = await stage.guest('keys', { browser, name: 'Member', id: 'member' });
      const pasted = await stage.guest('keys', { browser, name: 'Pasted', id: 'pasted' });
      await member.page.exposeFunction('freshToken', () =>
        stage.server.issueToken({ sub: 'member', username: 'Member' }),
      );
      await member.page.evaluate(() => {
        kit.meet().tokenProvider = () => (globalThis as unknown as { freshToken: () => Promise<string> }).freshToken();
      });
      const all = [visitor, member, pasted];
      await each(all, () => kit.connectedTo(2));
      await each(all, () => kit.flowing(2));
      const { attempts } = stage.proxy;

      await stage.restartServer(async () => {
        await each(all, () => kit.inState('reconnecting'));
        await each(all, () => kit.flowing(2));
      }, `another secret, of more than thirty-two characters, for ${browser}`);
      await each([visitor, member], () => kit.inState('joined'));
      await pasted.page.evaluate(() => kit.failsWith('token-rejected'));
      await sees(visitor, member);
      await sees(member, visitor);

      // Media outlives signaling: whoever kept an id keeps the pair.
      await sees(member, pasted);
      await sees(pasted, member);
      assert.equal(await pasted.page.evaluate(() => kit.meet().state), 'reconnecting');
      assert.match(await pasted.page.evaluate(() => kit.words()), /didn’t accept your sign-in/u);
      const story = await pasted.page.evaluate(() => kit.story());
      assert.equal(story.filter((entry) => entry === 'pm-error token-rejected').length, 1, story.join(', '));
      for (const cured of await each([visitor, member], () => kit.story())) {
        assert.equal(cured.includes('pm-error token-rejected'), false, cured.join(', '));
      }
      assert.deepEqual(await each([visitor, member], () => kit.meet().error), [undefined, undefined]);
      const tried = stage.proxy.attempts - attempts;
      assert.ok(tried <= MOST_ATTEMPTS, `${String(tried)} attempts`);
      await nothingUncaught(all);
    });
  }
});
