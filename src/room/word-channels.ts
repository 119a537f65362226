import { Rate } from '../signaling/rate.js';
import type { Mesh } from '../mesh/mesh.js';
import { REAL_TIME } from '../signaling/time.js';

/** Bytes that may wait in a channel before nothing more is put into it. */
const MOST_WAITING = 1_048_576;
/** Milliseconds until a channel that was lost is opened again. */
const REST = 500;
/** Words of one peer, at once and a second: some five times what an honest page says and confirms. */
const RATE = { burst: 2_000, perSecond: 1_000 };

export interface WordHandlers {
  readonly onWord: (from: string, data: unknown) => void;
  /** There is a way to somebody now, or room in it again. */
  readonly onReady: (id: string) => void;
  /** The way to somebody is gone; what was said last may not have arrived. */
  readonly onLost: (id: string) => void;
}

/** Words to each of ours over a data channel of our own, and theirs to us over one of theirs: in order, and none lost while it is open. */
export class WordChannels {
  readonly #ours = new Map<string, RTCDataChannel>();
  readonly #theirs = new Map<string, RTCDataChannel>();
  /** Whose channel was lost just now. */
  readonly #rests = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #rate = new Rate(RATE, REAL_TIME);

  constructor(
    private readonly label: string,
    private readonly mesh: () => Mesh | undefined,
    private readonly handlers: WordHandlers,
  ) {}

  /** Says a word to somebody; false while that cannot be: `onReady` tells. */
  say(to: string, word: string): boolean {
    const channel = this.#open(to);
    if (channel?.readyState !== 'open' || channel.bufferedAmount > MOST_WAITING) return false;
    channel.send(word);
    return true;
  }

  /** Hears what comes in on a channel of theirs; `early`: what has already. An earlier one is heard no more. */
  take(from: string, channel: RTCDataChannel, early: readonly unknown[] = []): void {
    const before = this.#theirs.get(from);
    this.#theirs.set(from, channel);
    before?.close();
    for (const data of early) this.handlers.onWord(from, data);
    channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (this.#theirs.get(from) !== channel) return;
      if (this.#rate.admits(from)) this.handlers.onWord(from, data);
      else channel.close();
    });
    channel.addEventListener('close', () => {
      if (this.#theirs.get(from) === channel) this.#theirs.delete(from);
    });
  }

  end(): void {
    const all = [...this.#ours.values(), ...this.#theirs.values()];
    this.#ours.clear();
    this.#theirs.clear();
    for (const timer of this.#rests.values()) clearTimeout(timer);
    this.#rests.clear();
    for (const channel of all) channel.close();
  }

  #open(to: string): RTCDataChannel | undefined {
    if (this.#rests.has(to)) return undefined;
    const there = this.#ours.get(to);
    if (there && there.readyState !== 'closing' && there.readyState !== 'closed') return there;
    if (there) {
      this.#lose(to, there); // its event is on the way
      return undefined;
    }
    const channel = this.mesh()?.openChannel(to, this.label);
    if (!channel) return undefined;
    this.#ours.set(to, channel);
    channel.bufferedAmountLowThreshold = MOST_WAITING / 2;
    const tellReady = () => {
      if (this.#ours.get(to) === channel) this.handlers.onReady(to);
    };
    channel.addEventListener('open', tellReady);
    channel.addEventListener('bufferedamountlow', tellReady);
    channel.addEventListener('close', () => {
      this.#lose(to, channel);
    });
    return channel;
  }

  /** Whoever closes ours again and again does not have us open it again and again. */
  #lose(to: string, channel: RTCDataChannel): void {
    if (this.#ours.get(to) !== channel) return;
    this.#ours.delete(to);
    const rest = setTimeout(() => {
      this.#rests.delete(to);
      this.handlers.onReady(to);
    }, REST);
    this.#rests.set(to, rest);
    this.handlers.onLost(to);
  }
}
