/** How long a description waits for candidates. */
export interface Patience {
  /** Milliseconds at most. */
  readonly window: number;
  /** Milliseconds without another candidate after which those found go out. */
  readonly quiet: number;
}

/**
 * For a machine's own addresses, which come in one burst. What takes a server's answer (some 30 to 80 ms) is sent on,
 * rather than waited for.
 */
export const BRIEF: Patience = { window: 80, quiet: 8 };
/** For all there are, where frames are dear. */
export const LONG: Patience = { window: 500, quiet: 100 };

/** Tells when the candidates that are found quickly have been found, so that they ride in the description. */
export class Gathering {
  #foundAt: number | undefined;
  #begunAt: number | undefined;

  constructor(private readonly connection: RTCPeerConnection) {
    connection.addEventListener('icecandidate', ({ candidate }) => {
      if (candidate?.candidate) this.#foundAt = performance.now();
    });
    connection.addEventListener('icegatheringstatechange', () => {
      if (connection.iceGatheringState !== 'gathering') return;
      this.#begunAt = performance.now();
      this.#foundAt = undefined;
    });
  }

  /** Resolves when all are found, when a burst of them is over, after the window, or when the connection closes. */
  settled({ window, quiet }: Patience): Promise<void> {
    return new Promise((resolve) => {
      const { connection } = this;
      const from = performance.now();
      let timer: ReturnType<typeof setTimeout> | undefined;
      const done = () => {
        clearTimeout(timer);
        connection.removeEventListener('icegatheringstatechange', check);
        connection.removeEventListener('icecandidate', check);
        resolve();
      };
      const check = () => {
        clearTimeout(timer);
        if (connection.iceGatheringState === 'complete' || connection.signalingState === 'closed') {
          done();
          return;
        }
        const now = performance.now();
        const end = (this.#begunAt ?? from) + window;
        const due = this.#foundAt === undefined ? end : Math.min(end, this.#foundAt + quiet);
        if (now >= due) done();
        else timer = setTimeout(check, due - now);
      };
      connection.addEventListener('icegatheringstatechange', check);
      connection.addEventListener('icecandidate', check);
      check();
    });
  }
}
