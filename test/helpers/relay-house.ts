import { joinFrame } from '../../src/protocol/serialize.js';
import { frameOf } from '../signaling/socket-stub.js';
import type { Frame, Passage, Relay, RelaySocket } from './relay.js';

interface Listed {
  readonly userID: string;
  readonly username: string;
}

/** Makes of a relay a server with host tools: whoever is no host has to be let in, as the contract has it. */
export class RelayHouse {
  locked = false;
  /** What hosts said, and how often somebody asked to be let in. */
  readonly said: Frame[] = [];
  /** Who waits, by user id. */
  readonly waiting = new Map<string, RelaySocket>();
  readonly #admitted = new Set<string>();
  readonly #refused = new Map<string, string>();

  constructor(
    private readonly relay: Relay,
    private readonly room: string,
    private readonly hosts: ReadonlySet<string>,
  ) {
    relay.dress = ({ users }) => ({
      users: (users as Listed[]).map((user) => (hosts.has(user.userID) ? { ...user, role: 'host' } : user)),
      house: { locked: this.locked, waiting: true },
    });
    relay.onUplink = (frame, from) => this.#handle(frame, from);
  }

  /** Says something to somebody as the server. */
  tell(sub: string, type: string, data: object, from = 'system'): void {
    for (const socket of this.relay.sockets(sub)) this.#say(socket, type, data, from);
  }

  #say(socket: RelaySocket, type: string, data: object, from = 'system'): void {
    socket.acceptBytes(frameOf({ type, room: this.room, data, from }));
  }

  get #hasHost(): boolean {
    return this.relay.members(this.room).some((id) => this.hosts.has(id));
  }

  #handle(frame: Frame, from: RelaySocket): Passage {
    const { sub } = from.user;
    if (frame.type.startsWith('host.')) {
      this.said.push(frame);
      this.#act(frame);
      return 'drop';
    }
    if (frame.type === 'chat.leave') this.waiting.delete(sub);
    if (frame.type !== 'chat.join') return 'pass';
    this.said.push({ ...frame, from: sub });
    if (this.hosts.has(sub)) {
      queueMicrotask(() => this.#tellHosts());
      for (const socket of this.waiting.values()) this.#say(socket, 'room.waiting', { host: true });
      return 'pass';
    }
    const refusal = this.locked ? 'locked' : this.#refused.get(sub);
    if (refusal !== undefined) this.#say(from, 'room.refused', { reason: refusal });
    else if (this.#admitted.has(sub)) return 'pass';
    else {
      this.waiting.set(sub, from);
      this.#say(from, 'room.waiting', { host: this.#hasHost });
      this.#tellHosts();
    }
    return 'drop';
  }

  #act({ type, data }: Frame): void {
    const id = String(data['userID']);
    const socket = this.waiting.get(id);
    if (type === 'host.admit') {
      this.#admitted.add(id);
      this.waiting.delete(id);
      socket?.send(joinFrame(this.room));
    } else if (type === 'host.deny' || type === 'host.remove') {
      const reason = type === 'host.deny' ? 'denied' : 'removed';
      this.#refused.set(id, reason);
      this.waiting.delete(id);
      this.relay.evict(this.room, id);
      this.tell(id, 'room.refused', { reason });
    } else if (type === 'host.house') {
      this.locked = data['locked'] === true;
      const [first] = this.relay.sockets();
      first?.send(joinFrame(this.room)); // a list for all
    } else if (type === 'host.end') {
      for (const member of this.relay.members(this.room)) this.tell(member, 'room.refused', { reason: 'ended' });
    } else if (type === 'host.ask') this.tell(id, 'host.ask', { ask: data['ask'] }, [...this.hosts][0]);
    this.#tellHosts();
  }

  #tellHosts(): void {
    const users = [...this.waiting].map(([userID, { user }]) => ({ userID, username: user.username, guest: true }));
    for (const host of this.hosts) this.tell(host, 'room.knocks', { users });
  }
}
