const CHUNK = 24_576; // bytes; protocol.md, Images: "24 KiB each"
const MOST_WAITING = 1_048_576; // bytes; protocol.md is silent on flow: the plain thing

export interface Image {
  readonly name: string;
  readonly mime: string;
  readonly blob: Blob;
}

interface Start {
  readonly t: 'img-start' | 'img-end';
  readonly id: string;
  readonly name: string;
  readonly mime: string;
  readonly size: number;
}

/** The file channel of a deployed client, written from protocol.md, "Images over the data channel". */
export class ImageChannel {
  /** Every image that has come, oldest first. */
  readonly received: Image[] = [];
  /** "handles **one transfer at a time per peer**". */
  #current: { readonly start: Start; readonly chunks: ArrayBuffer[]; bytes: number } | undefined;

  constructor(
    private readonly channel: RTCDataChannel,
    private readonly changed: () => void,
  ) {
    channel.addEventListener('message', ({ data }: MessageEvent<string | ArrayBuffer>) => this.#hear(data));
  }

  /** "sends to every open channel as soon as an image is chosen, one at a time […], without acknowledgement". */
  async send({ name, mime, blob }: Image): Promise<void> {
    const id = crypto.randomUUID();
    const { size } = blob;
    const { channel } = this;
    const totalChunks = Math.ceil(size / CHUNK);
    channel.send(JSON.stringify({ t: 'img-start', id, name, mime, size, chunkSize: CHUNK, totalChunks }));
    channel.bufferedAmountLowThreshold = MOST_WAITING / 2;
    for (let at = 0; at < size; at += CHUNK) {
      if (channel.bufferedAmount > MOST_WAITING)
        await new Promise((resolve) => channel.addEventListener('bufferedamountlow', resolve, { once: true }));
      channel.send(await blob.slice(at, at + CHUNK).arrayBuffer());
    }
    channel.send(JSON.stringify({ t: 'img-end', id }));
  }

  #hear(data: string | ArrayBuffer): void {
    if (typeof data !== 'string') {
      if (!this.#current) return; // "binary or an unknown `t` outside a transfer is ignored"
      this.#current.chunks.push(data);
      this.#current.bytes += data.byteLength;
      if (this.#current.bytes >= this.#current.start.size) this.#finish(); // "or when all bytes are in"
      return;
    }
    const word = JSON.parse(data) as Start;
    if (word.t === 'img-start') this.#current = { start: word, chunks: [], bytes: 0 };
    else if (word.id === this.#current?.start.id) this.#finish();
  }

  #finish(): void {
    if (!this.#current) return;
    const { start, chunks } = this.#current;
    this.#current = undefined;
    this.received.push({ name: start.name, mime: start.mime, blob: new Blob(chunks, { type: start.mime }) });
    this.changed();
  }
}
