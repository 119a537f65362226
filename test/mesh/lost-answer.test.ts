import { expect } from '@open-wc/testing';
import { Connection } from '../../src/mesh/connection.js';
import { BRIEF } from '../../src/mesh/gather.js';
import type { Signal } from '../../src/protocol/messages.js';
import { SILENT_STATE } from '../../src/protocol/peer-state.js';
import { until } from '../helpers/fixtures.js';
import { createToneTrack } from '../helpers/tracks.js';

const nothing = (): void => undefined;

describe('an answer of a deployed client that is lost', () => {
  it('does not keep it from being answered: it offers again for what our offer lacked, and takes what we say to that', async () => {
    const tone = createToneTrack();
    const ours = new Connection(
      {},
      {
        tracks: { microphone: tone.track, camera: null, screen: null, 'screen-audio': null },
        streams: { person: new MediaStream(), screen: new MediaStream() },
        black: () => expect.fail('no picture is sent'),
      },
      () => SILENT_STATE,
    );
    const theirs = new RTCPeerConnection();
    const sent: Signal[] = [];
    const refused: unknown[] = [];
    ours.attach(
      {
        id: 'ours.1',
        isPolite: true,
        isOurs: () => false,
        audience: () => 'deployed',
        accepts: () => true,
        patience: () => BRIEF,
        wantsDtx: () => false,
        send: (signal) => {
          sent.push(signal);
          if (signal.type === 'webrtc.iceCandidate' && theirs.remoteDescription)
            theirs.addIceCandidate(signal.candidate).catch(nothing); // of the offer before
        },
        onSettled: nothing,
        onStranger: nothing,
        onRefused: (error) => refused.push(error),
      },
      {
        onChange: nothing,
        onState: nothing,
        onWord: nothing,
        onSecure: nothing,
        onForeign: nothing,
        onTrust: nothing,
        onChannel: nothing,
        onClosed: nothing,
      },
    );
    const last = (type: Signal['type']) => sent.filter((signal) => signal.type === type).at(-1);
    const sdpOf = (signal: Signal | undefined) => (signal && 'sdp' in signal ? signal.sdp : '');

    ours.openForDeployed(undefined);
    ours.negotiation.start();
    await ours.lines.sync('deployed');
    await until(() => last('webrtc.offer') !== undefined);
    await theirs.setRemoteDescription({ type: 'offer', sdp: sdpOf(last('webrtc.offer')) });
    await theirs.setLocalDescription();
    expect(theirs.localDescription?.sdp, 'who answers begins').to.include('a=setup:active');

    theirs.createDataChannel('pmfile:');
    await theirs.setLocalDescription();
    await until(() => theirs.iceGatheringState === 'complete');
    ours.negotiation.handle({ type: 'webrtc.offer', sdp: theirs.localDescription?.sdp ?? '' });
    await until(() => last('webrtc.answer') !== undefined);
    await theirs.setRemoteDescription({ type: 'answer', sdp: sdpOf(last('webrtc.answer')) });
    for (const signal of sent)
      if (signal.type === 'webrtc.iceCandidate') await theirs.addIceCandidate(signal.candidate).catch(nothing); // as above
    await until(() => theirs.connectionState === 'connected' && ours.pc.connectionState === 'connected');
    expect(refused).to.deep.equal([]);
    ours.close();
    theirs.close();
    await tone.stop();
  });
});
