import type { DeviceKind } from '../media/device-failure.js';
import { FrameMeter } from '../media/frame-meter.js';
import type { LocalMedia, LocalMediaHandlers } from '../media/local-media.js';
import { Stalls } from '../media/stalls.js';
import { OwnVoice } from './own-voice.js';
import type { RoomStore } from './room-store.js';

/** Looks after our microphone and camera while they are on: whether they give anything, and how loud we are. */
export class OwnWatch {
  readonly #voice: OwnVoice;
  readonly #frames: FrameMeter;

  constructor(
    store: RoomStore,
    private readonly media: LocalMedia,
    onError: LocalMediaHandlers['onError'],
  ) {
    const stalls = new Stalls(media, onError);
    this.#voice = new OwnVoice(store, (gives) => {
      stalls.look('microphone', gives);
    });
    this.#frames = new FrameMeter((gives) => {
      stalls.look('camera', gives);
    });
  }

  /** A device went on or off, or has another track. */
  follow(kind: DeviceKind): void {
    const device = this.media[kind];
    if (kind === 'microphone') this.#voice.hear(device.isOn ? device.track : undefined);
    else this.#frames.measure(device.own);
  }
}
