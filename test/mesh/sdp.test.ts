import { expect } from '@open-wc/testing';
import { candidateFits, originOf, withDtx } from '../../src/mesh/sdp.js';

const describe1 = async (connection: RTCPeerConnection) => {
  connection.createDataChannel('x');
  await connection.setLocalDescription();
  return connection.localDescription?.sdp ?? '';
};

describe('a description', () => {
  it('says which connection it is of: the same for its next one, another for another', async () => {
    const [one, other] = [new RTCPeerConnection(), new RTCPeerConnection()];
    const first = originOf(await describe1(one));
    expect(first).to.match(/^\S+ \d+$/u);
    one.addTransceiver('audio');
    await one.setLocalDescription();
    expect(originOf(one.localDescription?.sdp ?? '')).to.equal(first);
    expect(originOf(await describe1(other))).to.not.equal(first);
    one.close();
    other.close();
  });

  it('that is none has no origin', () => {
    expect(originOf('')).to.equal('');
    expect(originOf('v=0\r\ns=o=1 2\r\n')).to.equal('');
  });

  it('takes the candidates of its own ICE session', () => {
    const sdp = 'v=0\r\na=ice-ufrag:abc\r\na=ice-pwd:x\r\n';
    expect(candidateFits({ candidate: 'c', usernameFragment: 'abc' }, sdp)).to.equal(true);
    expect(candidateFits({ candidate: 'c', usernameFragment: 'ab' }, sdp), 'a part is not the whole').to.equal(false);
    expect(candidateFits({ candidate: 'c', usernameFragment: 'x' }, sdp)).to.equal(false);
    expect(candidateFits({ candidate: 'c' }, sdp), 'one that does not say').to.equal(true);
  });

  it('asks for no sound in silence, of Opus alone, once, and is taken by the browser so', async () => {
    const [one, other] = [new RTCPeerConnection(), new RTCPeerConnection()];
    one.addTransceiver('audio');
    one.addTransceiver('video');
    const plain = await describe1(one);
    const asking = withDtx(plain);
    const added = asking.split('\r\n').filter((line) => !plain.includes(`${line}\r\n`));
    expect(added).to.have.length(1);
    expect(added[0]).to.match(/^a=fmtp:\d+ .*;usedtx=1$/u);
    expect(withDtx(asking), 'not twice').to.equal(asking);
    await other.setRemoteDescription({ type: 'offer', sdp: asking });
    await other.setLocalDescription();
    await one.setRemoteDescription({ type: 'answer', sdp: withDtx(other.localDescription?.sdp ?? '') });
    expect(one.remoteDescription?.sdp).to.contain('usedtx=1');
    one.close();
    other.close();
  });

  it('without Opus stays as it is', () => {
    const sdp = 'v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 0\r\na=rtpmap:0 PCMU/8000\r\na=fmtp:0 x=1\r\n';
    expect(withDtx(sdp)).to.equal(sdp);
  });
});
