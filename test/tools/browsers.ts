import { existsSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Browser, ChromeReleaseChannel, Cache, computeSystemExecutablePath } from '@puppeteer/browsers';
import { isTooOld } from './browser-version.js';

/** Browsers that the project fetched itself; see `install-browsers.ts`. */
export const CACHE_DIR = fileURLToPath(new URL('../../.cache/browsers', import.meta.url));

/**
 * Fake devices, no permission prompts, playback without a gesture, and no request of the browser's own.
 * Host candidates are plain addresses: a machine without multicast cannot resolve mDNS names, and a Firefox
 * in the same room cannot anywhere.
 */
export const CHROMIUM_ARGS: readonly string[] = [
  '--no-sandbox',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  '--disable-features=WebRtcHideLocalIpsWithMdns',
];

/** The same for Firefox, as `extraPrefsFirefox`. */
export const FIREFOX_PREFS: Readonly<Record<string, unknown>> = {
  'media.navigator.streams.fake': true,
  'media.navigator.permission.disabled': true,
  'media.peerconnection.ice.loopback': true,
  'media.peerconnection.ice.obfuscate_host_addresses': false,
  'media.autoplay.default': 0,
  'media.autoplay.block-webaudio': false,
  // Sound is made and measured also on a machine without a sound device.
  'media.cubeb.force_mock_context': true,
};

const WELL_KNOWN = {
  chromium: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
  ],
  firefox: [
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    'C:\\Program Files (x86)\\Mozilla Firefox\\firefox.exe',
  ],
};

/** Ubuntu's package is a script that asks for a snap; without that snap it is no browser. */
const isStub = (path: string): boolean => {
  if (statSync(path).size > 4096) return false;
  const snap = /\/snap\/bin\/[\w-]+/.exec(readFileSync(path, 'utf8'))?.[0];
  return snap !== undefined && !existsSync(snap);
};

const isBrowser = (path: string): boolean => existsSync(path) && !isStub(path);

/** Where an installed Chrome stands on macOS and Windows; the package knows no other browser. */
const systemChrome = (): string | undefined => {
  try {
    return computeSystemExecutablePath({ browser: Browser.CHROME, channel: ChromeReleaseChannel.STABLE });
  } catch {
    return undefined; // it throws for "not installed", and for platforms that it has no path for
  }
};

const cached = (browser: Browser): string[] =>
  new Cache(CACHE_DIR)
    .getInstalledBrowsers()
    .filter((installed) => installed.browser === browser)
    .map(({ executablePath }) => executablePath)
    .filter((path) => existsSync(path));

/** What a person named: that one, or none. */
export const fromEnv = (name: 'CHROME_PATH' | 'FIREFOX_PATH'): string | undefined => {
  const path = process.env[name];
  if (path && !existsSync(path)) throw new Error(`${name} is ${path}, and there is nothing there`);
  return path || undefined;
};

/** The first that is new enough for the tests, else the first there is. */
const best = (paths: readonly string[]): string | undefined =>
  paths.length < 2 ? paths[0] : (paths.find((path) => !isTooOld(path)) ?? paths[0]);

export const findChromium = (): string | undefined => {
  const installed = systemChrome();
  return (
    fromEnv('CHROME_PATH') ??
    best([
      ...WELL_KNOWN.chromium.filter(isBrowser),
      ...(installed === undefined ? [] : [installed]),
      ...cached(Browser.CHROME),
    ])
  );
};

export const findFirefox = (): string | undefined =>
  fromEnv('FIREFOX_PATH') ?? best([...WELL_KNOWN.firefox.filter(isBrowser), ...cached(Browser.FIREFOX)]);

const missing = (name: string, variable: string): never => {
  throw new Error(`No ${name} found: install it, run "npm run browsers", or name its executable in ${variable}`);
};

/** Path of a Chromium or Chrome; throws, with what to do, where there is none. */
export const chromiumPath = (): string => findChromium() ?? missing('Chromium', 'CHROME_PATH');

/** Path of a Firefox; throws, with what to do, where there is none. */
export const firefoxPath = (): string => findFirefox() ?? missing('Firefox', 'FIREFOX_PATH');
