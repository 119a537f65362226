import { expect } from '@open-wc/testing';
import { Encoders } from '../../src/mesh/encoders.js';
import { Lines, type LocalTracks } from '../../src/mesh/lines.js';
import { LINE_KINDS } from '../../src/protocol/extensions.js';
import { next } from '../helpers/fixtures.js';
import { createCanvasTrack } from '../helpers/tracks.js';

/** What a picture's encoder scales it down by, held to 360 pixels along the shorter side. */
const scaleOf = async (size: { width: number; height: number }, line: 'camera' | 'screen'): Promise<number> => {
  const source = createCanvasTrack('red', size);
  const local: LocalTracks = {
    tracks: { microphone: null, camera: null, screen: null, 'screen-audio': null, [line]: source.track },
    streams: { person: new MediaStream(), screen: new MediaStream() },
    black: () => source.track,
  };
  const connection = new RTCPeerConnection();
  const lines = new Lines(connection, local);
  lines.createAll();
  await connection.setLocalDescription();
  const [, ofCamera] = connection.getTransceivers();
  await ofCamera?.sender.replaceTrack(source.track); // a screen too: a deployed client has no other line for it
  // Firefox knows a canvas's size by its first frame.
  const video = Object.assign(document.createElement('video'), { srcObject: new MediaStream([source.track]) });
  if (video.videoWidth === 0) await next(video, 'resize');
  await new Encoders(lines).hold({
    camera: { height: 360, maxFramerate: 30, maxBitrate: 1_000_000 },
    screen: undefined,
    microphone: undefined,
  });
  const [encoding] = ofCamera?.sender.getParameters().encodings ?? [];
  connection.close();
  source.stop();
  return encoding?.scaleResolutionDownBy ?? 1;
};

describe('the lines of a connection', () => {
  it('scale a picture by its shorter side, so that a phone held upright gets as many pixels as one that lies', async () => {
    expect(await scaleOf({ width: 1280, height: 720 }, 'camera')).to.equal(2);
    expect(await scaleOf({ width: 720, height: 1280 }, 'camera')).to.equal(2);
    expect(await scaleOf({ width: 360, height: 640 }, 'camera')).to.equal(1);
    expect(await scaleOf({ width: 720, height: 1280 }, 'screen'), 'a screen is to be read').to.equal(1);
  });

  it('count as sent only what has something to send: browsers pad any line to probe the path, and nobody counts that', async () => {
    const source = createCanvasTrack('red');
    const { track: camera } = source;
    const local: LocalTracks = {
      tracks: { microphone: null, camera, screen: null, 'screen-audio': null },
      streams: { person: new MediaStream(), screen: new MediaStream() },
      black: () => camera,
    };
    const connection = new RTCPeerConnection();
    const lines = new Lines(connection, local);
    lines.createAll();
    await connection.setLocalDescription();
    const [, ofCamera] = connection.getTransceivers();
    await ofCamera?.sender.replaceTrack(camera);
    const counts = new Map(connection.getTransceivers().map(({ mid }) => [mid ?? '', 20]));
    const encoders = new Encoders(lines);
    expect(Object.keys(encoders.byKind(counts))).to.deep.equal([...LINE_KINDS]);
    expect(encoders.byKindSent(counts)).to.deep.equal({ camera: 20 });
    connection.close();
    source.stop();
  });
});
