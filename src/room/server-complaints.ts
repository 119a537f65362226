import { MeetError } from '../errors.js';

/** Complaints of the server that are told apart, for it can make up any number. */
const MOST = 32;

export interface ServerComplaintsHandlers {
  /** The room does not have us. */
  readonly onEvicted: () => void;
  /** We send too much: whether that is news. */
  readonly slow: () => boolean;
  readonly onError: (error: MeetError) => void;
  /** It will never have us. */
  readonly onEnded: (error: MeetError) => void;
}

/** What the server says is wrong (protocol.md, `general.error`), each kind told once. */
export class ServerComplaints {
  readonly #told = new Set<string>();

  constructor(private readonly handlers: ServerComplaintsHandlers) {}

  handle(text: string): void {
    const { onEvicted, slow, onError, onEnded } = this.handlers;
    const says = `the server says: ${text}`;
    if (text.startsWith("You can't send")) onEvicted();
    else if (text.startsWith('Room ID')) onEnded(new MeetError('room-invalid', says));
    else if (/^(?:Rate limit|Server busy)/u.test(text)) {
      if (slow()) onError(new MeetError('rate-limited', says, { retryAfter: 30 }));
    } else if (!this.#told.has(text) && this.#told.size < MOST) {
      this.#told.add(text);
      onError(new MeetError('protocol', says));
    }
  }
}
