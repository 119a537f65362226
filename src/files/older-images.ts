import type { Time } from '../signaling/time.js';
import { Rate } from '../signaling/rate.js';
import type { Disk } from './disk.js';
import type { FilesLinks } from './files-links.js';
import { ImageReceiver } from './image-receiver.js';
import { ImageSender } from './image-sender.js';
import type { Intake } from './intake.js';
import type { Sendable } from './senders.js';
import type { TransferLog } from './transfer-log.js';

/** Images of one person, at once and a second; what is more is not taken. */
const IMAGES = { burst: 30, perSecond: 0.2 };

/** Images to and from deployed clients (PROTOCOL, "Images over the data channel"). */
export class OlderImages {
  readonly #senders = new Map<string, ImageSender>();
  readonly #receivers = new Map<string, ImageReceiver>();
  /** What was put away, by transfer. */
  readonly #kept = new Map<string, Intake>();
  readonly #rate: Rate;

  constructor(
    private readonly log: TransferLog,
    private readonly links: FilesLinks,
    private readonly disk: Disk,
    private readonly time: Time,
  ) {
    this.#rate = new Rate(IMAGES, time);
  }

  get isAnyOpen(): boolean {
    return [...this.#senders.values(), ...this.#receivers.values()].some(({ isBusy }) => isBusy);
  }

  /** The channel between us and somebody; an earlier one counts no more. */
  take(peer: string, channel: RTCDataChannel, early: readonly unknown[]): void {
    channel.binaryType = 'arraybuffer';
    this.#receivers.get(peer)?.close();
    const links = {
      name: () => this.links.peers().get(peer)?.name ?? '',
      admits: () => this.#rate.admits(peer),
      onReceived: this.links.onReceived,
      now: () => this.time.now(),
      keep: (id: string, intake: Intake) => this.#kept.set(id, intake),
    };
    this.#receivers.set(peer, new ImageReceiver(peer, channel, early, this.log, this.disk, links));
    this.#senderTo(peer).use(channel);
  }

  send(id: string, peer: string, what: Sendable): void {
    this.#senderTo(peer).add(id, what);
  }

  cancel(id: string): void {
    for (const sender of this.#senders.values()) sender.cancel(id);
    for (const receiver of this.#receivers.values()) receiver.cancel(id);
  }

  look(): void {
    for (const sender of this.#senders.values()) sender.look();
    for (const receiver of this.#receivers.values()) receiver.look();
  }

  /** It is no longer kept: nor is what was put away of it. */
  forget(id: string): void {
    this.#kept.get(id)?.discard();
    this.#kept.delete(id);
  }

  end(): void {
    for (const sender of this.#senders.values()) sender.close();
    for (const receiver of this.#receivers.values()) receiver.close();
    this.#receivers.clear();
    this.#senders.clear();
  }

  #senderTo(peer: string): ImageSender {
    const sender = this.#senders.get(peer) ?? new ImageSender(this.log, this.time);
    this.#senders.set(peer, sender);
    return sender;
  }
}
