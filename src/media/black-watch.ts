/** Pixels a side: a look costs nothing that could be measured. */
const SIDE = 16;
/** What still is black, of 255: a dark room has more noise than that. */
const BLACK = 2;
/** Milliseconds of black after which it is no picture. */
const LONG = 2_000;

interface Watched {
  readonly track: MediaStreamTrack;
  readonly video: HTMLVideoElement;
  blackSince: number | undefined;
}

/** Looks at pictures now and then, by whom they are of: whether somebody's is nothing but black. */
export class BlackWatch {
  readonly #watched = new Map<string, Watched>();
  #context: CanvasRenderingContext2D | null | undefined;

  /** Looks at `tracks`, and at no others from now on, at `now` (ms). Returns the ids of those that are black, and were for 2 s. */
  look(tracks: ReadonlyMap<string, MediaStreamTrack>, now: number): ReadonlySet<string> {
    for (const [id, { track, video }] of this.#watched) {
      if (tracks.get(id) === track) continue;
      video.srcObject = null;
      this.#watched.delete(id);
    }
    for (const [id, track] of tracks) {
      const watched = this.#watched.get(id) ?? this.#watch(id, track);
      if (document.visibilityState === 'hidden') {
        // Nothing is drawn then; what was black for a moment is not black for long.
        if (watched.blackSince !== undefined && now - watched.blackSince < LONG) watched.blackSince = undefined;
        continue;
      }
      watched.blackSince = this.#isBlack(watched.video) ? (watched.blackSince ?? now) : undefined;
    }
    const isBlack = ({ blackSince }: Watched) => blackSince !== undefined && now - blackSince >= LONG;
    return new Set([...this.#watched].flatMap(([id, watched]) => (isBlack(watched) ? [id] : [])));
  }

  #watch(id: string, track: MediaStreamTrack): Watched {
    const video = document.createElement('video');
    Object.assign(video, { muted: true, playsInline: true, autoplay: true, srcObject: new MediaStream([track]) });
    video.play().catch(() => undefined); // Where it may not play it is not looked at.
    const watched: Watched = { track, video, blackSince: undefined };
    this.#watched.set(id, watched);
    return watched;
  }

  #isBlack(video: HTMLVideoElement): boolean {
    if (video.videoWidth === 0 || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return false;
    this.#context ??= Object.assign(document.createElement('canvas'), { width: SIDE, height: SIDE }).getContext('2d', {
      willReadFrequently: true,
    });
    if (!this.#context) return false;
    this.#context.clearRect(0, 0, SIDE, SIDE);
    this.#context.drawImage(video, 0, 0, SIDE, SIDE);
    const { data } = this.#context.getImageData(0, 0, SIDE, SIDE);
    // What was not drawn has no alpha, and is not black.
    return data.every((value, index) => (index % 4 === 3 ? value === 255 : value <= BLACK));
  }
}
