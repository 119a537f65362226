import type { MeetError } from '../errors.js';

/** Tells an error of each code once: a peer that lies could cause it a thousand times a second. */
export class Complaints {
  readonly #told = new Set<string>();

  constructor(private readonly onError: (error: MeetError) => void) {}

  tell(error: MeetError): void {
    if (this.#told.has(error.code)) return;
    this.#told.add(error.code);
    this.onError(error);
  }
}
