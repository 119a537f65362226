import { expect } from '@open-wc/testing';
import { ReceivedMedia } from '../../src/mesh/received-media.js';

const trackOf = (kind: string): MediaStreamTrack => {
  const connection = new RTCPeerConnection();
  const { track } = connection.addTransceiver(kind).receiver;
  connection.close();
  return track;
};

describe('what comes from a peer', () => {
  it('is in two streams that stay the same, tracks come and go in them', () => {
    const media = new ReceivedMedia();
    const { stream, screenStream } = media;
    const [voice, face, screen, sound] = [trackOf('audio'), trackOf('video'), trackOf('video'), trackOf('audio')];
    media.set('microphone', voice);
    media.set('camera', face);
    media.set('screen', screen);
    media.set('screen-audio', sound);
    expect(stream.getTracks()).to.have.members([voice, face]);
    expect(screenStream.getTracks()).to.have.members([screen, sound]);

    const other = trackOf('video');
    media.set('camera', other);
    expect(stream.getVideoTracks()).to.deep.equal([other]);
    media.set('camera', undefined);
    expect(stream.getTracks()).to.deep.equal([voice]);
    media.set('camera', other);
    media.clear();
    expect([...stream.getTracks(), ...screenStream.getTracks()]).to.deep.equal([]);
    expect([media.stream, media.screenStream]).to.deep.equal([stream, screenStream]);
  });

  it('does not touch a track that is in already: a video would flicker', () => {
    const media = new ReceivedMedia();
    const face = trackOf('video');
    media.set('camera', face);
    const removeTrack = media.stream.removeTrack.bind(media.stream);
    let removed = 0;
    media.stream.removeTrack = (track) => {
      removed += 1;
      removeTrack(track);
    };
    media.set('camera', face);
    expect(removed).to.equal(0);
    expect(media.stream.getTracks()).to.deep.equal([face]);
  });
});
