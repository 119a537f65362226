import type { Shown } from '../../protocol/shown.js';
import type { Layout, Saving } from '../../room/types.js';
import type { DeviceName } from './device-toggle.js';
import type { PanelName } from './view-state.js';

/** What inner elements may ask of the meeting, with what they add. */
export interface RoomRequests {
  /** `without`: devices that failed in the lobby, and are not asked for again on the way in. */
  join: { name: string; without?: readonly DeviceName[] };
  /** A person may be about to join, by this name if they are a guest. */
  prepare: { name: string };
  leave: undefined;
  /** Open the devices that one would join with, to look at oneself first. */
  preview: undefined;
  /** Turns it over, or as `on` says. */
  'toggle-microphone': { on: boolean } | undefined;
  'toggle-camera': undefined;
  'toggle-screen': undefined;
  'raise-hand': undefined;
  reaction: { emoji: string };
  /** `settle` is told once whether it was taken: a page may refuse it, and then it is still the person's to send. */
  'send-message': { text: string; settle: (isTaken: boolean) => void };
  /** One that was not sent goes to who has not got it. */
  'retry-message': { id: string };
  /** One that was not sent goes out of the list. */
  'drop-message': { id: string };
  /** To everybody. `settle` is told once which were not taken. `keepsWhere`: location and camera data stay in pictures. */
  'send-files': { files: readonly File[]; keepsWhere: boolean; settle?: (refused: readonly File[]) => void };
  /** In the task of the press: some browsers ask where to put it. */
  'accept-file': { id: string };
  'decline-file': { id: string };
  'cancel-transfer': { id: string };
  /** One writes something just now, or no longer. */
  'set-typing': { typing: boolean };
  /** All messages there are were seen. */
  'read-messages': undefined;
  /** With a secret, which `secretOf` tells. */
  'set-chat-passphrase': undefined;
  /** Whether messages may go to people with an app that is not ours, sealed under the room's name alone. */
  'answer-older-apps': { allow: boolean };
  /** With a secret: what proves to each other that one knows it; tried with all who are not verified. */
  'set-passphrase': undefined;
  /** The others say that they see this safety code too. `settle` is told once whether it was the current one. */
  'confirm-safety-code': { code: string; settle?: (isCurrent: boolean) => void };
  /** Somebody sees another one: nobody is verified by the code any more. */
  'doubt-safety-code': undefined;
  /** What hosts do with those who wait, and with those who are there. */
  admit: { id: string };
  deny: { id: string };
  'remove-peer': { id: string };
  'ask-to-mute': { id: string };
  'ask-to-unmute': { id: string };
  lock: { on: boolean };
  'end-for-all': undefined;
  /** Puts somebody on the stage, by id; `null` for nobody. */
  pin: { id: string | null };
  'flip-camera': undefined;
  'toggle-mirror': undefined;
  'set-device': { kind: MediaDeviceKind; deviceId: string };
  /** How loud a peer is, 0…1. */
  'set-volume': { id: string; volume: number };
  'set-layout': { layout: Layout };
  'set-saving': { saving: Saving };
  /** What a view shows of each peer, by id; `null`: it is gone. */
  'report-shown': { shown: ReadonlyMap<string, Shown> | null };
  'start-audio': undefined;
  /** The browser refused to play a peer's sound. */
  'audio-blocked': undefined;
  'dismiss-notice': undefined;
  /** Of the view, not of the meeting, as all that follow: which panel stands beside the stage, `null` for none. */
  'show-panel': { panel: PanelName | null };
  /** A menu opens, whose parts may not have come yet. */
  'open-menu': undefined;
  /** Something is shown of which parts may not have come yet. */
  'want-parts': undefined;
  'show-shortcuts': { open: boolean };
  'toggle-self-view': undefined;
  'toggle-full-screen': undefined;
  'toggle-pip': undefined;
}

export type RoomRequest = keyof RoomRequests;

/** Beside the events that ask with them, which a page sees on their way: no secret stands in an event. */
const secrets = new WeakMap<Event, string>();

/** Asks the meeting for something. Internal: `<private-meet>` ends it. */
export class RequestEvent<R extends RoomRequest = RoomRequest> extends Event {
  constructor(
    readonly request: R,
    readonly detail?: RoomRequests[R],
    secret?: string,
  ) {
    super('pm-request', { bubbles: true, composed: true });
    if (secret !== undefined) secrets.set(this, secret);
  }
}

export const secretOf = (event: Event): string | undefined => secrets.get(event);

declare global {
  interface HTMLElementEventMap {
    'pm-request': RequestEvent;
  }
}
