import { atom } from 'nanostores';
import type { Meeting } from '../../core.js';
import type { RequestEvent } from '../shared/request-event.js';

/** Does what is asked for by what is not there from the beginning. */
export const $lateRequests = atom<((host: HTMLElement, meeting: Meeting, event: RequestEvent) => void) | undefined>();
