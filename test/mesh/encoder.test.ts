import { expect } from '@open-wc/testing';
import { holdEncoder } from '../../src/mesh/encoder.js';

describe('an encoder', () => {
  it('is held at full size where neither its track nor its budget says how large that is', async () => {
    const connection = new RTCPeerConnection();
    const { sender } = connection.addTransceiver('video', { sendEncodings: [{}] });
    const taken: RTCRtpEncodingParameters[] = [];
    sender.setParameters = ({ encodings }) => {
      taken.push(...encodings);
      return Promise.resolve();
    };
    const isTaken = await holdEncoder(sender, { height: Infinity, maxBitrate: 1_000_000, maxFramerate: 15 }, Infinity);
    expect([isTaken, taken.map(({ scaleResolutionDownBy }) => scaleResolutionDownBy)]).to.deep.equal([true, [1]]);
    connection.close();
  });
});
