import type { MeetError } from '../errors.js';
import type { ServerMessage } from '../protocol/messages.js';
import type { Priority } from './send-queue.js';
import type { Time } from './time.js';

/** A line to the server that comes back by itself: what the rest sees of signaling. */
export interface Channel {
  /** Connects for the first time. Rejects with a `MeetError`; later losses are mended and told by the handlers. */
  open(signal: AbortSignal): Promise<void>;
  /** Queues a frame; one with the `key` of a frame that still waits takes its place. Dropped while the line is down. */
  send(frame: string, priority: Priority, key?: string): void;
  /** How many are in the room, for pacing. */
  set people(count: number);
  /** A frame of ours came back: the line lives both ways, and the room has us. */
  echoed(): void;
  /** The server finds that we send too much: half the pace for a while. False when that was so already. */
  slow(): boolean;
  readonly isSlow: boolean;
  /** How long a frame there and back took last, ms: nothing is missed, or said again, before. */
  readonly trip: number;
  /** Proves now that the line is alive, and mends it when it is not. */
  probe(): void;
  /** The same with reason to doubt it: the page slept, the network came or went. Judges soon. */
  doubt(): void;
  /** The same after a frame that will be answered anyway: nothing more is said. */
  suspect(): void;
  /** Sends what waits for the whole room, and closes for good. */
  close(): void;
}

export interface ChannelHandlers {
  /** The clock that limits go by: it stands still while our own timers are late. */
  readonly time?: Time;
  /** The line is up, for the first time or again: join the room now. */
  readonly onUp: () => void;
  /** The line is down and being mended. */
  readonly onDown: () => void;
  readonly onMessage: (message: ServerMessage) => void;
  /** An attempt to mend the line failed, and why, told once for each reason; the next one follows. */
  readonly onRefused: (error: MeetError) => void;
  /** Sends a word whose echo proves that the line is alive. */
  readonly ping: () => void;
  /** What we sent did not come back in time, though the line may live: ask the room whether it has us. */
  readonly onMissing: () => void;
}
