/** Every code that `MeetError.code` can have. Stable: pages match on these. */
export const MEET_ERROR_CODES = [
  'unsupported-browser',
  'insecure-context',
  'room-missing',
  'room-invalid',
  'server-invalid',
  'token-missing',
  'token-malformed',
  'token-expired',
  'token-rejected',
  'sign-in-failed',
  'origin-refused',
  'offline',
  'server-unreachable',
  'server-closed',
  'rate-limited',
  'room-full',
  'duplicate-identity',
  'permission-denied',
  'device-missing',
  'device-busy',
  'device-lost',
  'screen-share-failed',
  'peer-unreachable',
  'relay-required',
  'ice-servers-invalid',
  'message-invalid',
  'message-undecryptable',
  'file-rejected',
  'file-failed',
  'passphrase-missing',
  'peer-refused',
  'tampered',
  'trust-unsupported',
  'room-locked',
  'not-admitted',
  'not-joined',
  'aborted',
  'protocol',
  'internal',
] as const;

export type MeetErrorCode = (typeof MEET_ERROR_CODES)[number];

/** What a failure was about, so that words can name it. Never holds a secret. */
export interface MeetErrorDetails {
  /** The device of `permission-denied`, `device-missing`, `device-busy`, `device-lost`. */
  device?: 'microphone' | 'camera';
  /** Who said no, of `permission-denied`; `policy` of `screen-share-failed` too. */
  by?: 'user' | 'policy' | 'system' | 'unknown';
  /**
   * Whether what was in use goes on: of `device-missing` and `device-busy` for a device that was chosen, of `device-lost`
   * for one that is open and gives nothing, of `screen-share-failed` for its sound.
   */
  kept?: boolean;
  /** The user id of the peer, of `peer-unreachable`, `peer-refused`, `tampered` and `protocol`. */
  peer?: string;
  /** Why, of `peer-refused`: what `Peer.refusal` says; of `not-admitted`: `denied`, `removed`, `ended`, or another word of the server's. */
  reason?: string;
  /** Whether a TURN server was configured, of `peer-unreachable`. */
  relay?: boolean;
  /** Seconds until another try makes sense, of `rate-limited`; 0 where what the page or the server said may be another next time. */
  retryAfter?: number;
}

/** A failure a page can act on: `code` is stable API, `message` is for developers. */
export class MeetError extends Error {
  override readonly name = 'MeetError';
  /** Whether the meeting ended (or never began) because of it. */
  fatal = false;
  readonly device?: 'microphone' | 'camera';
  readonly by?: 'user' | 'policy' | 'system' | 'unknown';
  readonly kept?: boolean;
  readonly peer?: string;
  readonly reason?: string;
  readonly relay?: boolean;
  readonly retryAfter?: number;

  constructor(
    readonly code: MeetErrorCode,
    message: string,
    options: ErrorOptions & MeetErrorDetails = {},
  ) {
    const { cause, ...details } = options;
    super(message, cause === undefined ? undefined : { cause });
    Object.assign(this, details);
  }
}
