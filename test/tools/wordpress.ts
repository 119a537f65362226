import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './run.js';
import { moOf, PLUGIN, potText, readPo, WORDPRESS_LOCALES } from './wordpress-words.js';

/** What a page loads of the build. */
const ELEMENT = ['private-meet.js', 'private-meet.later.js', 'locales', 'THIRD-PARTY-LICENSES.txt'];

/** Puts the plugin together, ready to be uploaded: what is written, what is built, and translations as WordPress reads them. */
export const assemblePlugin = (target: string): void => {
  if (!existsSync(join(ROOT, 'dist/private-meet.js'))) throw new Error('Nothing is built: run `npm run build` first');
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  cpSync(PLUGIN, target, { recursive: true });
  cpSync(join(ROOT, 'LICENSE'), join(target, 'LICENSE'));
  for (const name of ELEMENT)
    cpSync(join(ROOT, 'dist', name), join(target, 'assets/private-meet', name), { recursive: true });
  for (const locale of WORDPRESS_LOCALES) {
    const base = join(target, `languages/private-meet-${locale}`);
    writeFileSync(`${base}.mo`, moOf(readPo(readFileSync(`${base}.po`, 'utf8'))));
  }
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(join(PLUGIN, 'languages/private-meet.pot'), potText());
  const target = join(ROOT, 'demo/wordpress/dist/private-meet');
  assemblePlugin(target);
  console.log(`Zip ${relative(process.cwd(), target)}, and upload it under Plugins › Add New`);
}
