import type { Frame, WebSocketLike } from '../relay.js';
import { Pair } from './pair.js';
import { createPeerRecord, type LoggedError, type MediaTotals, type PeerRecord, readMedia } from './record.js';
import { FrameSocket, type Identity, openSocket, readToken } from './socket.js';

export type { LoggedError, MediaTotals, PeerRecord } from './record.js';
export type { Pair } from './pair.js';

export interface DeployedClientOptions {
  /** The server's base URL and a token for it; or, without a server, `connect` and `self`. */
  readonly server?: string;
  readonly token?: string;
  readonly connect?: () => WebSocketLike;
  readonly self?: Identity;
  /** The room as it stands on the wire, prefix included. */
  readonly room: string;
  readonly audioTrack: MediaStreamTrack;
  readonly videoTrack?: MediaStreamTrack;
  readonly fileChannelLabel?: string;
  readonly iceServers?: RTCIceServer[];
  /** Known fault 2: whether the first connection with this peer stays `new`. */
  readonly stillborn?: (peerId: string) => boolean;
}

const CONNECT_DELAY = 300; // ms; protocol.md, How a deployed client behaves: "On `room.users` it waits 300 ms"
const MAX_CONNECTIONS = 8; // protocol.md, How a deployed client behaves: "At most 8 connections."
const WAIT_CEILING = 30_000; // ms, after which a wait of a test has failed

/**
 * A stand-in for a deployed Private Meet client, written from protocol.md alone. It fires `change` whenever anything a
 * test may ask about has changed; `waitFor()` listens to that.
 *
 * Where protocol.md is silent it does the plain thing: an id gone from `room.users` has its connection closed, each
 * `room.users` has its own 300 ms.
 */
export class DeployedClient extends EventTarget {
  readonly id: string;
  readonly username: string;
  /** Ids of the others in the last `room.users`. */
  users: ReadonlySet<string> = new Set();
  /** Whether a `room.users` has come in with our own id in it. */
  isInRoom = false;
  readonly pairs = new Map<string, Pair>();
  /** Errors a deployed client would have logged. */
  readonly errors: LoggedError[] = [];
  /** Texts of `general.error`. */
  readonly serverErrors: string[] = [];
  readonly messages: { readonly from: string; readonly message: string }[] = [];
  /** Ids of those who are typing. */
  readonly typing = new Set<string>();
  readonly socket: FrameSocket;
  readonly #records = new Map<string, PeerRecord>();
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  /** protocol.md: "its camera's m-line bears the msid stream of its microphone, its screen […] a stream of its own". */
  readonly #personStream = new MediaStream();
  readonly #screenStream = new MediaStream();
  #hasLeft = false;
  #camera: MediaStreamTrack | undefined;
  /** The screen and its sound, as they were last: their lines stay when it is stopped. */
  #screen: readonly MediaStreamTrack[] = [];

  private constructor(private readonly options: DeployedClientOptions) {
    super();
    const { server, token, connect, self, room } = options;
    const identity = self ?? readToken(token ?? '');
    this.id = identity.id;
    this.username = identity.username;
    this.#camera = options.videoTrack;
    this.socket = new FrameSocket(connect ? connect() : openSocket(server ?? location.origin, token ?? ''), room, {
      open: () => this.socket.send('chat.join', {}),
      frame: (frame) => this.#handleFrame(frame),
      // Known fault 4: it "does not join again, yet its connections stay up": nothing is done here.
      close: () => this.#changed(),
    });
  }

  /** Resolves once the room has taken the client in; rejects if the socket closes before. */
  static async join(options: DeployedClientOptions): Promise<DeployedClient> {
    const client = new DeployedClient(options);
    await client.waitFor(() => client.isInRoom || client.socket.closeCode !== undefined, 'to be in the room');
    if (!client.isInRoom) throw new Error(`the socket closed with ${client.socket.closeCode}`);
    return client;
  }

  /** What each peer is seen and heard by: one video and one audio track at most. */
  get streams(): ReadonlyMap<string, MediaStream> {
    return new Map([...this.pairs].map(([id, { view }]) => [id, view.stream]));
  }

  get connections(): ReadonlyMap<string, RTCPeerConnection> {
    return new Map([...this.pairs].map(([id, { connection }]) => [id, connection]));
  }

