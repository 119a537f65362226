import { expect } from '@open-wc/testing';
import { Lines, type LocalTracks } from '../../src/mesh/lines.js';
import { LINE_KINDS } from '../../src/protocol/extensions.js';
import { createCanvasTrack } from '../helpers/tracks.js';

describe('the lines of a connection', () => {
  it('count as sent only what has something to send: browsers pad any line to probe the path, and nobody counts that', async () => {
    const source = createCanvasTrack('red');
    const { track: camera } = source;
    const local: LocalTracks = {
      tracks: { microphone: null, camera, screen: null, 'screen-audio': null },
      streams: { person: new MediaStream(), screen: new MediaStream() },
      black: () => camera,
      budget: { height: 360, maxFramerate: 30, maxBitrate: 1_000_000 },
    };
    const connection = new RTCPeerConnection();
    const lines = new Lines(connection, local);
    lines.createAll();
    await connection.setLocalDescription();
    const [, ofCamera] = connection.getTransceivers();
    await ofCamera?.sender.replaceTrack(camera);
    const counts = new Map(connection.getTransceivers().map(({ mid }) => [mid ?? '', 20]));
    expect(Object.keys(lines.byKind(counts))).to.deep.equal([...LINE_KINDS]);
    expect(lines.byKindSent(counts)).to.deep.equal({ camera: 20 });
    connection.close();
    source.stop();
  });
});
