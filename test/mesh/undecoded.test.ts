import { expect } from '@open-wc/testing';
import { SILENT_STATE } from '../../src/protocol/peer-state.js';
import { createCanvasTrack } from '../helpers/tracks.js';
import { MeshPair } from './mesh-pair.js';

/** Keeps what comes in from the decoder, until it is told to stop. */
const SPOILER = `
  let isOver = false;
  addEventListener('message', () => { isOver = true; });
  addEventListener('rtctransform', ({ transformer: { readable, writable } }) => {
    readable.pipeThrough(new TransformStream({
      transform(frame, controller) {
        if (isOver) controller.enqueue(frame);
      },
    })).pipeTo(writable).catch(() => undefined);
  });`;

/** Whose pictures are spoiled from now on: those of connections that are told of a track while `isOn`. */
class Spoiler {
  isOn = true;
  count = 0;
  readonly #worker: Worker;
  readonly #original = globalThis.RTCPeerConnection;
  readonly #url = URL.createObjectURL(new Blob([SPOILER], { type: 'text/javascript' }));

  constructor() {
    const worker = (this.#worker = new Worker(this.#url));
    const spoil = ({ receiver }: RTCTrackEvent): void => {
      if (!this.isOn || receiver.track.kind !== 'video') return;
      this.count += 1;
      receiver.transform = new RTCRtpScriptTransform(worker);
    };
    globalThis.RTCPeerConnection = class extends this.#original {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        this.addEventListener('track', spoil);
      }
    };
  }

  stop(): void {
    this.isOn = false;
    this.#worker.postMessage('over');
  }

  close(): void {
    globalThis.RTCPeerConnection = this.#original;
    this.#worker.terminate();
    URL.revokeObjectURL(this.#url);
  }
}

describe('a picture that comes in and is not decoded', () => {
  let spoiler: Spoiler;
  let pair: MeshPair;
  let source: ReturnType<typeof createCanvasTrack>;
  let restore: () => void;
  /** Encoders that were switched, on or off. */
  let switches: boolean[];
  beforeEach(() => {
    spoiler = new Spoiler();
    pair = new MeshPair();
    source = createCanvasTrack('teal');
    switches = [];
    const { prototype } = RTCRtpSender;
    const original = Object.getOwnPropertyDescriptor(prototype, 'setParameters');
    const { value } = original as { readonly value: RTCRtpSender['setParameters'] };
    prototype.setParameters = function (this: RTCRtpSender, parameters) {
      switches.push(parameters.encodings.every(({ active }) => active));
      return value.call(this, parameters);
    };
    restore = () => Object.defineProperty(prototype, 'setParameters', original ?? {});
  });
  afterEach(() => {
    pair.close();
    source.stop();
    spoiler.close();
    restore();
  });

  const shows = async (): Promise<void> => {
    pair.a.mesh.setTrack('camera', source.track);
    pair.a.state = { ...SILENT_STATE, camera: true };
    pair.meet();
    await pair.connected();
  };
  /** Plays it as a tile does. */
  const moves = async (): Promise<void> => {
    const srcObject = pair.z.link()?.stream ?? null;
    const video = Object.assign(document.createElement('video'), { srcObject, muted: true, autoplay: true });
    await new Promise((resolve) => video.requestVideoFrameCallback(resolve));
    video.srcObject = null;
  };

  it('comes by a key frame that its sender is asked for, on the same connection', async () => {
    await shows();
    const [first] = pair.talking(pair.z);
    await pair.until(() => switches.includes(false));
    expect(spoiler.count).to.be.greaterThan(0);
    spoiler.stop();
    await moves();
    expect(pair.talking(pair.z)[0] === first).to.equal(true);
    expect(switches.at(-1), 'the encoder is on').to.equal(true);
  });

  it('comes by a new connection where no key frame helps', async () => {
    await shows();
    const [first] = pair.talking(pair.z);
    spoiler.isOn = false; // That one stays spoiled.
    await moves();
    expect(switches).to.include(false);
    expect(first?.connectionState).to.equal('closed');
    expect(pair.a.link()?.state).to.equal('connected');
  });
});
