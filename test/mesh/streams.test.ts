import { expect } from '@open-wc/testing';
import { streamsOf } from '../../src/mesh/sdp.js';

describe('the streams in a description', () => {
  it('stand by m-line: none for a line without one, or whose one is no stream', () => {
    const sdp = [
      'v=0',
      'a=group:BUNDLE 0 1 2 x',
      'm=audio 9 UDP/TLS/RTP/SAVPF 111',
      'a=mid:0',
      'a=msid:person voice',
      'm=video 9 UDP/TLS/RTP/SAVPF 96',
      'a=msid:{screen} {picture}',
      'a=mid:1',
      'm=video 9 UDP/TLS/RTP/SAVPF 96',
      'a=mid:2',
      'a=msid:- alone',
      'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
      'a=mid:x',
      '',
    ].join('\r\n');
    expect([...streamsOf(sdp)]).to.deep.equal([
      ['0', 'person'],
      ['1', '{screen}'],
    ]);
    expect([...streamsOf('')]).to.deep.equal([]);
  });

  it('are those that a browser wrote', async () => {
    const connection = new RTCPeerConnection();
    const person = new MediaStream();
    connection.addTransceiver('audio', { streams: [person] });
    connection.addTransceiver('video', { direction: 'recvonly' });
    await connection.setLocalDescription();
    const [first] = connection.getTransceivers();
    expect([...streamsOf(connection.localDescription?.sdp ?? '')]).to.deep.equal([[first?.mid, person.id]]);
    connection.close();
  });
});
