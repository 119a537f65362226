import { MeetError } from '../errors.js';
import { type HostWord, hostFrame, parseAsk, parseKnocks } from '../protocol/house-word.js';
import type { HouseWord } from '../protocol/messages.js';
import { HostAskEvent, HouseChangeEvent, KnockEvent } from './house-events.js';
import { NOBODY, type RoomStore } from './room-store.js';
import type { Asked, House } from './types.js';

export interface HostDeskSource {
  /** The room on the wire. */
  readonly room: () => string;
  readonly say: (frame: string) => void;
  readonly dispatch: (event: Event) => void;
  /** Turns our microphone off. */
  readonly mute: () => void;
}

const isSame = (one: House | undefined, other: House | undefined): boolean =>
  one?.locked === other?.locked && one?.waiting === other?.waiting && one?.role === other?.role && !one === !other;

/** What hosts do and are told, and what a host asks of us, in a call on a server with host tools. */
export class HostDesk {
  #unlisten: (() => void)[] = [];
  #house: House | undefined;

  constructor(
    private readonly store: RoomStore,
    private readonly source: HostDeskSource,
  ) {}

  /** A call begins. */
  begin(): void {
    const { $house, $microphone, $asked } = this.store;
    this.#unlisten = [
      $house.subscribe((house) => this.#follow(house)),
      // Whoever speaks has settled either question.
      $microphone.listen((isOn) => {
        if (isOn) $asked.set(undefined);
      }),
    ];
  }

  /** The call is over. */
  end(): void {
    for (const unlisten of this.#unlisten) unlisten();
    this.#house = undefined;
    this.store.$knocks.set(NOBODY);
    this.store.$asked.set(undefined);
  }

  /** `about`: somebody's id, or whether the room is locked. @throws {MeetError} `protocol`: the server has no host tools, we are no host, or nobody there has that id; `server-unreachable` */
  say(word: HostWord, about?: string | boolean, ask?: Asked['ask']): void {
    const { $house, $state, $peers, $knocks } = this.store;
    if ($house.get()?.role !== 'host') throw new MeetError('protocol', 'only a host can do this');
    if ($state.get() !== 'joined') throw new MeetError('server-unreachable', 'the line is down just now');
    const who = typeof about === 'string' ? about : undefined;
    const isWaiting = word === 'admit' || word === 'deny';
    const isThere = isWaiting ? $knocks.get().some(({ id }) => id === who) : $peers.get().has(who ?? '');
    if (who !== undefined && !isThere) throw new MeetError('protocol', 'there is nobody by that id');
    const data = who === undefined ? { locked: about } : { userID: who, ask }; // of what is undefined nothing is written
    this.source.say(hostFrame(this.source.room(), word, data));
  }

  /** By way of the server, which can make it up. */
  hear({ type, from, data }: HouseWord): void {
    if (type === 'host.ask') this.#handleAsk(from, parseAsk(data));
    else if (from === 'system' && this.store.$house.get()?.role === 'host') this.#handleKnocks(parseKnocks(data));
  }

  #handleKnocks(knocks: ReturnType<typeof parseKnocks>): void {
    if (!knocks) return;
    const before = new Set(this.store.$knocks.get().map(({ id }) => id));
    this.store.$knocks.set(knocks);
    for (const { id, name } of knocks) if (!before.has(id)) this.source.dispatch(new KnockEvent(id, name));
  }

  #handleAsk(from: string, ask: ReturnType<typeof parseAsk>): void {
    const { $peers, $microphone, $asked } = this.store;
    const peer = $peers.get().get(from);
    if (!ask || peer?.role !== 'host') return;
    const isOn = $microphone.get();
    if (ask === 'mute') this.source.mute(); // also one that is only on its way
    if (isOn === (ask === 'mute')) $asked.set({ ask, by: peer.name });
    this.source.dispatch(new HostAskEvent(ask, peer));
  }

  #follow(house: House | undefined): void {
    if (isSame(house, this.#house)) return;
    this.#house = house;
    if (house?.role !== 'host') this.store.$knocks.set(NOBODY);
    this.source.dispatch(new HouseChangeEvent(house));
  }
}
