import type { PictureCounts } from './decoding.js';
import { compareSamples, type Flow, readSample, type Sample } from './stats.js';

const NONE: ReadonlyMap<string, number> = new Map();

/** The other end's description. Firefox throws for a look at that of a connection that is closed. */
const signaledTo = (connection: RTCPeerConnection): string | undefined =>
  connection.signalingState === 'closed' ? undefined : connection.remoteDescription?.sdp;

/** What flows through a connection: figures from its last two samples. One for each connection. */
export class FlowMeter {
  #sample: Sample | undefined;
  /** `undefined` before the first sample. */
  flow: Flow | undefined;

  constructor(private readonly connection: RTCPeerConnection) {}

  /** RTP packets by m-line (`mid`) up to the last sample. */
  get heard(): ReadonlyMap<string, number> {
    return this.#sample?.heard ?? NONE;
  }
  get sent(): ReadonlyMap<string, number> {
    return this.#sample?.sent ?? NONE;
  }

  /** What came in on the line with this `mid`; `undefined` before the first packet. */
  pictures(mid: string): PictureCounts | undefined {
    const { heard, framesReceivedBy, framesDecodedBy } = this.#sample ?? {};
    const packets = heard?.get(mid);
    if (packets === undefined) return undefined;
    return { packets, framesReceived: framesReceivedBy?.get(mid) ?? 0, framesDecoded: framesDecodedBy?.get(mid) ?? 0 };
  }

  /** Milliseconds, before the last sample, without any packet. */
  get idle(): number {
    return this.#sample?.idle ?? 0;
  }

  /** Whether there is a path, as far as the last sample knows. */
  get isAnswered(): boolean {
    return this.#sample?.isAnswered ?? false;
  }

  /** Another number whenever anything came in, as far as the last sample knows. */
  get activity(): number {
    return this.#sample?.activity ?? 0;
  }

  async measure(): Promise<void> {
    if (this.connection.signalingState === 'closed') return;
    const report = await this.connection.getStats();
    const now = readSample(report, signaledTo(this.connection));
    this.flow = compareSamples(this.#sample, now);
    this.#sample = now;
  }
}
