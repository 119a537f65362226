import type { PairWord } from '../protocol/extensions.js';
import type { Signal } from '../protocol/messages.js';
import type { PeerState } from '../protocol/peer-state.js';
import type { Patience } from './gather.js';
import type { Audience } from './lines.js';

/** The pair that a connection serves. */
export interface Pair {
  /** Id of our connection, `connectionId`. */
  readonly id: string;
  readonly isPolite: boolean;
  /** Our own state, to go with a description; `undefined` to whom nothing goes. */
  readonly describeState: () => PeerState | undefined;
  /** Whether the other end is one of ours; may become true while we talk. */
  readonly isOurs: () => boolean;
  /** Who our tracks go to on this connection. */
  readonly audience: () => Audience;
  /** Whether a description of theirs may be applied: not one that names another certificate than theirs. */
  readonly accepts: (sdp: string, x: PairWord | undefined) => boolean;
  /** How long a description waits for candidates; `undefined`: it goes out at once, and what is found meanwhile after. */
  readonly patience: () => Patience | undefined;
  /** Whether silence is not to be sent: many are there, and most of them listen. */
  readonly wantsDtx: () => boolean;
  readonly send: (signal: Signal) => void;
  /** An offer was answered, by them or by us. */
  readonly onSettled: () => void;
  /** The answer came from another connection than the one that ours was made with. */
  readonly onStranger: () => void;
  /** The browser refused a description, theirs or ours. */
  readonly onRefused: (error: unknown) => void;
}
