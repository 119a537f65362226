import { MeetError } from '../errors.js';

/** What of the browser a call needs, and this one lacks; `undefined` when all is there. */
export const environmentError = (): MeetError | undefined => {
  // Without a secure context there are no devices at all (Media Capture, 10.1), so it is the reason to name first.
  if (!globalThis.isSecureContext) return new MeetError('insecure-context', 'the page is not a secure context (https)');
  if (typeof globalThis.RTCPeerConnection !== 'function') {
    return new MeetError('unsupported-browser', 'this browser has no RTCPeerConnection');
  }
  if (typeof globalThis.WebSocket !== 'function') {
    return new MeetError('unsupported-browser', 'this browser has no WebSocket');
  }
  return undefined;
};
