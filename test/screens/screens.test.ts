import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { audit } from './audit.js';
import { compare } from './compare.js';
import { type GallerySite, startGallery } from './gallery-site.js';
import { LOOKS, nameOf } from './looks.js';
import { expectedPath, foundPath, launchPainter, save } from './pictures.js';
import { openGallery, shoot } from './shoot.js';

describe('the gallery', () => {
  let gallery: GallerySite;
  let browser: Browser;
  before(async () => {
    [gallery, browser] = await Promise.all([startGallery(), launchPainter()]);
  });
  after(async () => {
    await browser.close();
    await gallery.close();
  });

  for (const look of LOOKS) {
    describe(`at ${nameOf(look)}`, () => {
      let page: Page;
      before(async () => {
        page = await openGallery(browser, gallery.url, look);
      });
      after(() => page.close());

      it('looks as it did', async () => {
        const complaints: string[] = [];
        for (const { group, image, parts } of await shoot(page)) {
          const found = await compare(image, await readFile(expectedPath(look, group)), parts);
          if (found.complaints.length === 0) continue;
          await save(foundPath(look, group, 'is'), image);
          if (found.difference) await save(foundPath(look, group, 'differs'), found.difference);
          complaints.push(...found.complaints.map((complaint) => `${group}: ${complaint}`));
        }
        assert.deepEqual(complaints, [], 'see .cache/screens; where it is as it should be: npm run screens');
      });

      it('keeps to WCAG 2.2 AA in every state, as far as axe can tell', async () => {
        assert.deepEqual(await audit(page), []);
      });
    });
  }
});
