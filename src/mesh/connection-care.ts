import type { PeerState } from '../protocol/peer-state.js';
import { serializeReceipt } from '../protocol/receipt.js';
import type { Shown } from '../protocol/shown.js';
import type { Time } from '../signaling/time.js';
import type { Connection } from './connection.js';
import { Decoding, NO_PICTURES, PICTURE_KINDS, type PictureCounts, type PictureKind } from './decoding.js';
import { Encoders } from './encoders.js';
import { FlowMeter } from './flow-meter.js';
import { Observation } from './observation.js';

/** Looks after one connection: what flows through it, what comes of that, and what our encoders spend for it. */
export class ConnectionCare {
  readonly meter: FlowMeter;
  /** What comes in, where the other end does not say. */
  readonly observation: Observation;
  readonly decoding = new Decoding();
  readonly encoders: Encoders;

  constructor(private readonly connection: Connection) {
    this.meter = new FlowMeter(connection.pc);
    this.observation = new Observation(connection.pc);
    this.encoders = new Encoders(connection.lines);
  }

  /** Tells the other end what has come in, by line, what of it no picture came of, and how high it is shown. */
  sayReceipt(shown: Shown | undefined): void {
    const heard = this.encoders.byKind(this.meter.heard);
    this.connection.sayNow(serializeReceipt({ heard, undecoded: this.decoding.undecoded, shown }), 0); // the next one says more
  }

  /** Counts what flows. `isOn`: the pictures that the other end says it sends. */
  async measure(isOn: Pick<PeerState, PictureKind>, time: Pick<Time, 'now'>): Promise<void> {
    await this.meter.measure();
    const now = time.now();
    this.observation.hear(this.meter.heard, now);
    // Nobody misses a picture in a page that is not shown, where decoding is the browser's own affair.
    const isShown = document.visibilityState === 'visible';
    this.decoding.look(this.#pictures(), isShown ? isOn : NO_PICTURES, now);
  }

  /**
   * Whether a picture, theirs or ours, stays unseen: its m-line was rejected (RFC 8829, 5.3.1), as it is by who knows none of the
   * formats in it. Opposite a deployed client there is such a line only where there is, or was, a picture.
   */
  lacksFormat(theirs: Pick<PeerState, 'camera' | 'screen'>, isDeployed: boolean): boolean {
    if (this.connection.isClosed) return false; // All its lines are stopped.
    const { lines } = this.connection;
    const { camera, screen } = lines.local.tracks;
    const isWanted = isDeployed || theirs.camera || theirs.screen || camera !== null || screen !== null;
    return isWanted && PICTURE_KINDS.some((kind) => lines.all.get(kind)?.currentDirection === 'stopped');
  }

  /** What came in of each picture. */
  #pictures(): Partial<Record<PictureKind, PictureCounts>> {
    const entries = PICTURE_KINDS.flatMap((kind) => {
      const mid = this.connection.lines.all.get(kind)?.mid;
      const counts = typeof mid === 'string' ? this.meter.pictures(mid) : undefined;
      return counts ? [[kind, counts] as const] : [];
    });
    return Object.fromEntries(entries);
  }
}
