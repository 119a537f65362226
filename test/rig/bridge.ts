/** As two of ours agree on it beforehand. */
const CHANNEL = { label: 'private-meet', id: 100 };

const ufragOf = (description: RTCSessionDescription | null): string =>
  /^a=ice-ufrag:(.*)$/mu.exec(description?.sdp ?? '')?.[1] ?? '';

/** One of the two connections of somebody in between: it leads to one end, which takes it for the other. */
export class Leg {
  readonly connection: RTCPeerConnection;
  readonly channel: RTCDataChannel;
  /** What is to be said at this end once the channel is open. */
  readonly #waiting: string[] = [];
  /** Whether the channel was open at some time: an end that finds out closes it at once. */
  hasOpened = false;
  /** Id of the connection at this end, as `x` says it. */
  remoteId: string | undefined;

  constructor(certificate: RTCCertificate) {
    this.connection = new RTCPeerConnection({ certificates: [certificate] });
    this.channel = this.connection.createDataChannel(CHANNEL.label, { negotiated: true, id: CHANNEL.id });
    this.channel.addEventListener('open', () => {
      this.hasOpened = true;
      for (const word of this.#waiting.splice(0)) this.channel.send(word);
    });
  }

  say(word: string): void {
    if (this.channel.readyState === 'open') this.channel.send(word);
    else this.#waiting.push(word);
  }

  /** The description that is ours now, with all its candidates. */
  async describe(): Promise<string> {
    await this.connection.setLocalDescription();
    await new Promise<void>((resolve) => {
      const look = () => {
        if (this.connection.iceGatheringState === 'complete') resolve();
      };
      this.connection.addEventListener('icegatheringstatechange', look);
      look();
    });
    return this.connection.localDescription?.sdp ?? '';
  }

  /** Sends on what comes in at the other leg, line by line. */
  async carry(from: Leg): Promise<void> {
    const theirs = from.connection.getTransceivers();
    for (const [index, { receiver }] of theirs.entries()) {
      const own = this.connection.getTransceivers()[index] ?? this.connection.addTransceiver(receiver.track.kind);
      own.direction = 'sendrecv';
      await own.sender.replaceTrack(receiver.track);
    }
  }

  /** Passes channels that are not agreed beforehand on to the other leg, and what is said in them both ways. */
  passChannels(to: Leg, onWord: (word: unknown) => void): void {
    this.connection.addEventListener('datachannel', ({ channel: theirs }) => {
      const { label, ordered, protocol } = theirs;
      const own = to.connection.createDataChannel(label, { ordered, protocol });
      const waiting: (string | ArrayBuffer)[] = [];
      theirs.binaryType = own.binaryType = 'arraybuffer';
      own.addEventListener('open', () => {
        for (const word of waiting.splice(0)) own.send(word as string);
      });
      theirs.addEventListener('message', ({ data }: MessageEvent<string | ArrayBuffer>) => {
        onWord(data);
        if (own.readyState === 'open') own.send(data as string);
        else waiting.push(data);
      });
      own.addEventListener('message', ({ data }: MessageEvent<string | ArrayBuffer>) => {
        onWord(data);
        if (theirs.readyState === 'open') theirs.send(data as string);
      });
    });
  }
}

/** One connection of a pair as two: each end is answered as the other. */
export class Bridge {
  /** To whom offered first. */
  readonly near: Leg;
  readonly far: Leg;
  /** What we made of each description; one that is sent again is the same again. */
  readonly #made = new Map<string, Promise<string>>();
  #isCarried = false;

  constructor(
    certificate: RTCCertificate,
    offerer: string,
    /** What is said at one end, as the other is to hear it. */
    private readonly pass: (word: string, from: Leg, to: Leg) => void,
    onWord: (word: unknown) => void,
  ) {
    this.near = new Leg(certificate);
    this.far = new Leg(certificate);
    this.near.remoteId = offerer;
    for (const [from, to] of [
      [this.near, this.far],
      [this.far, this.near],
    ] as const) {
      from.channel.addEventListener('message', ({ data }: MessageEvent<string>) => {
        this.pass(data, from, to);
      });
      from.passChannels(to, onWord);
    }
  }

  /** The leg to a connection by its id. */
  legTo(id: string | undefined): Leg | undefined {
    return [this.near, this.far].find(({ remoteId }) => id !== undefined && remoteId === id);
  }

  close(): void {
    for (const { connection } of [this.near, this.far]) connection.close();
  }

  /** The offer that goes to the other end instead of this one. */
  offer(from: string, sdp: string): Promise<string> {
    return this.#once(`offer ${sdp}`, async () => {
      const [leg, other] = this.legTo(from) === this.far ? [this.far, this.near] : [this.near, this.far];
      const before = ufragOf(leg.connection.remoteDescription);
      await leg.connection.setRemoteDescription({ type: 'offer', sdp });
      await other.carry(leg);
      if (before && before !== ufragOf(leg.connection.remoteDescription)) other.connection.restartIce();
      return other.describe();
    });
  }

  /** The answer that goes to the other end instead of this one. */
  answer(from: string, sdp: string): Promise<string> {
    return this.#once(`answer ${sdp}`, async () => {
      const [leg, other] = this.legTo(from) === this.near ? [this.near, this.far] : [this.far, this.near];
      leg.remoteId = from;
      await leg.connection.setRemoteDescription({ type: 'answer', sdp });
      if (!this.#isCarried) await other.carry(leg);
      this.#isCarried = true;
      return other.describe();
    });
  }

  #once(key: string, make: () => Promise<string>): Promise<string> {
    const made = this.#made.get(key) ?? make();
    this.#made.set(key, made);
    return made;
  }
}
