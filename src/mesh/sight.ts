import type { PeerState } from '../protocol/peer-state.js';
import { isSameShown, type Shown } from '../protocol/shown.js';
import type { PictureKind } from './decoding.js';
import { NO_PRESSURE, type Patience, press, type Pressure } from './pressure.js';
import type { Flow } from './stats.js';
import type { PeerBudget } from './uplink.js';

const PATIENCE: Patience = { hold: 3_000, calm: 10_000, most: 4 };
/** Of what a picture may cost, what the path must carry. */
const ENOUGH = 0.9;

/** Who of two sees how much of the other, and whether the path to the other end carries what is meant for it. */
export class Sight {
  #there: Shown | undefined;
  #path: Pressure = NO_PRESSURE;

  /** `here`: how high their pictures are shown here, once somebody says. */
  constructor(
    private readonly source: () => Shown | undefined,
    private readonly onChange: () => void,
  ) {}

  get here(): Shown | undefined {
    return this.source();
  }

  /** How high they show ours; `undefined`: they do not say. */
  get there(): Shown | undefined {
    return this.#there;
  }

  /** How often the path has turned out narrower than what was meant for it. */
  get narrowed(): number {
    return this.#path.level;
  }

  hear(shown: Shown | undefined): void {
    if (isSameShown(this.#there, shown)) return;
    this.#there = shown;
    this.onChange();
  }

  /** The pictures that should come of those they send: none that we said we do not show. */
  expects({ camera, screen }: Pick<PeerState, PictureKind>): Pick<PeerState, PictureKind> {
    const { here } = this;
    return { camera: camera && here?.camera !== 0, screen: screen && here?.screen !== 0 };
  }

  /** A second has passed, `now` is ms of the clock. */
  look(flow: Flow | undefined, budget: PeerBudget | undefined, now: number): void {
    const { qualityLimitationReason: reason, availableOutgoingBitrate: carries = Infinity } = flow ?? {};
    const meant = (budget?.camera?.maxBitrate ?? 0) + (budget?.screen?.maxBitrate ?? 0);
    this.#path = press(this.#path, reason === 'bandwidth' && carries < meant * ENOUGH, now, PATIENCE);
  }
}
