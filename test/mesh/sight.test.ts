import { expect } from '@open-wc/testing';
import { SILENT_STATE } from '../../src/protocol/peer-state.js';
import { type Shown, UNSEEN } from '../../src/protocol/shown.js';
import { createCanvasTrack } from '../helpers/tracks.js';
import { MeshPair, type Side } from './mesh-pair.js';

/** A count of the video that goes out, or comes in, over all connections of a side. */
const count = async (side: Side, type: 'outbound-rtp' | 'inbound-rtp', key: string): Promise<number> => {
  let total = 0;
  for (const connection of side.connections) {
    if (connection.signalingState === 'closed') continue;
    (await connection.getStats()).forEach((entry: Record<string, unknown>) => {
      if (entry['type'] === type && entry['kind'] === 'video') total += Number(entry[key] ?? 0);
    });
  }
  return total;
};
const encoded = (side: Side) => count(side, 'outbound-rtp', 'framesEncoded');
const decoded = (side: Side) => count(side, 'inbound-rtp', 'framesDecoded');

describe('a picture that nobody sees', () => {
  let pair: MeshPair;
  let source: ReturnType<typeof createCanvasTrack>;
  beforeEach(async () => {
    pair = new MeshPair();
    source = createCanvasTrack('teal', { width: 640, height: 360 });
    pair.a.state = { ...SILENT_STATE, camera: true };
    pair.meet();
    pair.a.mesh.setTrack('camera', source.track);
    await pair.connected();
  });
  afterEach(() => {
    pair.close();
    source.stop();
  });

  const show = (shown: Shown): void => {
    pair.z.shown = shown;
    pair.z.mesh.sayShown('a');
  };
  /** Resolves when pictures have come in that had not before. */
  const seen = async (more = 1): Promise<void> => {
    const before = await decoded(pair.z);
    let now = before;
    while (now < before + more) {
      await pair.until(() => true);
      await new Promise((resolve) => requestAnimationFrame(resolve));
      now = await decoded(pair.z);
    }
  };
  /** Resolves when no encoder has worked between two looks of the mesh. */
  const rested = async (): Promise<void> => {
    let before = -1;
    let now = await encoded(pair.a);
    while (before !== now) {
      before = now;
      const at = performance.now();
      await pair.until(() => performance.now() - at > 1_500);
      now = await encoded(pair.a);
    }
  };

  it('costs no encoder, and is there again when it is seen again', async () => {
    await seen();
    show(UNSEEN);
    await rested();
    show({ camera: 180, screen: 0 });
    await seen(3);
  });

  it('is taken for no fault by anybody, however long: nothing is asked for, restarted or replaced', async () => {
    await seen();
    show(UNSEEN);
    await rested();
    const frames = await encoded(pair.a);
    const before = [...pair.a.connections, ...pair.z.connections].length;
    const offers = pair.a.sent.length + pair.z.sent.length;
    const at = performance.now();
    await pair.until(() => performance.now() - at > 15_000); // Longer than any fault is waited for.
    expect(pair.a.link()?.state).to.equal('connected');
    expect(pair.z.link()?.state).to.equal('connected');
    expect(pair.z.link()?.camera, 'the camera is on all the same').to.equal(true);
    expect([...pair.a.connections, ...pair.z.connections].length).to.equal(before);
    expect(pair.a.sent.length + pair.z.sent.length).to.equal(offers);
    expect(await encoded(pair.a)).to.equal(frames);
    show({ camera: 360, screen: 0 });
    await seen(3);
  });

  it('is sent as ever to who does not say', async () => {
    await seen();
    // Firefox begins with a smaller one by itself.
    while ((await count(pair.z, 'inbound-rtp', 'frameHeight')) < 360) await seen();
  });

  it('is sent as small as it is shown', async () => {
    show({ camera: 120, screen: 0 });
    let height = 360;
    while (height > 120) {
      await seen(2);
      height = await count(pair.z, 'inbound-rtp', 'frameHeight');
    }
  });
});
