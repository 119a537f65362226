import { expect } from '@open-wc/testing';
import { fingerprintOf } from '../../src/mesh/fingerprints.js';
import type { Signal } from '../../src/protocol/messages.js';
import { createToneTrack } from '../helpers/tracks.js';
import { MeshPair, P256, type Side } from './mesh-pair.js';

const mallory = await RTCPeerConnection.generateCertificate(P256);
const OTHER_PRINT = await (async () => {
  const pc = new RTCPeerConnection({ certificates: [mallory] });
  pc.createDataChannel('x');
  await pc.setLocalDescription();
  const line = /a=fingerprint:.*/u.exec(pc.localDescription?.sdp ?? '')?.[0] ?? '';
  pc.close();
  return line;
})();

const withPrint = <S extends Signal>(signal: S, change: (line: string) => string): S =>
  'sdp' in signal ? { ...signal, sdp: signal.sdp.replace(/^a=fingerprint:.*$/gmu, change) } : signal;

/** Bytes of media that a side has sent. */
const packetsSent = async (side: Side): Promise<number> => {
  let packets = 0;
  for (const connection of side.connections.filter(({ signalingState }) => signalingState !== 'closed')) {
    for (const report of (await connection.getStats()).values() as Iterable<Record<string, unknown>>) {
      if (report['type'] === 'outbound-rtp') packets += Number(report['packetsSent']);
    }
  }
  return packets;
};

