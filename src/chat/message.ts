/** One message of the chat: an immutable snapshot, a new one for every change. */
export interface Message {
  /** Unlike any other message's. */
  readonly id: string;
  readonly from: { readonly id: string; readonly name: string };
  readonly own: boolean;
  /** Empty while it is `protected`. */
  readonly text: string;
  /** When it came in here, or was written here. */
  readonly at: Date;
  /**
   * Of ours: `queued` while it could go to nobody yet, `sending` until all whom it was for have it, then `sent`; or `failed`: somebody
   * has not got it. Of others: `received`, or `protected`: we lack the passphrase that it was written under.
   */
  readonly state: 'queued' | 'sending' | 'sent' | 'failed' | 'received' | 'protected';
  /** Of ours: names of those who have not got it. Empty for who are reached by the server: they count as one, named by none. */
  readonly waitingFor: readonly string[];
  /** Of one that is `protected`: it opens under another passphrase, or under none. */
  readonly why?: 'other-passphrase' | 'malformed';
}

/**
 * Whether people with an app that is not ours are there, and what of the chat goes to them, by way of the server: `none` are there;
 * `ask`: nobody has said yet, and nothing goes; `room-name`: sealed under the room's name alone; `passphrase`: sealed under
 * `chatPassphrase`; `left-out`: nothing goes.
 */
export type OlderApps = 'none' | 'ask' | 'room-name' | 'passphrase' | 'left-out';
