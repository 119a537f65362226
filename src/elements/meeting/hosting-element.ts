import type { House, Knock } from '../../room/types.js';
import { NONE } from './meeting-host.js';
import { TalkingElement } from './talking-element.js';

/** What a host does by `<private-meet>`, on servers with host tools. */
export abstract class HostingElement extends TalkingElement {
  /** What the server says of the room, and what one may do there; `undefined` where it has no host tools, and outside a call. */
  get house(): House | undefined {
    return this.talk.facts?.house;
  }

  /** Who waits to be let in, for hosts. */
  get knocks(): readonly Knock[] {
    return this.talk.facts?.knocks ?? NONE;
  }

  /** Lets somebody in who waits, by id. @throws MeetError */
  async admit(id: string): Promise<void> {
    await this.talk.current().admit(id);
  }

  /** Turns somebody away who waits. @throws MeetError */
  async deny(id: string): Promise<void> {
    await this.talk.current().deny(id);
  }

  /** Puts somebody out, who stays out while the room lives. @throws MeetError */
  async removePeer(id: string): Promise<void> {
    await this.talk.current().removePeer(id);
  }

  /** Lets nobody new in but hosts, or everybody again, or over when it is not said which. @throws MeetError */
  async lock(on?: boolean): Promise<void> {
    await this.talk.current().lock(on);
  }

  /** Asks somebody to mute: this element does so at once there, and says who asked. @throws MeetError */
  async askToMute(id: string): Promise<void> {
    await this.talk.current().askToMute(id);
  }

  /** Asks somebody to unmute, who chooses. @throws MeetError */
  async askToUnmute(id: string): Promise<void> {
    await this.talk.current().askToUnmute(id);
  }

  /** Ends the meeting for everybody. @throws MeetError */
  async endForAll(): Promise<void> {
    await this.talk.current().endForAll();
  }
}