  /** Ids of the peers whose connection is up. */
  get connected(): string[] {
    return [...this.pairs].filter(([, pair]) => pair.connection.connectionState === 'connected').map(([id]) => id);
  }

  /** Counts for one peer, over all its connections. */
  record(peerId: string): PeerRecord {
    const record = this.#records.get(peerId) ?? createPeerRecord();
    this.#records.set(peerId, record);
    return record;
  }

  /** Resolves as soon as `predicate` holds, asked again at every `change`; rejects after 30 s, saying `what` was awaited. */
  waitFor(predicate: () => unknown, what = predicate.toString(), ceiling = WAIT_CEILING): Promise<void> {
    return new Promise((resolve, reject) => {
      const end = (settle: () => void) => {
        this.removeEventListener('change', check);
        clearTimeout(timer);
        settle();
      };
      const check = () => predicate() && end(resolve);
      const fail = () => reject(new Error(`${this.username} waited in vain: ${what}; ${this.describe()}`));
      const timer = setTimeout(() => end(fail), ceiling);
      this.addEventListener('change', check);
      check();
    });
  }

  /** Resolves once more sound, and more pictures if `video`, have come from the peer. Stats fire no event: they are polled. */
  async waitForMedia(peerId: string, { video = true } = {}): Promise<void> {
    const before = await this.mediaFrom(peerId);
    const deadline = performance.now() + WAIT_CEILING;
    for (;;) {
      const now = await this.mediaFrom(peerId);
      const hasSound = now.audioPackets > before.audioPackets;
      if (hasSound && (!video || now.framesDecoded > before.framesDecoded)) return;
      if (performance.now() > deadline) throw new Error(`no media from ${peerId}; ${this.describe()}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Totals received from a peer on its present connection; zeros when there is none. */
  async mediaFrom(peerId: string): Promise<MediaTotals> {
    const connection = this.pairs.get(peerId)?.connection;
    return connection ? readMedia(connection) : { framesDecoded: 0, audioPackets: 0, audioEnergy: 0 };
  }

  /** protocol.md, How a deployed client behaves: "camera and screen tracks when on, one m-line each, added later with renegotiation". */
  setCamera(track: MediaStreamTrack | null): void {
    if (track && track !== this.#camera) {
      if (this.#camera) for (const pair of this.pairs.values()) pair.removeTrack(this.#camera);
      this.#camera = track;
      for (const pair of this.pairs.values()) pair.addTrack(track, this.#personStream);
    }
    this.cameraEnabled = track !== null;
  }

  get cameraEnabled(): boolean {
    return this.#camera?.enabled ?? false;
  }

  /** protocol.md, How a deployed client behaves: "Camera off = `track.enabled = false` (black frames)." */
  set cameraEnabled(enabled: boolean) {
    if (this.#camera) this.#camera.enabled = enabled;
  }

  /** Shares a screen, with its sound if there is one: on the lines of the last one, where there was one. */
  async startScreen(...tracks: readonly MediaStreamTrack[]): Promise<void> {
    const before = this.#screen;
    this.#screen = tracks;
    for (const pair of this.pairs.values()) {
      if (before.length === 0) for (const track of tracks) pair.addTrack(track, this.#screenStream);
      else await pair.replaceTracks(new Map(before.map((last, index) => [last, tracks[index] ?? null])));
    }
  }

  /** protocol.md, known fault 5: "only the packets of that m-line and of its sound stop while the microphone's go on". */
  async stopScreen(): Promise<void> {
    for (const pair of this.pairs.values()) await pair.replaceTracks(new Map(this.#screen.map((last) => [last, null])));
  }

  /** protocol.md, How a deployed client behaves: the microphone is sent "always (enabled or not)". */
  set microphoneEnabled(enabled: boolean) {
    this.options.audioTrack.enabled = enabled;
  }

  sendMessage(message: string): void {
    this.socket.send('chat.message', { message });
  }

  /** Leaves the room and closes every connection; the socket stays open. Tracks are the caller's to stop. */
  leave(): void {
    this.socket.send('chat.leave', {});
    this.isInRoom = false;
    this.#end();
  }

  /** Closes the socket and every connection, as a closed tab does. */
  close(): void {
    this.socket.close();
    this.#end();
  }

  /** One line on where everything stands, for a failed wait. */
  describe(): string {
    const state = ({ connectionState, signalingState }: RTCPeerConnection) => `${connectionState}/${signalingState}`;
    const pairs = [...this.pairs].map(([id, { connection }]) => `${id}: ${state(connection)}`).join(', ');
    const errors = this.errors.map(({ during, error }) => `${during}: ${String(error)}`).join(', ');
    return `pairs {${pairs}}, errors [${errors}], server said [${this.serverErrors.join(', ')}]`;
  }

  #end(): void {
    this.#hasLeft = true;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    this.users = new Set();
    this.#closeAbsent();
    this.#changed();
  }

  #handleFrame({ type, from, data }: Frame): void {
    if (this.#hasLeft) return;
    if (type === 'room.users') this.#handleUsers(data['users'] as { userID: string }[]);
    else if (type === 'general.error') this.serverErrors.push(String(data['error']));
    else if (from === undefined) return;
    else if (type === 'chat.message') this.messages.push({ from, message: String(data['message']) });
    // `x` beside `typing` is not looked at (protocol.md, Frames: "extra fields survive, other clients ignore them").
    else if (type === 'chat.typing') this.typing[data['typing'] ? 'add' : 'delete'](from);
    else if (type.startsWith('webrtc.')) this.#handleSignal(type, from, data);
    this.#changed();
  }

  #handleUsers(users: readonly { userID: string }[]): void {
    const ids = new Set(users.map(({ userID }) => userID)); // "One user id can stand in it twice"
    this.isInRoom = ids.delete(this.id);
    this.users = ids;
    this.#closeAbsent();
    // protocol.md, How a deployed client behaves: "it waits 300 ms, then makes one RTCPeerConnection per other user id".
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      for (const id of ids) if (this.users.has(id)) this.#pair(id);
    }, CONNECT_DELAY);
    this.#timers.add(timer);
  }

  #handleSignal(type: string, from: string, data: Frame['data']): void {
    // protocol.md, Frames: everyone receives everything "and must drop what is not addressed to it".
    if (data['to'] !== this.id) return;
    // protocol.md, How a deployed client behaves: "It ignores signals from a user id that is not in its last `room.users`."
    if (!this.users.has(from)) return;
    // "An offer from someone in its last `room.users` is taken up **at once**, inside that wait too."
    const pair = type === 'webrtc.offer' ? this.#pair(from) : this.pairs.get(from);
    if (type === 'webrtc.offer') void pair?.takeOffer(String(data['sdp']));
    if (type === 'webrtc.answer') void pair?.takeAnswer(String(data['sdp']));
    if (type === 'webrtc.iceCandidate') void pair?.takeCandidate(String(data['candidate']));
  }

  #pair(peerId: string): Pair | undefined {
    const known = this.pairs.get(peerId);
    if (known || this.pairs.size >= MAX_CONNECTIONS) return known;
    const { audioTrack, iceServers = [], fileChannelLabel = 'pmfile:', stillborn } = this.options;
    const record = this.record(peerId);
    const pair = new Pair({
      myId: this.id,
      peerId,
      iceServers,
      fileChannelLabel,
      record,
      // protocol.md, How a deployed client behaves: "It sends microphone always".
      tracks: new Map([
        [audioTrack, this.#personStream],
        ...(this.#camera ? [[this.#camera, this.#personStream] as const] : []),
        ...this.#screen.map((track) => [track, this.#screenStream] as const),
      ]),
      isStillborn: record.connections === 0 && (stillborn?.(peerId) ?? false),
      send: (type, data) => this.socket.send(type, data),
      logError: (entry) => {
        this.errors.push(entry);
        this.#changed();
      },
      changed: () => this.#changed(),
    });
    this.pairs.set(peerId, pair);
    this.#changed();
    return pair;
  }

  #closeAbsent(): void {
    for (const [id, pair] of this.pairs) {
      if (this.users.has(id)) continue;
      this.pairs.delete(id);
      pair.close();
    }
  }

  #changed(): void {
    this.dispatchEvent(new Event('change'));
  }
}
