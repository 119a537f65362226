import { expect } from '@open-wc/testing';
import { facingOf } from '../../src/media/facing.js';
import { otherCamera } from '../../src/media/other-camera.js';
import { createCanvasTrack, type CanvasTrack } from '../helpers/tracks.js';
import { deviceOf, ofDevice, sidedOf } from './device-stub.js';

const [face, back, wide] = [sidedOf('face', 'user'), sidedOf('back', 'environment'), sidedOf('wide', 'environment')];
const [lid, desk, third] = ['lid', 'desk', 'third'].map((id) => deviceOf('videoinput', id));
const plain = [lid!, desk!];

describe('the other camera', () => {
  let source: CanvasTrack;
  beforeEach(() => {
    source = createCanvasTrack('teal');
  });
  afterEach(() => source.stop());

  it('is the one on the other side, be there one or several, where the browser tells the sides', () => {
    for (const devices of [
      [face, back],
      [face, back, wide],
    ]) {
      expect(otherCamera(ofDevice(source.track, 'face', 'user'), devices, false)).to.deep.equal({
        facing: 'environment',
      });
      expect(otherCamera(ofDevice(source.track, 'back', 'environment'), devices, false)).to.deep.equal({
        facing: 'user',
      });
    }
  });

  it('is that also where only the open camera tells, on what can be touched', () => {
    const track = ofDevice(source.track, 'lid', 'user');
    expect(otherCamera(track, plain, true)).to.deep.equal({ facing: 'environment' });
    expect(otherCamera(track, plain, false)).to.equal(undefined);
  });

  it('is the other one of two without sides, and of more is one to be chosen by name', () => {
    const track = ofDevice(source.track, 'lid');
    const microphone = deviceOf('audioinput', 'mic');
    expect(otherCamera(track, [microphone, ...plain], true)).to.deep.equal({ deviceId: 'desk' });
    expect(otherCamera(ofDevice(source.track, 'desk'), plain, true)).to.deep.equal({ deviceId: 'lid' });
    expect(otherCamera(track, [...plain, third!], true)).to.equal(undefined);
    expect(otherCamera(track, plain, false)).to.equal(undefined);
  });

  it('is the other one of two where none is on the other side', () => {
    const track = ofDevice(source.track, 'face', 'user');
    expect(otherCamera(track, [face, desk!], true)).to.deep.equal({ deviceId: 'desk' });
  });

  it('is none where there is one, or as long as the browser keeps the devices to itself', () => {
    const track = ofDevice(source.track, 'face', 'user');
    expect(otherCamera(track, [face], true)).to.equal(undefined);
    expect(otherCamera(track, [deviceOf('videoinput', ''), deviceOf('videoinput', '')], true)).to.equal(undefined);
  });

  it('has a side that is one of two', () => {
    expect(facingOf(ofDevice(source.track, 'face', 'user'))).to.equal('user');
    expect(facingOf(ofDevice(source.track, 'face', 'left' as 'user'))).to.equal(undefined);
    expect(facingOf(ofDevice(source.track, 'face'))).to.equal(undefined);
  });
});
