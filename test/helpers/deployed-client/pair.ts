import { ImageChannel } from './images.js';
import type { LoggedError, PeerRecord } from './record.js';
import { PeerView } from './view.js';

/** What one connection needs to know, and whom it tells. */
export interface PairOptions {
  readonly myId: string;
  readonly peerId: string;
  readonly iceServers: RTCIceServer[];
  readonly fileChannelLabel: string;
  /** Tracks, each with the stream that its m-line bears. */
  readonly tracks: ReadonlyMap<MediaStreamTrack, MediaStream>;
  readonly isStillborn: boolean;
  readonly record: PeerRecord;
  send(type: string, data: Record<string, unknown>): void;
  logError(entry: LoggedError): void;
  readonly changed: () => void;
}

/** One RTCPeerConnection of a deployed client, with its perfect negotiation and that negotiation's fault. */
export class Pair {
  readonly connection: RTCPeerConnection;
  readonly view: PeerView;
  /** Every data channel seen, the file channel or not. */
  readonly channels: RTCDataChannel[] = [];
  fileChannel: RTCDataChannel | undefined;
  images: ImageChannel | undefined;
  /** protocol.md, How a deployed client behaves: the side "(`myId.localeCompare(peerId) > 0` […]) is polite". */
  readonly isPolite: boolean;
  isStillborn: boolean;
  #swallowedOrigin: string | undefined;
  #isMakingOffer = false;
  #isApplyingAnswer = false;
  #isIgnoringOffer = false;
  #isTakingOffer = false;
  #hasGathered = false;
  readonly #early: RTCIceCandidateInit[] = [];
  readonly #senders = new Map<MediaStreamTrack, RTCRtpSender>();

  constructor(private readonly options: PairOptions) {
    const { myId, peerId, iceServers, fileChannelLabel, tracks, changed } = options;
    this.isPolite = myId.localeCompare(peerId) > 0;
    this.isStillborn = options.isStillborn;
    this.view = new PeerView(changed);
    const connection = (this.connection = new RTCPeerConnection({ iceServers }));
    options.record.connections += 1;

    connection.onnegotiationneeded = () => void this.#offer();
    connection.onicecandidate = ({ candidate }) => this.#sendCandidate(candidate);
    connection.ontrack = (event) => this.view.handleTrack(event);
    connection.ondatachannel = ({ channel }) => this.#watch(channel);
    for (const type of ['connectionstatechange', 'signalingstatechange', 'icegatheringstatechange']) {
      connection.addEventListener(type, changed);
    }
    // protocol.md, How a deployed client behaves: "The side whose id sorts **first** creates a data channel labelled
    // with the deployment's file-channel label; the other waits for it." Images: "ordered", "arraybuffer".
    if (!this.isPolite) this.#watch(connection.createDataChannel(fileChannelLabel, { ordered: true }));
    for (const [track, stream] of tracks) this.addTrack(track, stream);
  }

  /** protocol.md, How a deployed client behaves: "one m-line each, added later with renegotiation". */
  addTrack(track: MediaStreamTrack, stream: MediaStream): void {
    this.#senders.set(track, this.connection.addTrack(track, stream));
  }

  /**
   * Puts each track on the line of an earlier one; `null` leaves that line without a packet. protocol.md, known fault 5:
   * it "offers again **exactly as before** (same direction, msid, ssrc)".
   */
  async replaceTracks(changes: ReadonlyMap<MediaStreamTrack, MediaStreamTrack | null>): Promise<void> {
    for (const [before, track] of changes) {
      const sender = this.#senders.get(before);
      await sender?.replaceTrack(track);
      if (sender && track) this.#senders.set(track, sender);
    }
    await this.#offer();
  }

  removeTrack(track: MediaStreamTrack): void {
    const sender = this.#senders.get(track);
    if (sender) this.connection.removeTrack(sender);
    this.#senders.delete(track);
  }

  close(): void {
    this.connection.close();
    this.view.close();
    this.options.changed();
  }

