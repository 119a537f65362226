import { LIMITS } from '../../protocol/limits.js';
import type { OlderApps } from '../../chat/message.js';

/** Bytes of UTF-8 that a deployed client's message has room for, sealed (PROTOCOL). */
const SEALED = 3_683;
/** Of a limit, from where on it is told how much is left: 2,800 of 3,000. */
const NEAR = 2_800 / 3_000;

const encoder = new TextEncoder();

/** Whether a message may have to go to an app that takes less. */
const isSealed = (state: OlderApps): boolean => state !== 'none' && state !== 'left-out';

/** How many characters (UTF-16 units) at the end of a text are over. */
const over = (text: string, sealed: boolean): number => {
  if (!sealed || encoder.encode(text).length <= SEALED) return Math.max(0, text.length - LIMITS.message);
  const room = new Uint8Array(SEALED);
  return text.length - Math.min(encoder.encodeInto(text, room).read, LIMITS.message);
};

/** How far a text is from what a message can hold: `left` once it is near, `over` where it is more. */
export interface Room {
  readonly over: number;
  /** About how many characters more there is room for. */
  readonly left: number | undefined;
}

/** By whichever limit is nearer. */
export const roomFor = (written: string, olderApps: OlderApps): Room => {
  const text = written.trim();
  const used = text.length / LIMITS.message;
  const sealed = isSealed(olderApps) ? encoder.encode(text).length / SEALED : 0;
  const nearer = Math.max(used, sealed);
  const left = nearer < NEAR ? undefined : Math.max(0, Math.floor(text.length / nearer - text.length));
  return { over: over(text, isSealed(olderApps)), left };
};
