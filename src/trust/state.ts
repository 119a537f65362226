/**
 * How far one knows who is at the other end. `pending`: nothing was said yet; `unsupported`: an app that can't prove anything;
 * `unverified`: one that could; `passphrase`: they proved that they know ours; `code`: somebody here says that the safety code is the
 * same at their end; `refused`: something is wrong, see `Refusal`.
 */
export type TrustLevel = 'pending' | 'unverified' | 'unsupported' | 'passphrase' | 'code' | 'refused';

/**
 * Why nothing goes to somebody and nothing of theirs is shown. `passphrase`: theirs is another one, or somebody sits between;
 * `no-passphrase`: they have none; `unsupported`: their app can't prove one; `identity`: the connection leads to somebody else;
 * `name`: the server shows another name than their own; `changed`: another key than before; `attempts`: too many were tried here;
 * `liar`: their part of the safety code is wrong.
 */
export type Refusal =
  'passphrase' | 'no-passphrase' | 'unsupported' | 'identity' | 'name' | 'changed' | 'attempts' | 'liar';

/** What is known of somebody. */
export interface PeerTrust {
  readonly trust: TrustLevel;
  /** Whether it is certain that nobody sits between: `passphrase` or `code`. */
  readonly verified: boolean;
  readonly refusal: Refusal | undefined;
}

export const PENDING: PeerTrust = Object.freeze({ trust: 'pending', verified: false, refusal: undefined });

/** The safety code of the room, as it stands: the same for all whom it covers, where nobody sits between any two of them. */
export interface Safety {
  /** `alone`: nobody of ours is there; `forming`: on its way; `split`: not everybody sees the same people, so there is none. */
  readonly state: 'alone' | 'forming' | 'ready' | 'split';
  /** Nine digits in threes (`482 917 305`), while `ready`. */
  readonly code: string | undefined;
  /** Ids of the peers whom the code covers. */
  readonly covers: readonly string[];
  /** Ids of the peers whom it does not: older apps, and who does not see all of us. */
  readonly missing: readonly string[];
}

export const NO_SAFETY: Safety = Object.freeze({
  state: 'alone',
  code: undefined,
  covers: Object.freeze([]),
  missing: Object.freeze([]),
});
