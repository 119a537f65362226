import type { PeerState } from '../protocol/peer-state.js';

/** Lines whose pictures may come in and not be decoded. */
export type PictureKind = 'camera' | 'screen';
export const PICTURE_KINDS: readonly PictureKind[] = ['camera', 'screen'];

export const NO_PICTURES = { camera: false, screen: false } as const satisfies Pick<PeerState, PictureKind>;

/** Milliseconds without a picture, though packets of one come in, after which a key frame is asked for: browsers do it sooner. */
const ASK = 3_000;
/** Milliseconds that count between two looks at most: what a late timer did not see it does not know. */
const LOOK = 1_100;
/** What a look counts in which packets came and no whole picture: over a narrow path a large one is long on its way. */
const INCOMPLETE = 0.4;
/** Packets between two looks that say nothing: browsers probe the path with padding. */
const TRICKLE = 2;

/** Of one line, since its connection began. */
export interface PictureCounts {
  readonly packets: number;
  /** Put together from packets, and decoded (W3C WebRTC Statistics). */
  readonly framesReceived: number;
  readonly framesDecoded: number;
}

/**
 * Tells pictures that come in and are not decoded from those that are not sent: of a picture that stands still, or of a
 * camera that is off, little or nothing comes, and what comes is decoded, shown or not.
 */
export class Decoding {
  readonly #last = new Map<PictureKind, PictureCounts>();
  readonly #blind = new Map<PictureKind, number>();
  #lookedAt = 0;

  /** Milliseconds of looks in which something came, and no picture. */
  get blind(): number {
    return Math.max(0, ...this.#blind.values());
  }

  /** Lines that need a key frame. */
  get undecoded(): readonly PictureKind[] {
    return PICTURE_KINDS.filter((kind) => (this.#blind.get(kind) ?? 0) >= ASK);
  }

  /** `isOn`: what the other end says it sends. `now`: ms of the clock. */
  look(
    counts: Readonly<Partial<Record<PictureKind, PictureCounts>>>,
    isOn: Pick<PeerState, PictureKind>,
    now: number,
  ): void {
    const passed = Math.min(LOOK, now - this.#lookedAt);
    this.#lookedAt = now;
    for (const kind of PICTURE_KINDS) {
      const [before, current] = [this.#last.get(kind), counts[kind]];
      if (current) this.#last.set(kind, current);
      if (!before || !current || !isOn[kind] || current.framesDecoded !== before.framesDecoded)
        this.#blind.delete(kind);
      else if (current.framesReceived > before.framesReceived) this.#add(kind, passed);
      else if (current.packets - before.packets > TRICKLE) this.#add(kind, passed * INCOMPLETE);
    }
  }

  #add(kind: PictureKind, milliseconds: number): void {
    this.#blind.set(kind, (this.#blind.get(kind) ?? 0) + milliseconds);
  }
}
