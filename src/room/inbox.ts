import type { Mesh } from '../mesh/mesh.js';
import { sessionOf } from '../protocol/extensions.js';
import {
  type AddressedSignal,
  type ChatMessage,
  type House,
  type HouseWord,
  isSignal,
  type ServerMessage,
} from '../protocol/messages.js';
import type { Channel } from '../signaling/channel.js';
import type { DuplicateWatch } from './duplicate-watch.js';
import type { Entrance } from './entrance.js';
import { costsOf, FloodGuard } from './flood-guard.js';
import type { LineWatch } from './line-watch.js';
import type { Membership } from './membership.js';
import type { ServerComplaints } from './server-complaints.js';

/** What of a session hears what comes in. */
export interface InboxParts {
  /** The room on the wire. */
  readonly room: string;
  readonly session: string;
  readonly selfId: () => string;
  readonly line: LineWatch;
  readonly entrance: Entrance;
  readonly complaints: ServerComplaints;
  readonly duplicates: DuplicateWatch;
  readonly membership: () => Membership;
  readonly channel: () => Channel;
  readonly mesh: () => Mesh;
  readonly onChat: (message: ChatMessage | HouseWord) => void;
  readonly onHouse: (house: House | undefined) => void;
  /** Somebody has to let us in; whether there is somebody who can. */
  readonly onWaiting: (host: boolean) => void;
  readonly onRefused: (reason: string) => void;
  /** The server has ICE servers of its own. */
  readonly onIce: () => unknown;
  /** Somebody sends too much and is not heard any more. */
  readonly onFlood: (id: string) => void;
}

/** What comes in from the server: sorts it, and has those hear it whom it concerns. */
export class Inbox {
  readonly #guard: FloodGuard;

  constructor(private readonly parts: InboxParts) {
    this.#guard = new FloodGuard(parts.onFlood);
  }

  isCutOff(id: string): boolean {
    return this.#guard.isCutOff(id);
  }

  readonly handle = (message: ServerMessage): void => {
    const { line, entrance, complaints, room } = this.parts;
    line.heard();
    if (!entrance.isWanted) return;
    if (message.type === 'general.error') {
      complaints.handle(message.error);
      return;
    }
    if (message.room !== room) return;
    if (message.type === 'room.users') {
      const { users, house, hasIce } = message;
      if (hasIce) this.parts.onIce();
      const us = users.find(({ id }) => id === this.parts.selfId());
      if (us) this.parts.onHouse(house && { ...house, role: us.role });
      this.parts.channel().people = users.length;
      if (this.parts.membership().handleUsers(users)) entrance.answered();
    } else if (message.type === 'room.waiting') {
      entrance.wait();
      this.parts.channel().echoed(); // it has heard us
      this.parts.onWaiting(message.host);
    } else if (message.type === 'room.refused') this.parts.onRefused(message.reason);
    else if (message.type === 'room.knocks' || message.type === 'host.ask') this.parts.onChat(message);
    else if (message.from === this.parts.selfId()) this.#handleEcho(message);
    else if (this.#guard.admits(message.from, costsOf(message))) this.#handleTheirs(message);
  };

  /** The relay gives us back what is sent under our id, by us or by somebody who has it too. */
  #handleEcho(message: AddressedSignal | ChatMessage): void {
    const { session, channel, duplicates, onChat } = this.parts;
    if (message.type === 'chat.message') return onChat(message);
    const word = isSignal(message) ? undefined : message.x;
    const theirs = isSignal(message) ? sessionOf(message.x?.from ?? '') : word?.session;
    if (theirs === session) channel().echoed();
    if (!word) return;
    if (theirs === session) duplicates.handleEcho(word);
    else duplicates.handleForeign(word);
  }

  #handleTheirs(message: AddressedSignal | ChatMessage): void {
    const { from } = message;
    const [membership, word] = [this.parts.membership(), message.type === 'chat.typing' ? message.x : undefined];
    if (membership.isStranger(from) && word?.word !== 'bye') this.parts.entrance.ask(false);
    if (isSignal(message)) this.#handleSignal(message);
    else if (!word) this.parts.onChat(message);
    else {
      membership.handleWord(from, word);
      this.parts.mesh().get(from)?.other.noteOwnWord();
    }
  }

  #handleSignal(signal: AddressedSignal): void {
    const { from, to, x } = signal;
    if (to !== this.parts.selfId()) return;
    // For an earlier session of ours, or another one with our id; or from a second one with theirs.
    if (x?.to !== undefined && sessionOf(x.to) !== this.parts.session) return;
    if (x && !this.parts.membership().accepts(from, sessionOf(x.from))) return;
    this.parts.mesh().handle(from, signal);
  }
}
