import { MeetError } from '../errors.js';
import type { Time } from '../signaling/time.js';
import { Rate } from '../signaling/rate.js';
import type { FilesLinks } from './files-links.js';
import { ImageReceiver } from './image-receiver.js';
import { ImageSender } from './image-sender.js';
import type { Sendable } from './senders.js';
import type { Places } from './sink.js';
import type { TransferLog } from './transfer-log.js';

/** Bytes of an image: what a deployed client sends at most (PROTOCOL). */
const MOST_BYTES = 209_715_200;
/** Images of one person, at once and a second; what is more is not taken. */
const IMAGES = { burst: 30, perSecond: 0.2 };
/** Images of one person that are shown as refused. */
const REFUSED = { burst: 10, perSecond: 0.1 };

/** Images to and from deployed clients (PROTOCOL, "Images over the data channel"). */
export class OlderImages {
  readonly #senders = new Map<string, ImageSender>();
  readonly #receivers = new Map<string, ImageReceiver>();
  readonly #rate: Rate;
  readonly #refused: Rate;

  constructor(
    private readonly log: TransferLog,
    private readonly links: FilesLinks,
    private readonly places: Places,
    private readonly time: Time,
  ) {
    this.#rate = new Rate(IMAGES, time);
    this.#refused = new Rate(REFUSED, time);
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
      admit: (id: string, size: number) => this.#admit(peer, id, size),
      tells: () => this.#refused.admits(peer),
      onReceived: this.links.onReceived,
      now: () => this.time.now(),
    };
    this.#receivers.set(peer, new ImageReceiver(peer, channel, early, this.log, this.places, links));
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

  end(): void {
    for (const sender of this.#senders.values()) sender.close();
    for (const receiver of this.#receivers.values()) receiver.close();
    this.#receivers.clear();
    this.#senders.clear();
  }

  #admit(peer: string, id: string, size: number): MeetError | undefined {
    const refused = (message: string) => new MeetError('file-rejected', message);
    if (!this.#rate.admits(peer)) return refused('more images of an app that is not ours come than are taken');
    if (size > MOST_BYTES)
      return refused(`an image of an app that is not ours has ${String(MOST_BYTES)} bytes at most`);
    return this.places.unasked.claim(id, peer, size)
      ? undefined
      : refused('what came by itself is as much as is kept of it');
  }

  #senderTo(peer: string): ImageSender {
    const sender = this.#senders.get(peer) ?? new ImageSender(this.log, this.time);
    this.#senders.set(peer, sender);
    return sender;
  }
}
