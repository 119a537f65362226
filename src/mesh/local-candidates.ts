import { OURS, type Pace, Resend } from './resend.js';

/** Milliseconds in which candidates found late gather for one frame. */
const BATCH = 10;

export interface LocalCandidatesOptions {
  /** Whether the other end takes many at once and acknowledges. */
  readonly isOurs: () => boolean;
  readonly sendOne: (candidate: RTCIceCandidateInit) => void;
  readonly sendAll: (candidates: readonly RTCIceCandidateInit[]) => void;
}

/**
 * Sends on the candidates that were found after their description went out. To ours: all of them so far in one frame,
 * again until it is acknowledged. To a deployed client: each by itself, as it is found.
 */
export class LocalCandidates {
  #found: RTCIceCandidateInit[] = [];
  /** The description that went out; before that, everything found rides in it. */
  #described: string | undefined;
  #late: RTCIceCandidateInit[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #resend: Resend | undefined;

  constructor(
    private readonly connection: RTCPeerConnection,
    private readonly options: LocalCandidatesOptions,
    private readonly pace?: Pace,
  ) {
    connection.addEventListener('icecandidate', ({ candidate }) => {
      if (candidate?.candidate) this.#add(candidate.toJSON());
    });
  }

  /** A description goes out: what it lacks, and what is found from now on, is sent on. */
  describe(sdp: string): void {
    this.stop();
    this.#described = sdp;
    this.#late = [];
    const found = this.#found;
    this.#found = [];
    for (const candidate of found) this.#add(candidate);
  }

  /** The other end has `count` of the late ones. */
  acknowledge(count: number): void {
    if (count >= this.#late.length) this.#resend?.stop();
  }

  /** There is somebody to say them to. */
  remind(): void {
    this.#resend?.now();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#resend?.stop();
  }

  #add(candidate: RTCIceCandidateInit): void {
    if (this.#described === undefined) {
      this.#found.push(candidate);
      return;
    }
    const line = (candidate.candidate ?? '').replace(/^candidate:/u, '');
    // In the description already, by all but the extras that some browsers append to an event's candidate.
    if (this.#described.includes(line.replace(/ (generation|ufrag|network-id|network-cost) .*$/u, ''))) return;
    if (!this.options.isOurs()) {
      this.options.sendOne(candidate);
      return;
    }
    this.#late.push(candidate);
    this.#timer ??= setTimeout(this.#send, BATCH);
  }

  readonly #send = (): void => {
    this.#timer = undefined;
    this.#resend?.stop();
    this.options.sendAll(this.#late);
    this.#resend = new Resend(
      () => {
        if (this.connection.connectionState === 'connected') this.#resend?.stop();
        else this.options.sendAll(this.#late);
      },
      OURS,
      this.pace,
    );
  };
}
