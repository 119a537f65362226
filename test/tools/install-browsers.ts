import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { Browser, detectBrowserPlatform, install, resolveBuildId } from '@puppeteer/browsers';
import { forgetVersions, isTooOld, MINIMUM, versionOf } from './browser-version.js';
import { CACHE_DIR, findChromium, findFirefox, fromEnv } from './browsers.js';

/** An installation or a download that takes longer will not come. Milliseconds. */
const CEILING = 10 * 60_000;

const isRoot = process.getuid?.() === 0;
/** Debian, Ubuntu and their kin, and we may install there. */
const canApt = isRoot && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');

/** Installs packages, or brings them up to date. The lists are refreshed before: they may be as old as the image. */
export const refreshAndInstall = (...packages: string[]): boolean => {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (...args: string[]) =>
    spawnSync('apt-get', args, { stdio: 'inherit', timeout: CEILING, env }).status === 0;
  if (!run('update')) console.log('The package lists could not be refreshed; installing from those that are there');
  return run('install', '-y', '--no-install-recommends', ...packages);
};

/** Installs packages of the system; false where it can't (no root, no network, no such package). */
export const aptInstall = (...packages: string[]): boolean => canApt && refreshAndInstall(...packages);

/** Chrome for Testing or Firefox, into the project's cache. */
const download = async (browser: Browser.CHROME | Browser.FIREFOX): Promise<void> => {
  const platform = detectBrowserPlatform();
  if (!platform) throw new Error(`there is none to download for ${process.platform} ${process.arch}`);
  const buildId = await resolveBuildId(browser, platform, 'stable');
  console.log(`Downloading ${browser} ${buildId} into ${CACHE_DIR}`);
  await install({ browser, buildId, cacheDir: CACHE_DIR, installDeps: canApt });
};

const tooLong = async (): Promise<never> => {
  await wait(CEILING, undefined, { ref: false });
  throw new Error('the download took too long');
};

interface Wanted {
  readonly kind: keyof typeof MINIMUM;
  readonly title: string;
  readonly find: () => string | undefined;
  readonly variable: 'CHROME_PATH' | 'FIREFOX_PATH';
  readonly aptPackage: string;
  readonly browser: Browser.CHROME | Browser.FIREFOX;
}

const CHROMIUM: Wanted = {
  kind: 'chromium',
  title: 'Chromium (or Chrome)',
  find: findChromium,
  variable: 'CHROME_PATH',
  aptPackage: 'chromium',
  browser: Browser.CHROME,
};

const FIREFOX: Wanted = {
  kind: 'firefox',
  title: 'Firefox',
  find: findFirefox,
  variable: 'FIREFOX_PATH',
  aptPackage: 'firefox-esr',
  browser: Browser.FIREFOX,
};

/** Finds a browser that is new enough, or gets one; throws, in one line, where it can't. */
const ensure = async ({ kind, title, find, variable, aptPackage, browser }: Wanted): Promise<string> => {
  const lacking = () => {
    const path = find();
    if (path === undefined) return 'there is none';
    return isTooOld(path) ? `${versionOf(path)?.name ?? ''} (${path}) is too old` : undefined;
  };
  const found = lacking();
  let reason = '';
  if (found !== undefined && !fromEnv(variable)) {
    aptInstall(aptPackage);
    forgetVersions();
    if (lacking() !== undefined)
      await Promise.race([download(browser), tooLong()]).catch((error: unknown) => {
        reason = ` None could be downloaded: ${String(error instanceof Error ? error.message : error).split('\n')[0] ?? ''}.`;
      });
  }
  const lacks = lacking();
  const path = find();
  if (lacks === undefined && path !== undefined) return `${versionOf(path)?.name ?? 'of an unknown version'}, ${path}`;
  const need = `The tests need ${title} ${MINIMUM[kind]} or newer, and ${lacks ?? 'there is none'}.`;
  throw new Error(`${need}${reason} Install or update it, or name the executable of another in ${variable}.`);
};

/** Finds both browsers, and gets what is missing or too old; throws, with what to do, where it can't. */
export const ensureBrowsers = async (): Promise<void> => {
  for (const wanted of [CHROMIUM, FIREFOX]) console.log(`${wanted.title}: ${await ensure(wanted)}`);
};

if (process.argv[1] === import.meta.filename) {
  await ensureBrowsers().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  });
}
