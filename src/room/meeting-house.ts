import type { HostDesk } from './host-desk.js';
import { MeetingTalk } from './meeting-talk.js';
import type { House, Knock } from './types.js';

/** What a host does in a meeting, on servers with host tools; each rejects with `not-joined`, and with `protocol` for who is no host. */
export abstract class MeetingHouse extends MeetingTalk {
  /** What the server says of the room, and what we may do there; `undefined` on servers without host tools, and outside a call. */
  get house(): House | undefined {
    return this.store.$house.get();
  }

  /** Who waits to be let in, for hosts; the same list until it changes. */
  get knocks(): readonly Knock[] {
    return this.store.$knocks.get();
  }

  /** Lets somebody in who waits. @throws {MeetError} */
  admit(id: string): Promise<void> {
    return this.#say('admit', id);
  }

  /** Turns somebody away who waits. @throws {MeetError} */
  deny(id: string): Promise<void> {
    return this.#say('deny', id);
  }

  /** Puts somebody out, who stays out while the room lives. @throws {MeetError} */
  removePeer(id: string): Promise<void> {
    return this.#say('remove', id);
  }

  /** Lets nobody new in but hosts, or everybody again; by default what is not so. @throws {MeetError} */
  lock(on = !this.house?.locked): Promise<void> {
    return this.#say('house', on);
  }

  /** Asks somebody to mute: ours do so at once. @throws {MeetError} */
  askToMute(id: string): Promise<void> {
    return this.#say('ask', id, 'mute');
  }

  /** Asks somebody to unmute: they choose. @throws {MeetError} */
  askToUnmute(id: string): Promise<void> {
    return this.#say('ask', id, 'unmute');
  }

  /** Ends the meeting for everybody, oneself among them. @throws {MeetError} */
  endForAll(): Promise<void> {
    return this.#say('end');
  }

  async #say(...of: Parameters<HostDesk['say']>): Promise<void> {
    (await this.messaging()).host.say(...of);
  }
}
