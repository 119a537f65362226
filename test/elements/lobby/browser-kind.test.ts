import { expect } from '@open-wc/testing';
import { browserKind, systemKind } from '../../../src/elements/lobby/browser-kind.js';

const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)';
const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)';
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const CHROME = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
const SAFARI = 'AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15';

const CASES = [
  [`${WINDOWS} ${CHROME}`, 0, 'chrome', 'windows'],
  [`${WINDOWS} ${CHROME} Edg/140.0.0.0`, 10, 'edge', 'windows'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 0, 'firefox', 'other'],
  [`${MAC} ${SAFARI}`, 0, 'safari', 'mac'],
  [`${MAC} ${CHROME}`, 0, 'chrome', 'mac'],
  [`${MAC} ${SAFARI}`, 5, 'iosSafari', 'ios'], // an iPad
  [`${IPHONE} Version/18.5 Mobile/15E148 Safari/604.1`, 5, 'iosSafari', 'ios'],
  [`${IPHONE} CriOS/140.0.0.0 Mobile/15E148 Safari/604.1`, 5, 'iosOther', 'ios'],
  [`${IPHONE} FxiOS/140.0 Mobile/15E148 Safari/605.1.15`, 5, 'iosOther', 'ios'],
  [`Mozilla/5.0 (Linux; Android 10; K) ${CHROME}`, 5, 'android', 'android'],
  ['Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0', 5, 'android', 'android'],
  ['Something new', 0, 'other', 'other'],
] as const;

describe('browserKind', () => {
  it('knows where each browser and each system keeps its permissions', () => {
    const found = CASES.map(([userAgent, maxTouchPoints]) => {
      const facts = { userAgent, maxTouchPoints };
      return [browserKind(facts), systemKind(facts)];
    });
    expect(found).to.deep.equal(CASES.map(([, , browser, system]) => [browser, system]));
  });
});
