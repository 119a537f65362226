import type { Meeting } from '../../src/core.js';
import type { Peer } from '../../src/room/types.js';
import { DeployedClient, type DeployedClientOptions } from '../helpers/deployed-client/client.js';
import { createCanvasTrack, createToneTrack } from '../helpers/tracks.js';
import { ROOM, RoomPage, until } from './room-page.js';

/** A room of this page with the stand-in for a deployed client in it, whose id is also its name. */
export class DeployedRoom extends RoomPage {
  readonly #clients: DeployedClient[] = [];
  readonly #stops: (() => unknown)[] = [];

  picture(color: string): MediaStreamTrack {
    const picture = createCanvasTrack(color);
    this.#stops.push(() => picture.stop());
    return picture.track;
  }

  tone(): MediaStreamTrack {
    const tone = createToneTrack();
    this.#stops.push(() => tone.stop());
    return tone.track;
  }

  async deployed(id: string, options: Partial<DeployedClientOptions> = {}): Promise<DeployedClient> {
    const user = { sub: id, username: id };
    const client = await DeployedClient.join({
      connect: () => this.relay.connect(user),
      self: { id, username: id },
      room: ROOM,
      audioTrack: this.tone(),
      ...options,
    });
    this.#clients.push(client);
    return client;
  }

  override async close(): Promise<void> {
    for (const client of this.#clients) client.close();
    await super.close();
    for (const stop of this.#stops) await stop();
  }
}

/** Resolves once the only other one in the room is as `looks` wants it. */
export const seen = async (meeting: Meeting, looks: (peer: Peer) => boolean): Promise<Peer> => {
  await until(() => meeting.peers.length === 1 && meeting.peers.every(looks));
  const [peer] = meeting.peers;
  if (!peer) throw new Error('nobody is there');
  return peer;
};

/** Resolves once a picture of the stream has changed: it moves. */
export const moves = async (stream: MediaStream): Promise<void> => {
  const video = document.createElement('video');
  Object.assign(video, { srcObject: stream, muted: true, autoplay: true });
  document.body.append(video);
  for (let frames = 0; frames < 3; frames += 1) {
    await new Promise((resolve) => video.requestVideoFrameCallback(resolve));
  }
  video.remove();
  video.srcObject = null;
};
