/** Address of a page that is watched for what it proves, and for what it sends before: with this behind it. */
export const WATCHED = '#watched';
/** The same, of one that keeps its proofs of the passphrase back until they are released. */
export const HELD = '#watched-held';

const nameOf = (word: unknown): string | undefined =>
  typeof word === 'string' ? /"trust":"(\w+)"/u.exec(word)?.[1] : undefined;

/** What a page proves to others, and what it sends them before they have proved anything. */
export class Proofs {
  /** Words of trust that were said, by name, oldest first. */
  readonly said: string[] = [];
  /** Kinds of the tracks that were put on a line while nobody had proved anything on that connection. */
  readonly early: string[] = [];
  /** All else that was said on channels: their labels and the texts. */
  readonly sent: string[] = [];
  #hello: { readonly channel: RTCDataChannel; readonly word: Readonly<Record<string, unknown>> } | undefined;
  #send: (channel: RTCDataChannel, data: unknown) => void = () => undefined;
  /** Whether we speak in the element's place. */
  #isGuessing = false;
  readonly #proved = new WeakSet<RTCPeerConnection>();
  readonly #held: (() => void)[] = [];

  /** Begins at once, in a page of which nothing has run yet. */
  constructor(private isHolding: boolean) {
    this.#watchWords();
    this.#watchChannels();
    this.#watchTracks();
  }

  /** Says what was kept back, and keeps nothing back any more. */
  release(): void {
    this.isHolding = false;
    for (const say of this.#held.splice(0)) say();
  }

  /** Guesses at the passphrase of whoever the element said hello to last, in so many runs of shares by chance, one after the other. */
  guess(count: number): void {
    if (!this.#hello) throw new Error('nobody was greeted');
    this.#isGuessing = true;
    const { channel, word } = this.#hello;
    for (let run = Number(word['run']) + 1; count > 0; run += 1, count -= 1) {
      const share = String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32)));
      const y = btoa(share).replace(/[+/=]/gu, (each) => ({ '+': '-', '/': '_' })[each] ?? '');
      this.#send(channel, JSON.stringify({ ...word, run, y }));
    }
  }

  #watchWords(): void {
    const send = Reflect.get(RTCDataChannel.prototype, 'send') as (this: RTCDataChannel, data: unknown) => void;
    const pass = (channel: RTCDataChannel, data: unknown) => {
      const name = nameOf(data);
      if (name && this.#isGuessing) return;
      if (name) this.said.push(name);
      else this.sent.push(`${channel.label}: ${String(data)}`);
      if (name === 'hello') this.#hello = { channel, word: JSON.parse(String(data)) as Record<string, unknown> };
      if (this.isHolding && name === 'tag') this.#held.push(() => send.call(channel, data));
      else send.call(channel, data);
    };
    this.#send = (channel, data) => {
      send.call(channel, data);
    };
    RTCDataChannel.prototype.send = function (data: unknown) {
      pass(this, data);
    };
  }

  #watchChannels(): void {
    const { prototype } = RTCPeerConnection;
    const create = Reflect.get(prototype, 'createDataChannel');
    const watch = (connection: RTCPeerConnection, channel: RTCDataChannel) => {
      channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        if (nameOf(data) === 'tag') this.#proved.add(connection);
      });
      return channel;
    };
    prototype.createDataChannel = function (label, options) {
      return watch(this, create.call(this, label, options));
    };
  }

  #watchTracks(): void {
    const { prototype } = RTCRtpSender;
    const replace = Reflect.get(prototype, 'replaceTrack');
    const watch = (sender: RTCRtpSender, track: MediaStreamTrack) => {
      const open = witness.connections.filter(({ signalingState }) => signalingState !== 'closed');
      const connection = open.find((each) => each.getSenders().includes(sender));
      if (connection && !this.#proved.has(connection)) this.early.push(track.kind);
    };
    prototype.replaceTrack = function (track) {
      if (track) watch(this, track);
      return replace.call(this, track);
    };
  }
}
