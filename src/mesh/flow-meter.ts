import { compareSamples, type Flow, readSample, type Sample } from './stats.js';

/** What flows through a connection: figures from its last two samples. One for each connection. */
export class FlowMeter {
  #sample: Sample | undefined;
  /** `undefined` before the first sample. */
  flow: Flow | undefined;

  constructor(private readonly connection: RTCPeerConnection) {}

  async measure(): Promise<void> {
    if (this.connection.signalingState === 'closed') return;
    const now = readSample(await this.connection.getStats());
    this.flow = compareSamples(this.#sample, now);
    this.#sample = now;
  }
}
