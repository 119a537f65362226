import { startGallery } from './gallery-site.js';
import { compress } from './compare.js';
import { LOOKS } from './looks.js';
import { expectedPath, launchPainter, save } from './pictures.js';
import { openGallery, shoot } from './shoot.js';

/** Takes every picture anew: what the tests compare with from then on. */
const [gallery, browser] = await Promise.all([startGallery(), launchPainter()]);
try {
  for (const look of LOOKS) {
    const page = await openGallery(browser, gallery.url, look);
    for (const { group, image } of await shoot(page)) await save(expectedPath(look, group), await compress(image));
    await page.close();
  }
} finally {
  await browser.close();
  await gallery.close();
}
