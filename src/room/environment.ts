import { MeetError } from '../errors.js';

/**
 * What is used without asking again whether it is there, by us or by our elements. The oldest that have it all, by MDN's
 * compatibility data, are Chrome 120, Firefox 125 and Safari 17.4: the words of the error name them.
 */
const needed = (): Record<string, unknown> => ({
  RTCPeerConnection: globalThis.RTCPeerConnection,
  WebSocket: globalThis.WebSocket,
  'crypto.randomUUID': 'randomUUID' in crypto,
  'navigator.mediaDevices': 'mediaDevices' in navigator,
  'AbortSignal.any': 'any' in AbortSignal, // Chrome 116, Firefox 124, Safari 17.4
  'URL.canParse': 'canParse' in URL, // Chrome 120, Firefox 115, Safari 17
  'Intl.Segmenter': 'Segmenter' in Intl, // Chrome 87, Firefox 125, Safari 14.1
  showPopover: 'showPopover' in HTMLElement.prototype, // Chrome 114, Firefox 125, Safari 17
  checkVisibility: 'checkVisibility' in Element.prototype, // Chrome 105, Firefox 106, Safari 17.4
});

/** What of the browser a call needs, and this one lacks; `undefined` when all is there. */
export const environmentError = (): MeetError | undefined => {
  // Without a secure context there are no devices at all (Media Capture, 10.1), so it is the reason to name first.
  if (!globalThis.isSecureContext) return new MeetError('insecure-context', 'the page is not a secure context (https)');
  const [lacks] = Object.entries(needed()).find(([, there]) => !there) ?? [];
  return lacks === undefined ? undefined : new MeetError('unsupported-browser', `this browser has no ${lacks}`);
};
