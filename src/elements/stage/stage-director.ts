import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { RoomStore } from '../../room/room-store.js';
import type { Peer } from '../../room/types.js';
import { newestFirst, nextOnStage, planStage, showsScreen, STAY, type OnStage, type StagePlan } from './stage-plan.js';

/** Of the box, and of how one looks at it. */
export interface Outlook {
  readonly isSmall: boolean;
  readonly isTiny: boolean;
  readonly selfHidden: boolean;
  readonly hasFreeCell: boolean;
}

/** Remembers what decides who is on the stage beside the store: the order of screens, who spoke, what was pinned. */
export class StageDirector implements ReactiveController {
  /** Whether of the person who is pinned it is the screen: the meeting knows people only. */
  pinsScreen = false;
  plan: StagePlan = { stage: undefined, others: [], floats: false, speaker: undefined, pinned: undefined };
  #screens: readonly string[] = [];
  #onStage: OnStage | undefined;
  #staying: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** Id of who speaks, or spoke last. */
  get speaker(): string | undefined {
    return this.#onStage?.id;
  }

  hostDisconnected(): void {
    clearTimeout(this.#staying);
  }

  /** Decides anew; `peers` are those who have a tile. */
  direct(store: RoomStore, peers: readonly Peer[], outlook: Outlook): void {
    this.#hear(store.$activeSpeaker.get(), peers);
    const requires = store.$requiresTrust.get();
    const sharing = peers.filter((peer) => showsScreen(peer, requires)).map(({ id }) => id);
    this.#screens = newestFirst(this.#screens, sharing);
    this.plan = planStage({
      ...outlook,
      layout: store.$layout.get(),
      peers,
      screens: this.#screens,
      selfId: store.$self.get()?.id,
      pinned: store.$pinned.get(),
      pinsScreen: this.pinsScreen,
      speaker: this.speaker,
    });
  }

  /** Looks again once who is on the stage has been there long enough for the next. */
  #hear(speaks: string | undefined, peers: readonly Peer[]): void {
    clearTimeout(this.#staying);
    const now = performance.now();
    const isThere = (id: string): boolean => peers.some((peer) => peer.id === id);
    const onStage = nextOnStage(this.#onStage, speaks, isThere, now);
    this.#onStage = onStage;
    if (!onStage || speaks === undefined || onStage.id === speaks || !isThere(speaks)) return;
    this.#staying = setTimeout(() => this.host.requestUpdate(), onStage.since + STAY - now);
  }
}
