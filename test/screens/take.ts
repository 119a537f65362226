import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { compare, compress } from './compare.js';
import { startGallery } from './gallery-site.js';
import { LOOKS } from './looks.js';
import { expectedPath, launchPainter, save } from './pictures.js';
import { openGallery, type Shot, shoot } from './shoot.js';

const isAsExpected = async (path: string, { image, parts }: Shot): Promise<boolean> =>
  existsSync(path) && (await compare(image, await readFile(path), parts)).complaints.length === 0;

/** Takes the pictures that are not as they were anew: what the tests compare with from then on. */
const [gallery, browser] = await Promise.all([startGallery(), launchPainter()]);
try {
  for (const look of LOOKS) {
    const page = await openGallery(browser, gallery.url, look);
    for (const shot of await shoot(page)) {
      const path = expectedPath(look, shot.group);
      if (!(await isAsExpected(path, shot))) await save(path, await compress(shot.image));
    }
    await page.close();
  }
} finally {
  await browser.close();
  await gallery.close();
}
