import type { MeetError } from '../errors.js';

/** What failed, and what to do about it. */
export interface ErrorWords {
  readonly title: string;
  readonly hint: string;
}

/** The words for one code; `peerName` is that of the peer the failure is about. */
export type Words = (error: MeetError, peerName?: string) => ErrorWords;

/** The same words whatever the details. */
export const say =
  (title: string, hint: string): Words =>
  () => ({ title, hint });

/** With its first letter large, where a device's name begins a title. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
