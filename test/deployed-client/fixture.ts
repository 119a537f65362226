import { DeployedClient, type DeployedClientOptions } from '../helpers/deployed-client/client.js';
import { type Frame, Relay } from '../helpers/relay.js';
import { type CanvasTrack, createCanvasTrack, createToneTrack, type ToneTrack } from '../helpers/tracks.js';

export const ROOM = 'standup';
/**
 * How often a test of stand-ins begins anew: on a starved machine Firefox leaves about one connection in some hundred
 * without DTLS (`connecting`, its path lost again). Ours mend that; a deployed client does not, nor may its stand-in.
 */
export const RETRIES = 2;

/** A relay with stand-ins and scripted members on it, all released by `close()`. */
export class Fixture {
  readonly relay = new Relay();
  readonly #clients: DeployedClient[] = [];
  readonly #members: ScriptedMember[] = [];
  readonly #tracks: (CanvasTrack | ToneTrack)[] = [];

  /** A stand-in with a tone for a microphone; its id is also its name. */
  async join(id: string, options: Partial<DeployedClientOptions> = {}): Promise<DeployedClient> {
    const tone = createToneTrack();
    this.#tracks.push(tone);
    const user = { sub: id, username: id };
    const client = await DeployedClient.join({
      connect: () => this.relay.connect(user),
      self: { id, username: id },
      room: ROOM,
      audioTrack: tone.track,
      ...options,
    });
    this.#clients.push(client);
    return client;
  }

  picture(color: string): MediaStreamTrack {
    const picture = createCanvasTrack(color);
    this.#tracks.push(picture);
    return picture.track;
  }

  /** Somebody in the room whose every frame the test writes. */
  async script(id: string): Promise<ScriptedMember> {
    const member = new ScriptedMember(this.relay, id);
    this.#members.push(member);
    await member.next('room.users', ({ data }) => JSON.stringify(data).includes(id));
    return member;
  }

  async close(): Promise<void> {
    for (const client of this.#clients) client.close();
    for (const member of this.#members) await member.close();
    for (const track of this.#tracks) await track.stop();
    this.relay.close();
  }
}

/** A bare socket in the room, and plain RTCPeerConnections that it can talk about. */
export class ScriptedMember {
  readonly frames: Frame[] = [];
  /** Candidates refused: those of an offer that it never took. */
  readonly misfits: unknown[] = [];
  /** Whether every frame so far came as an ArrayBuffer. */
  isBinary = true;
  readonly #socket;
  readonly #connections: RTCPeerConnection[] = [];
  readonly #heard = new EventTarget();
  #adding = Promise.resolve();

  constructor(
    relay: Relay,
    readonly id: string,
  ) {
    this.#socket = relay.connect({ sub: id, username: id });
    this.#socket.binaryType = 'arraybuffer';
    this.#socket.onopen = () => this.send('chat.join');
    this.#socket.onmessage = ({ data }) => {
      this.isBinary &&= data instanceof ArrayBuffer;
      this.frames.push(JSON.parse(new TextDecoder().decode(data as ArrayBuffer)) as Frame);
      this.#heard.dispatchEvent(new Event('frame'));
    };
  }

  send(type: string, data: object = {}, room = ROOM): void {
    this.#socket.send(JSON.stringify({ type, room, data }));
  }

  sendRaw(text: string): void {
    this.#socket.send(text);
  }

  get closed(): Promise<CloseEvent> {
    return new Promise((resolve) => (this.#socket.onclose = resolve));
  }

  /** The first frame of a type, had or to come, that `matches`. */
  next(type: string, matches: (frame: Frame) => boolean = () => true): Promise<Frame> {
    return new Promise((resolve) => {
      const look = () => {
        const frame = this.frames.find((each) => each.type === type && matches(each));
        if (!frame) return;
        this.#heard.removeEventListener('frame', look);
        resolve(frame);
      };
      this.#heard.addEventListener('frame', look);
      look();
    });
  }

  /** Resolves once every frame sent before has been handed to everybody: the echo of one more has come back. */
  async settle(): Promise<void> {
    const message = crypto.randomUUID();
    this.send('chat.message', { message });
    await this.next('chat.message', ({ data }) => data['message'] === message);
  }

  /** A connection that trades candidates with `peerId`, ours written by `write`; its descriptions are the test's to send. */
  connection(
    peerId: string,
    write = (candidate: RTCIceCandidate) => JSON.stringify(candidate.toJSON()),
  ): RTCPeerConnection {
    const connection = new RTCPeerConnection();
    this.#connections.push(connection);
    connection.onicecandidate = ({ candidate }) => {
      if (candidate?.candidate) this.send('webrtc.iceCandidate', { candidate: write(candidate), to: peerId });
    };
    let looked = 0;
    // Asked first, for Firefox throws when the descriptions of a closed connection are read.
    const isClosed = () => connection.signalingState === 'closed';
    const look = async () => {
      while (!isClosed() && connection.remoteDescription && looked < this.frames.length) {
        const { type, from, data } = this.frames[looked++]!;
        if (type !== 'webrtc.iceCandidate' || from !== peerId) continue;
        try {
          await connection.addIceCandidate(JSON.parse(String(data['candidate'])) as RTCIceCandidateInit);
        } catch (error) {
          this.misfits.push(error);
        }
      }
    };
    const lookNext = () => (this.#adding = this.#adding.then(look));
    this.#heard.addEventListener('frame', () => void lookNext());
    connection.addEventListener('signalingstatechange', () => void lookNext());
    return connection;
  }

  async close(): Promise<void> {
    await this.#adding;
    for (const connection of this.#connections) connection.close();
    this.#socket.close();
  }
}

/** An offer of a connection of ours, ready to be sent. */
export const makeOffer = async (connection: RTCPeerConnection): Promise<string> => {
  await connection.setLocalDescription(await connection.createOffer());
  return connection.localDescription?.sdp ?? '';
};

/** Resolves once a connection is up. */
export const whenConnected = (connection: RTCPeerConnection): Promise<void> =>
  new Promise((resolve) => {
    const look = () => connection.connectionState === 'connected' && resolve();
    connection.addEventListener('connectionstatechange', look);
    look();
  });
