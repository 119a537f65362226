import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { Browser, detectBrowserPlatform, install, resolveBuildId } from '@puppeteer/browsers';
import { CACHE_DIR, findChromium, findFirefox } from './browsers.js';

const isRoot = process.getuid?.() === 0;
/** Debian, Ubuntu and their kin, and we may install there. */
const canApt = isRoot && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');

/** Installs packages of the system; false where it can't (no root, no network, no such package). */
export const aptInstall = (...packages: string[]): boolean => {
  if (!canApt) return false;
  const run = (...args: string[]) =>
    spawnSync('apt-get', args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
      .status === 0;
  const installPackages = () => run('install', '-y', '--no-install-recommends', ...packages);
  // A fresh image has no package lists; one with lists needs no update.
  return installPackages() || (run('update') && installPackages());
};

/** Chrome for Testing or Firefox, into the project's cache. */
const download = async (browser: Browser.CHROME | Browser.FIREFOX): Promise<void> => {
  const platform = detectBrowserPlatform();
  if (!platform) throw new Error(`There is no ${browser} to download for ${process.platform} ${process.arch}`);
  const buildId = await resolveBuildId(browser, platform, 'stable');
  console.log(`Downloading ${browser} ${buildId} into ${CACHE_DIR}`);
  await install({ browser, buildId, cacheDir: CACHE_DIR, installDeps: canApt });
};

const ensure = async (
  find: () => string | undefined,
  aptPackage: string,
  browser: Browser.CHROME | Browser.FIREFOX,
): Promise<string> => {
  const found = find();
  if (found) return found;
  aptInstall(aptPackage);
  if (!find()) await download(browser);
  const installed = find();
  if (!installed) throw new Error(`${browser} was installed, but is not where it should be`);
  return installed;
};

/** Finds both browsers, and gets what is missing; throws, with what to do, where it can't. */
export const ensureBrowsers = async (): Promise<void> => {
  try {
    console.log(`Chromium: ${await ensure(findChromium, 'chromium', Browser.CHROME)}`);
    console.log(`Firefox: ${await ensure(findFirefox, 'firefox-esr', Browser.FIREFOX)}`);
  } catch (cause) {
    const help = 'Install Chromium (or Chrome) and Firefox, or name their executables in CHROME_PATH and FIREFOX_PATH.';
    throw new Error(`A browser that the tests need is missing and could not be fetched. ${help}`, { cause });
  }
};
