/** Browsers that keep their permissions in different places. */
export type BrowserKind = 'chrome' | 'edge' | 'firefox' | 'safari' | 'iosSafari' | 'iosOther' | 'android' | 'other';
/** Systems that keep theirs in different places. */
export type SystemKind = 'mac' | 'windows' | 'android' | 'ios' | 'other';

/** What of `navigator` tells them apart. */
export interface BrowserFacts {
  readonly userAgent: string;
  /** An iPad says that it is a Mac; no Mac has a touch screen. */
  readonly maxTouchPoints: number;
}

export const systemKind = ({ userAgent, maxTouchPoints }: BrowserFacts): SystemKind => {
  if (/iPhone|iPad|iPod/u.test(userAgent) || (userAgent.includes('Macintosh') && maxTouchPoints > 1)) return 'ios';
  if (userAgent.includes('Android')) return 'android';
  if (userAgent.includes('Macintosh')) return 'mac';
  return userAgent.includes('Windows') ? 'windows' : 'other';
};

/** Words only hang on it, so what the browser says of itself is good enough. */
export const browserKind = (facts: BrowserFacts): BrowserKind => {
  const { userAgent } = facts;
  const system = systemKind(facts);
  if (system === 'ios') return /CriOS|FxiOS|EdgiOS|OPT\//u.test(userAgent) ? 'iosOther' : 'iosSafari';
  if (system === 'android') return 'android';
  if (userAgent.includes('Firefox/')) return 'firefox';
  if (userAgent.includes('Edg/')) return 'edge';
  if (userAgent.includes('Chrome/')) return 'chrome';
  return userAgent.includes('Safari/') ? 'safari' : 'other';
};
