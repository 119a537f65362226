import { LINE_KINDS, type LineKind } from '../protocol/extensions.js';
import type { PeerState } from '../protocol/peer-state.js';

const isScreen = (kind: LineKind): boolean => kind === 'screen' || kind === 'screen-audio';

/** Where a peer's tracks come in, by what they are for. */
export interface Incoming {
  received(kind: LineKind): MediaStreamTrack | undefined;
}

/** What comes from one peer. The two streams stay the same objects for its life; tracks come and go in them. */
export class ReceivedMedia {
  readonly stream = new MediaStream();
  readonly screenStream = new MediaStream();
  readonly #tracks = new Map<LineKind, MediaStreamTrack>();

  get streams(): Pick<ReceivedMedia, 'stream' | 'screenStream'> {
    const { stream, screenStream } = this;
    return { stream, screenStream };
  }

  /** Puts `track` in the place of the line's last one; `undefined` empties it. */
  set(kind: LineKind, track: MediaStreamTrack | undefined): void {
    const last = this.#tracks.get(kind);
    if (last === track) return;
    const stream = isScreen(kind) ? this.screenStream : this.stream;
    if (last) stream.removeTrack(last);
    if (track) {
      stream.addTrack(track);
      this.#tracks.set(kind, track);
    } else {
      this.#tracks.delete(kind);
    }
  }

  /** Shows what the peer has on. Once heard, a microphone's track stays: taking it out and in again would click. */
  follow(state: PeerState, incoming: Incoming | undefined): void {
    const wasHeard = this.#tracks.has('microphone');
    this.set('microphone', state.microphone || wasHeard ? incoming?.received('microphone') : undefined);
    this.set('camera', state.camera ? incoming?.received('camera') : undefined);
    this.set('screen', state.screen ? incoming?.received('screen') : undefined);
    this.set('screen-audio', state.screen ? incoming?.received('screen-audio') : undefined);
  }

  clear(): void {
    for (const kind of LINE_KINDS) this.set(kind, undefined);
  }
}