  /** An offer, "taken up **at once**" (protocol.md, How a deployed client behaves). */
  async takeOffer(sdp: string): Promise<void> {
    const { connection, options } = this;
    if (this.#swallows(sdp)) return;
    const isCollision = this.#isMakingOffer || this.#isApplyingAnswer || connection.signalingState !== 'stable';
    // protocol.md, same line: "the impolite side ignores a colliding offer, the polite one rolls back."
    this.#isIgnoringOffer = isCollision && !this.isPolite;
    if (this.#isIgnoringOffer) {
      options.record.offersIgnored += 1;
      options.changed();
      return;
    }
    this.#isTakingOffer = true;
    try {
      if (isCollision) {
        // Known fault 1: while an answer is being applied the rollback waits behind it, finds a stable connection,
        // and fails; the offer is dropped for good.
        if (!this.#isApplyingAnswer) await this.#firstCandidate();
        await connection.setLocalDescription({ type: 'rollback' });
        options.record.rollbacks += 1;
      }
      await connection.setRemoteDescription({ type: 'offer', sdp });
      await connection.setLocalDescription();
      this.#sendDescription();
      options.record.offersTaken += 1;
      await this.#addEarly();
    } catch (error) {
      options.record.offersDropped += 1;
      this.#logError('offer', error);
    } finally {
      this.#isTakingOffer = false;
    }
    options.changed();
  }

  async takeAnswer(sdp: string): Promise<void> {
    const { connection, options } = this;
    if (this.isStillborn || this.#isApplyingAnswer || connection.signalingState !== 'have-local-offer') {
      options.record.answersIgnored += 1;
      options.changed();
      return;
    }
    this.#isApplyingAnswer = true;
    try {
      await connection.setRemoteDescription({ type: 'answer', sdp });
      options.record.answersTaken += 1;
      await this.#addEarly();
    } catch (error) {
      this.#logError('answer', error);
    } finally {
      this.#isApplyingAnswer = false;
    }
    options.changed();
  }

  async takeCandidate(text: string): Promise<void> {
    // Those of a connection whose offer was swallowed would not fit the next one's credentials.
    if (this.isStillborn) return;
    // Tried on a deployed client (architecture.md, Extensions): "a bare empty string makes the client log an error".
    if (text === '') {
      this.#logError('candidate', new TypeError('empty candidate string'));
      return;
    }
    // protocol.md, Frames: "a deployed client sends `JSON.stringify(candidate.toJSON())`; the older written form is the
    // bare `candidate:…` line", which has no m-line: "supply m-line 0".
    const candidate = text.startsWith('{')
      ? (JSON.parse(text) as RTCIceCandidateInit)
      : { candidate: text, sdpMLineIndex: 0 };
    if (this.connection.remoteDescription) await this.#addCandidate(candidate);
    else this.#early.push(candidate);
  }

  async #offer(): Promise<void> {
    // Chromium asks for a negotiation between a rollback and the offer that caused it. To follow it means a second
    // rollback, and fault 2 by chance again (7 of 120 pairs; see `#firstCandidate`).
    if (this.isStillborn || this.#isTakingOffer) return;
    try {
      this.#isMakingOffer = true;
      await this.connection.setLocalDescription();
      this.#sendDescription();
    } catch (error) {
      this.#logError('negotiation', error);
    } finally {
      this.#isMakingOffer = false;
    }
    this.options.changed();
  }

  /**
   * A rollback before the first candidate can leave Chromium `gathering` for good without one: that is fault 2 by chance
   * (3 of 38 pairs), and here it comes only when it is asked for.
   */
  async #firstCandidate(): Promise<void> {
    const { connection } = this;
    while (!this.#hasGathered && connection.signalingState !== 'closed') {
      await new Promise((resolve) => connection.addEventListener('icecandidate', resolve, { once: true }));
    }
  }

  #sendDescription(): void {
    // Asked first, for Firefox throws when the descriptions of a closed connection are read.
    if (this.connection.signalingState === 'closed') return;
    const description = this.connection.localDescription;
    if (!description) return;
    const isOffer = description.type === 'offer';
    this.options.record[isOffer ? 'offersMade' : 'answersMade'] += 1;
    this.options.send(isOffer ? 'webrtc.offer' : 'webrtc.answer', { sdp: description.sdp, to: this.options.peerId });
  }

  /**
   * protocol.md, Frames: "No end-of-candidates is sent" (the null one); How a deployed client behaves: "Firefox adds one
   * empty candidate […] per m-line", which goes out like any other. Each goes in a frame of its own.
   */
  #sendCandidate(candidate: RTCIceCandidate | null): void {
    this.#hasGathered = true;
    if (!candidate || this.isStillborn) return;
    this.options.record.candidatesSent += 1;
    const { peerId } = this.options;
    this.options.send('webrtc.iceCandidate', { candidate: JSON.stringify(candidate.toJSON()), to: peerId });
  }

  async #addEarly(): Promise<void> {
    for (const candidate of this.#early.splice(0)) await this.#addCandidate(candidate);
  }

  async #addCandidate(candidate: RTCIceCandidateInit): Promise<void> {
    try {
      await this.connection.addIceCandidate(candidate);
      this.options.record.candidatesTaken += 1;
    } catch (error) {
      if (!this.#isIgnoringOffer) this.#logError('candidate', error);
    }
    this.options.changed();
  }

  /**
   * protocol.md, How a deployed client behaves, known fault 2: a pair "stays `new` on both ends with no candidate ever
   * sent: a watchdog must offer again, and then with a new connection". The sight is known, not the cause; here the
   * pair is deaf and dumb until an offer of another connection (another `o=` session id, RFC 8866, 5.2) reaches it.
   */
  #swallows(sdp: string): boolean {
    if (!this.isStillborn) return false;
    const origin = /^o=\S+ (\d+) /m.exec(sdp)?.[1];
    this.#swallowedOrigin ??= origin;
    this.isStillborn = origin === this.#swallowedOrigin;
    if (this.isStillborn) this.options.record.offersSwallowed += 1;
    this.options.changed();
    return this.isStillborn;
  }

  #watch(channel: RTCDataChannel): void {
    const { changed, fileChannelLabel } = this.options;
    channel.binaryType = 'arraybuffer';
    this.channels.push(channel);
    if (channel.label === fileChannelLabel) {
      this.fileChannel = channel;
      this.images = new ImageChannel(channel, changed);
    }
    for (const type of ['open', 'close']) channel.addEventListener(type, changed);
    changed();
  }

  #logError(during: LoggedError['during'], error: unknown): void {
    if (this.connection.signalingState === 'closed') return; // cut short by our own close(): nobody's error
    this.options.logError({ peerId: this.options.peerId, during, error });
  }
}
