import { expect } from '@open-wc/testing';
import { createBlackTrack } from '../../src/media/black-track.js';

describe('the black picture', () => {
  it('is a live track of black frames until it is stopped', async () => {
    const { track, stop } = createBlackTrack();
    const video = Object.assign(document.createElement('video'), { muted: true, srcObject: new MediaStream([track]) });
    document.body.append(video);
    await video.play();
    expect([video.videoWidth, video.videoHeight]).to.deep.equal([16, 16]);
    const context = new OffscreenCanvas(16, 16).getContext('2d');
    context?.drawImage(video, 0, 0);
    const [red, green, blue] = context?.getImageData(8, 8, 1, 1).data ?? [];
    for (const value of [red, green, blue]) expect(value).to.be.lessThan(24);
    stop();
    expect(track.readyState).to.equal('ended');
    video.remove();
  });
});
