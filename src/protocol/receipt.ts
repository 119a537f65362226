import { LINE_KINDS, type LineKind } from './extensions.js';
import { isRecord, safeInteger } from './shape.js';
import { readShown, type Shown } from './shown.js';

/** RTP packets that have come in, by line, since the connection began: so that the other end knows whether it is heard. */
export type Receipt = Readonly<Partial<Record<LineKind, number>>>;

/** Between peers of ours, over their data channel, once a second: the pair's heartbeat as well. */
export interface ReceiptWord {
  readonly heard: Receipt;
  /** Lines whose pictures come in and are not decoded, so that a key frame is due. */
  readonly undecoded: readonly LineKind[];
  /** How high the pictures of whom it goes to are shown: no more need be sent. */
  readonly shown?: Shown | undefined;
}

export const serializeReceipt = ({ heard, undecoded, shown }: ReceiptWord): string =>
  JSON.stringify({ v: 1, heard, ...(undecoded.length > 0 ? { undecoded } : {}), shown });

/** `undefined` for anything that is not a receipt; what is no count, and no line's name, is left out. */
export const parseReceipt = (data: unknown): ReceiptWord | undefined => {
  if (typeof data !== 'string' || data.length > 1024) return undefined;
  try {
    const value: unknown = JSON.parse(data);
    if (!isRecord(value) || value['v'] !== 1 || !isRecord(value['heard'])) return undefined;
    const { heard, undecoded } = value;
    const counts = LINE_KINDS.flatMap((kind) => {
      const count = Object.hasOwn(heard, kind) ? safeInteger(heard[kind]) : undefined;
      return count === undefined ? [] : [[kind, count] as const];
    });
    const lines = Array.isArray(undecoded) ? LINE_KINDS.filter((kind) => undecoded.includes(kind)) : [];
    const shown = readShown(value['shown']);
    return { heard: Object.fromEntries(counts), undecoded: lines, ...(shown ? { shown } : {}) };
  } catch {
    return undefined; // Not JSON, so not a receipt.
  }
};
