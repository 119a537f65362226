import { MeetEvent } from './events.js';
import type { House, Peer } from './types.js';

/** Somebody waits to be let in: for hosts. */
export class KnockEvent extends MeetEvent {
  constructor(
    readonly id: string,
    readonly name: string,
  ) {
    super('pm-knock');
  }
}

/** Whether the room is locked, whether newcomers wait, or what we may do there is another than before. */
export class HouseChangeEvent extends MeetEvent {
  constructor(readonly house: House | undefined) {
    super('pm-house-change');
  }
}

/** A host asks us to mute, which is done already, or to unmute, which nobody does for us. */
export class HostAskEvent extends MeetEvent {
  constructor(
    readonly ask: 'mute' | 'unmute',
    /** The host. */
    readonly peer: Peer,
  ) {
    super('pm-host-ask');
  }
}