describe('what of somebody gets through', () => {
  let pair: MeshPair;
  let voice: ReturnType<typeof createToneTrack>;
  beforeEach(() => {
    voice = createToneTrack();
  });
  afterEach(async () => {
    pair.close();
    await voice.stop();
  });
  const codes = (side: Side) => side.errors.map(({ code }) => code);

  it('both ends know whom a connection leads to, by what the handshake showed', async () => {
    pair = new MeshPair();
    pair.meet();
    await pair.until(() => pair.a.secured.length > 0 && pair.z.secured.length > 0);
    const [[a], [z]] = [pair.a.secured, pair.z.secured];
    expect([a?.session, z?.session]).to.deep.equal(['session-z', 'session-a']);
    expect([a?.own, a?.theirs]).to.deep.equal([z?.theirs, z?.own]);
    expect(a?.own).to.equal(fingerprintOf(pair.a.connections[0]?.localDescription?.sdp ?? ''));
    expect(a?.own).not.to.equal(a?.theirs);
  });

  it('words of trust come through on the connection that leads to their session, and only there', async () => {
    pair = new MeshPair();
    pair.meet();
    await pair.until(() => pair.a.secured.length > 0 && pair.z.secured.length > 0);
    const word = JSON.stringify({ v: 2, trust: 'something' });
    expect(pair.a.mesh.sayTrust('z', 'another', word)).to.equal(false);
    expect(pair.a.mesh.sayTrust('z', 'session-z', word)).to.equal(true);
    await pair.until(() => pair.z.words.length > 0);
    expect(pair.z.words).to.deep.equal([word]);
  });

  it('no track goes to whom the room does not admit, nor is anything of theirs shown, until it does', async () => {
    let isAdmitted = false;
    pair = new MeshPair({ admits: () => isAdmitted });
    pair.a.state = { ...pair.a.state, microphone: true };
    pair.a.mesh.setTrack('microphone', voice.track);
    pair.meet();
    await pair.until(() => pair.a.secured.length > 0 && pair.z.secured.length > 0);
    await pair.connected();
    expect(pair.z.link()?.microphone).to.equal(false);
    expect(pair.z.link()?.stream.getTracks()).to.deep.equal([]);
    expect(pair.a.mesh.openChannel('z', 'x')).to.equal(undefined);
    expect(await packetsSent(pair.a)).to.equal(0);
    isAdmitted = true;
    pair.a.mesh.handleAdmission('z');
    pair.z.mesh.handleAdmission('a');
    await pair.until(() => pair.z.link()?.microphone === true);
    expect(pair.z.link()?.stream.getAudioTracks()).to.have.length(1);
    while ((await packetsSent(pair.a)) === 0) await new Promise((resolve) => setTimeout(resolve, 50));
  });

  it('a channel of somebody who is not admitted is closed', async () => {
    let isAdmitted = true;
    pair = new MeshPair({ admits: () => isAdmitted });
    pair.meet();
    await pair.until(() => pair.a.secured.length > 0 && pair.z.secured.length > 0);
    await pair.connected();
    const taken: RTCDataChannel[] = [];
    pair.z.mesh.onChannel = (_, channel) => taken.push(channel);
    const channel = pair.a.mesh.openChannel('z', 'x');
    isAdmitted = false;
    await new Promise((resolve) => channel?.addEventListener('close', resolve));
    expect(taken).to.have.length(0);
  });

  it('a later description that names another certificate is dropped and told of once, and the connection stays', async () => {
    pair = new MeshPair();
    pair.meet();
    await pair.until(() => pair.a.secured.length > 0 && pair.z.secured.length > 0);
    await pair.connected();
    const before = pair.talking(pair.z);
    const offer = pair.a.sent.find(({ type }) => type === 'webrtc.offer');
    if (!offer || !('sdp' in offer) || !offer.x) throw new Error('no offer was sent');
    const forged = withPrint({ ...offer, x: { ...offer.x, n: 7 } }, () => OTHER_PRINT);
    pair.z.hear(forged);
    pair.z.hear({ ...forged, x: { ...offer.x, from: 'session-a.9', n: 8 } });
    await pair.until(() => codes(pair.z).includes('tampered'));
    pair.a.mesh.get('z')?.connections.current?.pc.restartIce(); // what is true comes through
    await pair.until(() => pair.a.sent.filter(({ type }) => type === 'webrtc.offer').length > 1);
    await pair.connected();
    expect(codes(pair.z)).to.deep.equal(['tampered']);
    expect(pair.talking(pair.z)).to.have.length(1);
    expect(pair.talking(pair.z)[0] === before[0]).to.equal(true);
  });

  for (const [what, change] of Object.entries<(line: string) => string>({
    'a false one first': (line) => `${OTHER_PRINT}\r\n${line}`,
    'a false one behind': (line) => `${line}\r\n${OTHER_PRINT}`,
    'none that holds': (line) => line.replace('sha-256', 'sha-1'),
  })) {
    it(`a description with two fingerprints, or a weak one, is dropped: ${what}`, async () => {
      let isForged = true;
      pair = new MeshPair();
      pair.hook = (signal, from) => {
        if (!isForged || signal.type !== 'webrtc.offer') return 'pass';
        pair[from === 'a' ? 'z' : 'a'].hear(withPrint(signal, change));
        return 'drop';
      };
      pair.meet();
      await pair.until(() => codes(pair.z).includes('tampered'));
      expect(pair.z.link()?.state).to.equal('connecting');
      isForged = false;
      await pair.connected();
    });
  }

  it('of somebody who said that they are one of ours a description without that word is dropped', async () => {
    pair = new MeshPair();
    pair.meet();
    await pair.connected();
    const offer = pair.a.sent.find(({ type }) => type === 'webrtc.offer');
    if (!offer || !('sdp' in offer)) throw new Error('no offer was sent');
    const before = pair.talking(pair.z);
    pair.z.hear({ type: 'webrtc.offer', sdp: offer.sdp });
    await pair.until(() => codes(pair.z).includes('tampered'));
    expect(pair.z.mesh.kindOf('a')).to.equal('ours');
    expect(pair.talking(pair.z)[0] === before[0]).to.equal(true);
  });

  it('a session that was shut gets no connection any more, another one of theirs does', async () => {
    pair = new MeshPair();
    pair.meet();
    await pair.connected();
    pair.z.mesh.shut('a', 'session-a');
    expect(pair.z.link()?.state).to.equal('failed');
    expect(pair.talking(pair.z)).to.have.length(0);
    const offer = pair.a.sent.find(({ type }) => type === 'webrtc.offer');
    if (!offer || !('sdp' in offer) || !offer.x) throw new Error('no offer was sent');
    pair.z.hear({ ...offer, x: { ...offer.x, from: 'session-a.9' } });
    pair.z.hear({ ...offer, x: { ...offer.x, from: 'session-b.1' } });
    await pair.until(() =>
      pair.z.sent.some((signal) => signal.type === 'webrtc.answer' && signal.x?.to === 'session-b.1'),
    );
    expect(pair.z.sent.some(({ x }) => x?.to === 'session-a.9')).to.equal(false);
  });

  it('there is no connection with an app that can prove nothing where that is required, until it is not', async () => {
    let isRequired = true;
    pair = new MeshPair({ requiresTrust: () => isRequired, admits: () => !isRequired });
    pair.a.mesh.add('z', false).settleKind('deployed');
    expect(pair.a.link()?.state).to.equal('failed');
    expect(pair.a.sent).to.deep.equal([]);
    isRequired = false;
    pair.a.mesh.handlePolicy();
    await pair.until(() => pair.a.sent.some(({ type }) => type === 'webrtc.offer'));
    isRequired = true;
    pair.a.mesh.handlePolicy();
    expect(pair.a.link()?.state).to.equal('failed');
  });
});
