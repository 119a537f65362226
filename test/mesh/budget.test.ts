import { expect } from '@open-wc/testing';
import { videoBudget } from '../../src/mesh/budget.js';
import { holdEncoder, makeKeyFrame } from '../../src/mesh/encoder.js';
import { createCanvasTrack } from '../helpers/tracks.js';

describe('the budget of the uplink', () => {
  it('is one of four, less each with more people', () => {
    const heights = [1, 2, 3, 4, 5, 6, 8, 30].map((peers) => videoBudget(peers).height);
    expect(heights).to.deep.equal([720, 540, 540, 360, 360, 270, 270, 270]);
    expect(videoBudget(0)).to.equal(videoBudget(1));
  });

  it('stays within some 2.7 Mbit/s for all together, up to the largest room', () => {
    for (let peers = 1; peers <= 40; peers += 1) {
      expect(peers * videoBudget(peers).maxBitrate, String(peers)).to.be.at.most(2_700_000);
    }
  });

  it('holds the camera’s encoder, and scales a larger picture down', async () => {
    const connection = new RTCPeerConnection();
    const picture = createCanvasTrack('teal', { width: 1280, height: 720 });
    const { sender } = connection.addTransceiver(picture.track);
    await connection.setLocalDescription();
    await holdEncoder(sender, videoBudget(8), 720);
    const [encoding] = sender.getParameters().encodings;
    expect(encoding?.maxBitrate).to.equal(300_000);
    expect(encoding?.scaleResolutionDownBy).to.be.closeTo(720 / 270, 0.01);
    await holdEncoder(sender, videoBudget(1), 720);
    expect(sender.getParameters().encodings[0]?.scaleResolutionDownBy).to.equal(1);
    expect(sender.getParameters().encodings[0]?.maxBitrate).to.equal(1_700_000);
    picture.stop();
    connection.close();
    await holdEncoder(sender, videoBudget(8), 720);
  });

  it('leaves an encoder on that made a key frame, though a negotiation is in between', async () => {
    const connection = new RTCPeerConnection();
    const picture = createCanvasTrack('teal');
    const { sender } = connection.addTransceiver(picture.track);
    await connection.setLocalDescription();
    const told: boolean[] = [];
    const setParameters = sender.setParameters.bind(sender);
    sender.setParameters = async (parameters) => {
      const active = parameters.encodings[0]?.active ?? false;
      told.push(active);
      if (active && told.length < 4) throw new DOMException('', 'InvalidStateError');
      await setParameters(parameters);
    };
    await makeKeyFrame(sender, () => false);
    expect(told).to.deep.equal([false, true, true, true]);
    expect(sender.getParameters().encodings[0]?.active).to.equal(true);
    picture.stop();
    connection.close();
  });

  it('never scales a small picture up', async () => {
    const connection = new RTCPeerConnection();
    const picture = createCanvasTrack('teal', { width: 160, height: 120 });
    const { sender } = connection.addTransceiver(picture.track);
    await holdEncoder(sender, videoBudget(1), 120);
    expect(sender.getParameters().encodings[0]?.scaleResolutionDownBy ?? 1).to.equal(1);
    picture.stop();
    connection.close();
  });
});
