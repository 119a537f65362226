import { Rate } from '../signaling/rate.js';
import type { Time } from '../signaling/time.js';

/** Rounds of the safety code that we take part in: each is one try for somebody between, so this is why nine digits suffice. */
export const roundLimit = (time: Time): Rate => new Rate({ burst: 12, perSecond: 0.1 }, time);
