import type { Layout } from '../room/types.js';

/** What inner elements may ask of the meeting, with what they add. */
export interface RoomRequests {
  join: { name: string };
  leave: undefined;
  /** Open the devices that one would join with, to look at oneself first. */
  preview: undefined;
  'toggle-microphone': undefined;
  'toggle-camera': undefined;
  'toggle-screen': undefined;
  'raise-hand': undefined;
  reaction: { emoji: string };
  /** Puts somebody on the stage, by id; `null` for nobody. */
  pin: { id: string | null };
  'set-device': { kind: MediaDeviceKind; deviceId: string };
  /** How loud a peer is, 0…1. */
  'set-volume': { id: string; volume: number };
  'set-layout': { layout: Layout };
  'start-audio': undefined;
  /** The browser refused to play a peer's sound. */
  'audio-blocked': undefined;
  'dismiss-notice': undefined;
}

export type RoomRequest = keyof RoomRequests;

/** Asks the meeting for something. Internal: `<private-meet>` ends it. */
export class RequestEvent<R extends RoomRequest = RoomRequest> extends Event {
  constructor(
    readonly request: R,
    readonly detail?: RoomRequests[R],
  ) {
    super('pm-request', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'pm-request': RequestEvent;
  }
}
