import { loudness } from '../media/loudness.js';
import type { Mesh } from '../mesh/mesh.js';
import { ActiveSpeaker, type Voice } from './active-speaker.js';
import { ActiveSpeakerChangeEvent } from './events.js';
import type { RoomStore } from './room-store.js';
import { SpeechGate } from './speech.js';
import type { PeerStats } from './types.js';

/** Milliseconds between two looks at the voices, and at the figures. */
const VOICES = 200;
const FIGURES = 1_000;
/**
 * Of the page's time that looks at the voices may take. Each waits in Chromium for its WebRTC threads: while five join on two busy
 * cores, looks every 200 ms held up the page for 0.7 s of the first 9.
 */
const SHARE = 0.05;
/** Milliseconds between two looks, at most. */
const LONGEST = 2_000;

export interface CallWatchSource {
  readonly mesh: () => Pick<Mesh, 'audioLevel' | 'setSpeaking'> | undefined;
  readonly stats: () => Promise<readonly PeerStats[]>;
  readonly dispatch: (event: Event) => void;
}

/** What is looked at again and again while a call lasts: who speaks, and the figures of each connection. */
export class CallWatch {
  readonly #gates = new Map<string, SpeechGate>();
  #floor = new ActiveSpeaker();
  #figures: ReturnType<typeof setInterval> | undefined;
  #voices: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly store: RoomStore,
    private readonly source: CallWatchSource,
  ) {}

  start(): void {
    this.stop();
    this.#figures = setInterval(() => void this.#count(), FIGURES);
    this.#listenIn(VOICES);
  }

  stop(): void {
    clearInterval(this.#figures);
    clearTimeout(this.#voices);
    this.#figures = undefined;
    this.#gates.clear();
    this.#floor = new ActiveSpeaker();
    this.store.$stats.set(new Map());
    this.#show(undefined);
  }

  /** One look at the voices, at `now` (ms). */
  listen(now: number): void {
    const mesh = this.source.mesh();
    if (!mesh) return;
    const peers = this.store.$peers.get();
    for (const id of this.#gates.keys()) if (!peers.has(id)) this.#gates.delete(id);
    const voices = new Map<string, Voice>();
    for (const [id, peer] of peers) {
      const gate = this.#gates.get(id) ?? new SpeechGate();
      this.#gates.set(id, gate);
      // Who is not heard is not asked for: the last level stays to be read when nothing more comes in.
      const level = peer.microphone && peer.state === 'connected' ? loudness(mesh.audioLevel(id)) : 0;
      voices.set(id, { loudness: level, isSpeaking: gate.hear(level, now) });
    }
    mesh.setSpeaking(new Set([...voices].flatMap(([id, { isSpeaking }]) => (isSpeaking ? [id] : []))));
    this.#show(this.#floor.hear(voices, now));
  }

  #listenIn(rest: number): void {
    clearTimeout(this.#voices);
    this.#voices = setTimeout(() => {
      const start = performance.now();
      try {
        this.listen(start);
      } finally {
        // Who is told may have left.
        const wanted = Math.max(VOICES, (performance.now() - start) / SHARE);
        if (this.#figures !== undefined) this.#listenIn(Math.min(wanted, LONGEST));
      }
    }, rest);
  }

  async #count(): Promise<void> {
    const stats = await this.source.stats();
    if (this.#figures !== undefined) this.store.$stats.set(new Map(stats.map((each) => [each.id, each])));
  }

  #show(id: string | undefined): void {
    const { $activeSpeaker, $peers } = this.store;
    if ($activeSpeaker.get() === id) return;
    $activeSpeaker.set(id);
    this.source.dispatch(new ActiveSpeakerChangeEvent(id === undefined ? undefined : $peers.get().get(id)));
  }
}
