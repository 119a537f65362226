import { LINE_KINDS, type LineKind } from '../protocol/extensions.js';

const isScreen = (kind: LineKind): boolean => kind === 'screen' || kind === 'screen-audio';

/** What comes from one peer. The two streams stay the same objects for its life; tracks come and go in them. */
export class ReceivedMedia {
  readonly stream = new MediaStream();
  readonly screenStream = new MediaStream();
  readonly #tracks = new Map<LineKind, MediaStreamTrack>();

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

  clear(): void {
    for (const kind of LINE_KINDS) this.set(kind, undefined);
  }
}
