import { LINE_KINDS, type LineKind } from './extensions.js';
import { isRecord, safeInteger } from './shape.js';

/** RTP packets that have come in, by line, since the connection began: so that the other end knows whether it is heard. */
export type Receipt = Readonly<Partial<Record<LineKind, number>>>;

/** Between peers of ours, over their data channel, once a second: the pair's heartbeat as well. */
export const serializeReceipt = (heard: Receipt): string => JSON.stringify({ v: 1, heard });

/** `undefined` for anything that is not a receipt; a count that is no number is left out. */
export const parseReceipt = (data: unknown): Receipt | undefined => {
  if (typeof data !== 'string' || data.length > 1024) return undefined;
  try {
    const value: unknown = JSON.parse(data);
    if (!isRecord(value) || value['v'] !== 1 || !isRecord(value['heard'])) return undefined;
    const { heard } = value;
    const counts = LINE_KINDS.flatMap((kind) => {
      const count = Object.hasOwn(heard, kind) ? safeInteger(heard[kind]) : undefined;
      return count === undefined ? [] : [[kind, count] as const];
    });
    return Object.fromEntries(counts);
  } catch {
    return undefined; // Not JSON, so not a receipt.
  }
};
