import { DeployedClient } from '../helpers/deployed-client/client.js';
import type { Image } from '../helpers/deployed-client/images.js';
import { createCanvasTrack, createToneTrack } from '../helpers/tracks.js';
import { type Rgb, seeBlack, seeMoving, until } from './picture.js';

export interface StandInOptions {
  readonly server: string;
  readonly token: string;
  readonly room: string;
  readonly colour: Rgb;
  readonly pitch: number;
  /** Whether it joins with its camera on. */
  readonly camera: boolean;
  /** Known fault 2 with everyone: the first connection stays `new`. */
  readonly stillborn?: boolean;
}

/** The stand-in for a deployed client as the page of an end-to-end test has it: with a picture, a tone, and eyes. */
export class StandIn {
  readonly #videos = new Map<string, HTMLVideoElement>();

  private constructor(
    readonly client: DeployedClient,
    private readonly camera: MediaStreamTrack,
  ) {}

  static async join({ colour, pitch, camera, stillborn, ...options }: StandInOptions): Promise<StandIn> {
    const { track } = createCanvasTrack(`rgb(${colour.join(' ')})`, { fps: 8 });
    const client = await DeployedClient.join({
      ...options,
      audioTrack: createToneTrack(pitch).track,
      ...(camera ? { videoTrack: track } : {}),
      stillborn: () => stillborn ?? false,
    });
    return new StandIn(client, track);
  }

  cameraOn(): void {
    this.client.setCamera(this.camera);
  }

  cameraOff(): void {
    this.client.setCamera(null);
  }

  /** Resolves once it sees a peer's moving picture. */
  sees(id: string, colour: Rgb): Promise<void> {
    return seeMoving(`${id}, at the stand-in`, () => this.#video(id), colour);
  }

  seesBlack(id: string): Promise<void> {
    return seeBlack(`${id}, at the stand-in`, () => this.#video(id));
  }

  /** Resolves once a peer's sound has come. */
  async hears(id: string): Promise<void> {
    const before = (await this.client.mediaFrom(id)).audioEnergy;
    await until(`the sound of ${id}, at the stand-in`, async () => {
      return (await this.client.mediaFrom(id)).audioEnergy > before;
    });
  }

  /** Images that have come from a peer. */
  imagesFrom(id: string): readonly Image[] {
    return this.client.pairs.get(id)?.images?.received ?? [];
  }

  /** What a deployed client would have complained about: of the server, and of all peers but `others`. */
  complaints(others: readonly string[] = []): string[] {
    const { errors, serverErrors } = this.client;
    const ofPeers = errors.filter(({ peerId }) => !others.includes(peerId));
    return [...ofPeers.map(({ peerId, during, error }) => `${peerId} ${during}: ${String(error)}`), ...serverErrors];
  }

  #video(id: string): HTMLVideoElement | undefined {
    const stream = this.client.streams.get(id);
    if (!stream?.getVideoTracks().length) return undefined;
    const video = this.#videos.get(id) ?? document.createElement('video');
    this.#videos.set(id, video);
    if (video.srcObject !== stream) {
      Object.assign(video, { srcObject: stream, muted: true, autoplay: true, playsInline: true });
      document.body.append(video);
    }
    return video;
  }
}
