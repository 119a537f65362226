import type { Connection } from './connection.js';
import type { Counterpart } from './counterpart.js';
import type { Gate } from './gate.js';
import type { Secured } from './secure-watch.js';
import type { Succession } from './succession.js';

/** What goes out to one peer, on the connections of the pair that are open. */
export class Outgoing {
  constructor(
    private readonly connections: Succession,
    private readonly gate: Gate,
    private readonly other: Counterpart,
  ) {}

  /** Our tracks are others, or who gets them: to whom nothing goes, no channel stays open either. */
  syncTracks(): void {
    for (const connection of this.connections.open) {
      void connection.lines.sync(this.gate.audience(connection.secured));
      if (!this.gate.admits(connection.secured)) connection.closeChannels();
    }
  }

  sayState(): void {
    for (const connection of this.connections.open) connection.sayState();
  }

  /** Says our state again, be it as it was: without receipts something else has to come in at the other end. */
  repeatState(): void {
    for (const connection of this.connections.open) connection.repeatState();
  }

  /** Says a word of trust on the newest connection that leads to `session`; whether that can be. */
  sayTrust(session: string, word: string): boolean {
    const way = this.connections.open.find((each) => each.isOpen && each.secured?.session === session);
    way?.sayNow(word);
    return way !== undefined;
  }

  /** A channel to one of ours, on a connection that is up; `undefined` while there is none. Without one left it closes. */
  openChannel(label: string, options?: RTCDataChannelInit): RTCDataChannel | undefined {
    const way = this.#up.find(({ secured }) => this.gate.admits(secured));
    if (!this.other.isOurs || !way) return undefined;
    try {
      return way.openChannel(label, options);
    } catch {
      return undefined; // It closes just now, or has no channel left: there is no way just now.
    }
  }

  /** The connection that is up. */
  get up(): Connection | undefined {
    return this.#up[0];
  }

  /** Whom a connection leads to that is up, as far as that is known. */
  get leadsTo(): Secured | undefined {
    return this.#up.find(({ secured }) => secured)?.secured;
  }

  get #up(): Connection[] {
    // Firefox tells late that a connection is closed.
    return this.connections.open.filter(({ pc, isClosed }) => pc.connectionState === 'connected' && !isClosed);
  }
}
