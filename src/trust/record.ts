import { type Bytes, framed } from './bytes.js';

/** Somebody in one session: who they say they are, and the key that their connections have. */
export interface Person {
  readonly session: string;
  readonly id: string;
  readonly name: string;
  /** SHA-256 of their certificate, 32 bytes. Of others: as DTLS saw it, never as it is said. */
  readonly fingerprint: Uint8Array;
}

/** All that the two ends must agree on of somebody. */
export const recordOf = ({ session, id, name, fingerprint }: Person): Bytes => framed(session, id, name, fingerprint);
