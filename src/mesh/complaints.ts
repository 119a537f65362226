import { MeetError } from '../errors.js';

/** Tells an error of each code once: a peer that lies could cause it a thousand times a second. */
export class Complaints {
  readonly #told = new Set<string>();

  constructor(private readonly onError: (error: MeetError) => void) {}

  tell(error: MeetError): void {
    if (this.#told.has(error.code)) return;
    this.#told.add(error.code);
    this.onError(error);
  }

  /** Nobody has come through to a peer, and we have tried. `relay`: whether through a TURN server too. */
  tellPathless(peer: string, relay: boolean): void {
    const why = relay ? 'no path to a peer, through the TURN server neither' : 'no path to a peer, and no TURN server';
    this.tell(new MeetError('peer-unreachable', why, { peer, relay }));
  }
}
