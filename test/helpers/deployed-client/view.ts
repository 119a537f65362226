/**
 * What a deployed client shows of one peer: one sound and one picture.
 *
 * protocol.md, How a deployed client behaves, known fault 3: "it tells camera from screen by the track's label, which
 * never crosses the wire, so a second video replaces the first in its view".
 */
export class PeerView {
  readonly stream = new MediaStream();
  /** Video tracks that a later one pushed out. */
  replaced = 0;

  // It is a call, so it is heard; and Chromium counts the energy of a sound only where it is played.
  readonly #player = Object.assign(new Audio(), { autoplay: true });

  constructor(private readonly changed: () => void) {
    this.#player.srcObject = this.stream;
  }

  get audio(): MediaStreamTrack | undefined {
    return this.stream.getAudioTracks()[0];
  }

  /** An empty camera line counts too: "it shows an empty one as a black tile" (architecture.md, decision 8). */
  get video(): MediaStreamTrack | undefined {
    return this.stream.getVideoTracks()[0];
  }

  close(): void {
    this.#player.srcObject = null;
  }

  handleTrack({ track, streams }: RTCTrackEvent): void {
    for (const shown of this.stream.getTracks()) {
      if (shown.kind !== track.kind || shown === track) continue;
      this.stream.removeTrack(shown);
      if (track.kind === 'video') this.replaced += 1;
    }
    this.stream.addTrack(track);
    // The peer took the track back: its line is no longer sent. The one it replaced does not come back.
    streams[0]?.addEventListener('removetrack', (event) => {
      if (event.track !== track) return;
      this.stream.removeTrack(track);
      this.changed();
    });
    for (const type of ['mute', 'unmute', 'ended']) track.addEventListener(type, this.changed);
    this.changed();
  }
}
