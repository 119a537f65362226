import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { Stage } from '../e2e/stage.js';
import { waitInPage } from '../rig/wait-in-page.js';
import { WordPress } from './wordpress-site.js';

interface Seen {
  readonly page: Page;
  /** What its console was told, as far as it is no good. */
  readonly said: string[];
}

describe('The plugin in a real WordPress', () => {
  let stage: Stage;
  let site: WordPress;
  const links: { block: string; shortcode: string } = { block: '', shortcode: '' };
  before(async () => {
    stage = await Stage.open();
    site = await WordPress.start();
  });
  after(async () => {
    await site.close();
    await stage.close();
  });

  /** A window with cookies of its own, signed in where a name is given. */
  const open = async (name?: string): Promise<Seen> => {
    const blank = await stage.window();
    const page = await (await blank.browser().createBrowserContext()).newPage();
    const said: string[] = [];
    page.on('pageerror', (error) => said.push(String(error)));
    page.on('console', (message) => {
      const { url = '' } = message.location();
      // The one is asked for by the browser itself, the other, a picture from afar, by WordPress's editor.
      const isOther = url.endsWith('/favicon.ico') || url.startsWith('https://s.w.org/');
      if (message.type() === 'error' && !isOther) said.push(`${message.text()} ${url}`);
    });
    if (name !== undefined) {
      await page.goto(`${site.url}wp-login.php`);
      await page.$eval(
        '#loginform',
        (form, who) => {
          for (const field of form.querySelectorAll<HTMLInputElement>('#user_login, #user_pass')) field.value = who;
        },
        name,
      );
      await Promise.all([page.waitForNavigation(), page.click('#wp-submit')]);
    }
    return { page, said };
  };

  const visit = async (seen: Seen, url: string): Promise<Seen> => {
    await seen.page.goto(url);
    await seen.page.addScriptTag({ type: 'module', content: await (await fetch(`${stage.site.url}kit.js`)).text() });
    return seen;
  };

  const joins = async ({ page }: Seen): Promise<void> => {
    await waitInPage(page, () => 'kit' in globalThis && !!document.querySelector('private-meet')?.shadowRoot);
    await page.evaluate(() => kit.meet().join());
    await page.evaluate(() => kit.inState('joined'));
  };

  const saves = async (page: Page, settings: Readonly<Record<string, string>>): Promise<void> => {
    await page.goto(`${site.url}wp-admin/options-general.php?page=private-meet`);
    for (const [id, value] of Object.entries(settings)) {
      await page.$eval(
        `#private-meet-${id}`,
        (field, text) => {
          (field as HTMLInputElement).value = text; // a select has a value too
        },
        value,
      );
    }
    await Promise.all([page.waitForNavigation(), page.click('#submit')]);
  };

  it('lets an administrator save the settings, and shows the secret to nobody', async () => {
    const { page, said } = await open('anna');
    const { secret } = stage.server;
    await saves(page, { server: stage.server.url, secret, ice_servers: '[]', who: 'everyone' });
    assert.equal(
      await page.$eval('#private-meet-server', (field) => (field as HTMLInputElement).value),
      stage.server.url,
    );
    const html = await page.content();
    assert.ok(html.includes('settings-updated') || (await page.$('#setting-error-settings_updated')) !== null);
    assert.ok(!html.includes(secret));
    await saves(page, { who: 'everyone' }); // with the field left empty
    assert.match(await page.$eval('#private-meet-secret', (field) => (field as HTMLInputElement).placeholder), /Set/);

    // Without the form's nonce nothing is saved.
    const status = await page.evaluate(async () => {
      const body = new URLSearchParams({
        option_page: 'private-meet',
        action: 'update',
        'private_meet[who]': 'authors',
      });
      return (await fetch('options.php', { method: 'POST', body })).status;
    });
    assert.equal(status, 403);
    assert.deepEqual(
      said.filter((words) => !words.includes('403')),
      [],
    );
  });

  it('keeps the settings from a subscriber', async () => {
    const { page } = await open('sam');
    const answer = await page.goto(`${site.url}wp-admin/options-general.php?page=private-meet`);
    assert.equal(answer?.status(), 403);
    assert.equal(await page.$('#private-meet-server'), null);
  });

  it('is a block in the editor, and a shortcode', async () => {
    const { page, said } = await open('anna');
    await page.goto(`${site.url}wp-admin/post-new.php?post_type=page`);
    await waitInPage(
      page,
      () => 'wp' in globalThis && !!document.querySelector('.editor-post-title, iframe, .wp-block'),
    );
    const saved = await page.evaluate(async () => {
      // The editor's own functions, as its console has them.
      const { wp } = globalThis as unknown as { wp: Editor };
      const text = '[private_meet room="Tea &amp; cake" who="members"]';
      const blocks = {
        block: wp.blocks.createBlock('private-meet/meeting', { room: 'standup' }),
        shortcode: wp.blocks.createBlock('core/shortcode', { text }),
      };
      const addresses = await Promise.all(
        Object.entries(blocks).map(async ([title, block]) => {
          const data = { title, status: 'publish', content: wp.blocks.serialize([block]) };
          return [title, (await wp.apiFetch({ path: '/wp/v2/pages', method: 'POST', data })).link] as const;
        }),
      );
      return { ...Object.fromEntries(addresses), isKnown: wp.blocks.getBlockType('private-meet/meeting')?.title };
    });
    assert.equal(saved.isKnown, 'Video meeting');
    Object.assign(links, saved);
    assert.deepEqual(said, []);
  });

  it('brings about a call of a member and a guest, with no token or secret in the page', async () => {
    const anna = await visit(await open('anna'), links.block);
    const guest = await visit(await open(), links.block);
    for (const url of [links.block, links.shortcode]) {
      const source = await (await fetch(url)).text();
      assert.ok(!source.includes(stage.server.secret));
      assert.ok(!/eyJ|nonce/.test(source));
      assert.ok(/<script type="module" src=["'][^"']+\/private-meet\.js/.test(source), 'no module');
    }
    await waitInPage(guest.page, () => document.querySelector('.private-meet-guest') !== null);
    await guest.page.type('.private-meet-guest input', 'Gus <b>');
    await guest.page.keyboard.press('Enter');
    await joins(anna);
    await joins(guest);
    for (const { page } of [anna, guest]) await page.evaluate(() => kit.connectedTo(1));
    assert.equal(await guest.page.evaluate(() => kit.meet().peers[0]?.name), 'Anna & Co');
    assert.equal(await anna.page.evaluate(() => kit.meet().peers[0]?.name), 'Gus <b>');
    assert.deepEqual([...anna.said, ...guest.said], []);
  });

  it('lets only members in where a page says so: two of them meet, a guest is sent to sign in', async () => {
    const anna = await visit(await open('anna'), links.shortcode);
    const sam = await visit(await open('sam'), links.shortcode);
    const guest = await visit(await open(), links.shortcode);
    await waitInPage(guest.page, () => document.querySelector('.private-meet a[href*="wp-login"]') !== null);
    assert.equal(await guest.page.$('private-meet'), null);
    await joins(anna);
    await joins(sam);
    for (const { page } of [anna, sam]) await page.evaluate(() => kit.connectedTo(1));
    assert.equal(await sam.page.evaluate(() => kit.meet().room), 'Tea & cake');
    assert.deepEqual([...anna.said, ...sam.said, ...guest.said], []);
  });

  it('gives no token without a ticket of the site, nor for more than it says', async () => {
    const { page } = await visit(await open(), links.block);
    const answers = await page.evaluate(async () => {
      const { ticket, token } = JSON.parse(
        document.querySelector<HTMLElement>('[data-private-meet]')?.dataset['privateMeet'] ?? '',
      ) as { ticket: Record<string, unknown>; token: string };
      const tries = [
        {},
        { room: 'board' },
        { post: 0 },
        { signature: 'f'.repeat(64) },
        { who: 'authors' },
        { name: '' },
      ];
      return Promise.all(
        tries.map(async (change) => {
          const body = JSON.stringify({ ...ticket, name: 'Gus', key: crypto.randomUUID(), ...change });
          const headers = { 'Content-Type': 'application/json' };
          return (await fetch(token, { method: 'POST', headers, body })).status;
        }),
      );
    });
    assert.deepEqual(answers, [200, 401, 401, 401, 401, 400]);
  });

  it('goes by the settings of now: a guest stays out once they say so', async () => {
    const admin = await open('anna');
    await saves(admin.page, { who: 'members' });
    const guest = await visit(await open(), links.block);
    await waitInPage(guest.page, () => document.querySelector('.private-meet a[href*="wp-login"]') !== null);
    assert.deepEqual(guest.said, []);
    assert.equal(site.complaints('private-meet'), '');
  });
});

interface Editor {
  readonly apiFetch: (request: object) => Promise<{ link: string }>;
  readonly blocks: {
    serialize(blocks: readonly unknown[]): string;
    createBlock(name: string, attributes: object): unknown;
    getBlockType(name: string): { title: string } | undefined;
  };
}
