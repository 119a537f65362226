import { expect } from '@open-wc/testing';
import { createCanvasTrack } from '../helpers/tracks.js';
import { answersOf, isSame, MeshPair, type Side } from './mesh-pair.js';

/** The video tracks that a side sends. */
const pictures = (pair: MeshPair, side: Side): (MediaStreamTrack | null)[] =>
  pair.talking(side).flatMap((connection) =>
    connection
      .getTransceivers()
      .filter(({ receiver, direction }) => receiver.track.kind === 'video' && direction !== 'recvonly')
      .map(({ sender }) => sender.track),
  );

describe('opposite a deployed client', () => {
  let pair: MeshPair;
  let face: ReturnType<typeof createCanvasTrack>;
  let screen: ReturnType<typeof createCanvasTrack>;
  beforeEach(() => {
    // A client without our words is a deployed one.
    pair = new MeshPair({
      hook: (signal) => {
        Reflect.deleteProperty(signal, 'x');
        return 'pass';
      },
    });
    face = createCanvasTrack('teal');
    screen = createCanvasTrack('navy', { width: 640, height: 480 });
  });
  afterEach(() => {
    pair.close();
    face.stop();
    screen.stop();
  });
  const sends = (track: MediaStreamTrack) => pair.until(() => pictures(pair, pair.a).includes(track));

  it('the screen is shown in the camera’s place while it is shared, and nothing is offered anew for it', async () => {
    pair.a.mesh.setTrack('camera', face.track);
    pair.meet('deployed');
    await pair.connected();
    const offers = pair.a.sent.filter(({ type }) => type === 'webrtc.offer').length;
    expect(pictures(pair, pair.a)).to.deep.equal([face.track]);
    pair.a.mesh.setTrack('screen', screen.track);
    pair.a.mesh.setTrack('screen-audio', null);
    await sends(screen.track);
    expect(pictures(pair, pair.a), 'one picture at a time').to.deep.equal([screen.track]);
    await pair.until(() => pair.z.link()?.flow?.frameWidth === 640); // In full size.
    expect(pair.z.link()?.stream.getVideoTracks()).to.have.length(1);
    pair.a.mesh.setTrack('screen', null);
    await sends(face.track);
    expect(pictures(pair, pair.a)).to.deep.equal([face.track]);
    expect(pair.a.sent.filter(({ type }) => type === 'webrtc.offer')).to.have.length(offers);
  });

  it('the screen gets a line where no camera was', async () => {
    pair.meet('deployed');
    await pair.connected();
    expect(pictures(pair, pair.a)).to.deep.equal([]);
    pair.a.mesh.setTrack('screen', screen.track);
    await sends(screen.track);
    await pair.until(() => pair.z.link()?.flow?.frameWidth === 640);
    expect(pictures(pair, pair.a)).to.deep.equal([screen.track]);
  });

  it('a camera that comes on while our answer waits for our addresses is offered once that is sent', async () => {
    let isEarly = false;
    const native: () => Promise<void> = Reflect.get(RTCPeerConnection.prototype, 'setLocalDescription');
    Object.defineProperty(RTCPeerConnection.prototype, 'setLocalDescription', {
      configurable: true,
      async value(this: RTCPeerConnection) {
        await native.call(this);
        if (this.localDescription?.type !== 'answer') return;
        isEarly = answersOf(pair.z).length === 0;
        pair.z.mesh.setTrack('camera', face.track);
      },
    });
    try {
      pair.meet('deployed');
      await pair.until(() => answersOf(pair.z).length === 1);
    } finally {
      Reflect.deleteProperty(RTCPeerConnection.prototype, 'setLocalDescription');
    }
    const known = [...pair.z.connections];
    await pair.until(() => (pair.a.link()?.flow?.frameWidth ?? 0) > 0);
    expect(isSame(pair.z.connections, known), 'no other was needed').to.equal(true);
    expect(isEarly, 'it came on before the answer went').to.equal(true);
  });
});

describe('between ours', () => {
  it('a screen stands beside the camera', async () => {
    const pair = new MeshPair();
    const [face, screen] = [createCanvasTrack('teal'), createCanvasTrack('navy')];
    pair.a.mesh.setTrack('camera', face.track);
    pair.a.mesh.setTrack('screen', screen.track);
    pair.meet();
    await pair.connected();
    await pair.until(() => [face.track, screen.track].every((track) => pictures(pair, pair.a).includes(track)));
    pair.close();
    face.stop();
    screen.stop();
  });
});
