import { type Bytes, compareBytes, framed, hashOf, u32 } from './bytes.js';

/** Digits of the safety code: a round lets somebody between try once, and `round-limit.ts` bounds the rounds. */
const DIGITS = 9;

/** Somebody's part of a code. */
interface Part {
  readonly record: Uint8Array;
  readonly nonce: Uint8Array;
}

/** Names those who are in a room: whoever sees the same people has the same. */
export const viewOf = (room: string, records: readonly Uint8Array[]): Promise<Bytes> =>
  hashOf('SHA-256', framed('private-meet view 1', room, ...[...records].sort(compareBytes)));

/** What binds somebody to their part of a round, and does not tell it. */
export const commitmentOf = (view: Uint8Array, e: number, { record, nonce }: Part): Promise<Bytes> =>
  hashOf('SHA-256', framed('private-meet commit 1', view), u32(e), framed(record, nonce));

/** The code of a round, in threes: `482 917 305`. */
export const codeOf = async (view: Uint8Array, e: number, parts: readonly Part[]): Promise<string> => {
  const sorted = [...parts].sort((a, b) => compareBytes(a.record, b.record));
  const pieces = sorted.map(({ record, nonce }) => framed(record, nonce));
  const hash = await hashOf('SHA-256', framed('private-meet code 1', view), u32(e), ...pieces);
  const number = new DataView(hash.buffer).getBigUint64(0);
  return String(number)
    .slice(-DIGITS)
    .padStart(DIGITS, '0')
    .replace(/\d{3}(?=\d)/g, '$& ');
};
