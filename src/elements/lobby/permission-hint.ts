import type { MeetError } from '../../errors.js';
import { whole } from '../../locales/en.js';
import type { FirstStrings } from '../../locales/first/en.js';
import { isDOMException } from '../../protocol/kind.js';
import { browserKind, systemKind, type BrowserFacts } from './browser-kind.js';

/** How a refused device is allowed in this browser on this system. */
export const permissionHint = (error: MeetError, table: FirstStrings, facts: BrowserFacts = navigator): string => {
  const words = whole(table);
  const device = error.device ?? 'camera';
  if (error.by === 'system') return words.allowInSystem[systemKind(facts)](device);
  // Chromium: the question was closed without an answer, and will be asked again.
  const isDismissed = isDOMException(error.cause) && /dismissed/iu.test(error.cause.message);
  return isDismissed ? words.askedAgain : words.allowInBrowser[browserKind(facts)](device);
};
