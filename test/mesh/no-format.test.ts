import { expect } from '@open-wc/testing';
import { SILENT_STATE } from '../../src/protocol/peer-state.js';
import { withoutCommonFormat } from '../helpers/formats.js';
import { createCanvasTrack } from '../helpers/tracks.js';
import { MeshPair } from './mesh-pair.js';

describe('two who have no video format in common', () => {
  let pair: MeshPair;
  const restore: (() => void)[] = [];
  beforeEach(() => {
    restore.push(withoutCommonFormat());
    pair = new MeshPair();
  });
  afterEach(() => {
    pair.close();
    restore.splice(0).forEach((undo) => undo());
  });
  const rejected = () => [pair.a.link()?.videoRejected, pair.z.link()?.videoRejected];

  it('are connected all the same, and both are told once one of them has a camera or screen on', async () => {
    pair.meet();
    await pair.connected();
    expect(rejected(), 'nobody misses a picture').to.deep.equal([false, false]);
    const source = createCanvasTrack('teal');
    restore.push(() => source.stop());
    pair.z.mesh.setTrack('camera', source.track);
    pair.z.state = { ...SILENT_STATE, camera: true };
    pair.z.mesh.sayState();
    await pair.until(() => rejected().every(Boolean));
    expect(pair.a.link()?.stream.getVideoTracks()).to.deep.equal([]);
    pair.z.mesh.setTrack('camera', null);
    pair.z.state = SILENT_STATE;
    pair.z.mesh.sayState();
    await pair.until(() => !rejected().some(Boolean));
    pair.z.mesh.setTrack('screen', source.track);
    pair.z.state = { ...SILENT_STATE, screen: true };
    pair.z.mesh.sayState();
    await pair.until(() => rejected().every(Boolean));
    expect([...pair.a.errors, ...pair.z.errors]).to.deep.equal([]);
    expect(pair.open().filter(({ connectionState }) => connectionState === 'connected')).to.have.length(2);
  });

  it('are told as well where the other is taken for a deployed client, which does not say what it has on', async () => {
    const source = createCanvasTrack('teal');
    restore.push(() => source.stop());
    pair.a.mesh.setTrack('camera', source.track);
    pair.hook = (signal) => {
      Object.assign(signal, { x: undefined });
      return 'pass';
    };
    pair.meet('deployed');
    await pair.until(() => rejected().every(Boolean));
    expect([...pair.a.errors, ...pair.z.errors]).to.deep.equal([]);
  });
});

describe('two who have one', () => {
  it('are told nothing of it', async () => {
    const pair = new MeshPair();
    const source = createCanvasTrack('teal');
    pair.a.mesh.setTrack('camera', source.track);
    pair.a.state = { ...SILENT_STATE, camera: true };
    pair.meet();
    await pair.connected();
    await pair.until(() => pair.z.link()?.stream.getVideoTracks().length === 1);
    expect([pair.a.link()?.videoRejected, pair.z.link()?.videoRejected]).to.deep.equal([false, false]);
    pair.close();
    source.stop();
  });
});
