import { expect } from '@open-wc/testing';
import { CandidateQueue } from '../../src/mesh/candidate-queue.js';
import { LIMITS } from '../../src/protocol/limits.js';

/** Two ends, and what each found. */
const pairOf = () => {
  const [near, far] = [new RTCPeerConnection(), new RTCPeerConnection()];
  near.createDataChannel('x');
  const found: RTCIceCandidateInit[] = [];
  const gathered = new Promise<void>((resolve) => {
    near.addEventListener('icecandidate', ({ candidate }) => {
      if (candidate?.candidate) found.push(candidate.toJSON());
      if (!candidate) resolve();
    });
  });
  return { near, far, found, gathered, queue: new CandidateQueue(far) };
};

const remoteCandidates = async (connection: RTCPeerConnection): Promise<number> => {
  const sdp = connection.remoteDescription?.sdp ?? '';
  await Promise.resolve();
  return sdp.match(/^a=candidate:/gmu)?.length ?? 0;
};

describe('candidates that come early', () => {
  let pair: ReturnType<typeof pairOf>;
  let bare: RTCSessionDescriptionInit;
  beforeEach(async () => {
    pair = pairOf();
    await pair.near.setLocalDescription();
    await pair.gathered;
    const sdp = (pair.near.localDescription?.sdp ?? '').replace(/^a=(candidate|end-of-candidates).*\r\n/gmu, '');
    bare = { type: 'offer', sdp };
  });
  afterEach(() => {
    pair.near.close();
    pair.far.close();
  });

  it('wait for the description, and go in with it', async () => {
    const { far, found, queue } = pair;
    expect(found).to.not.have.length(0);
    for (const candidate of found) await queue.add(candidate);
    await far.setRemoteDescription(bare);
    expect(await remoteCandidates(far)).to.equal(0);
    await queue.flush();
    expect(await remoteCandidates(far)).to.equal(found.length);
  });

  it('go in at once when it is there, each once', async () => {
    const { far, found, queue } = pair;
    await far.setRemoteDescription(bare);
    const add: unknown = Reflect.get(far, 'addIceCandidate');
    let added = 0;
    const countedAdd = (candidate: RTCIceCandidateInit) => {
      added += 1;
      return (add as (one: RTCIceCandidateInit) => Promise<void>).call(far, candidate);
    };
    Object.defineProperty(far, 'addIceCandidate', { value: countedAdd });
    for (const candidate of [...found, ...found, ...found]) await queue.add(candidate);
    await queue.flush();
    expect(added).to.equal(found.length);
    expect(await remoteCandidates(far)).to.equal(found.length);
  });

  it('of another ICE session do not go in, until its description comes', async () => {
    const { near, far, found, queue } = pair;
    await far.setRemoteDescription(bare);
    await far.setLocalDescription();
    await near.setRemoteDescription(far.localDescription!);
    for (const candidate of found) await queue.add({ ...candidate, usernameFragment: 'later' });
    await queue.flush();
    expect(await remoteCandidates(far)).to.equal(0);
  });

  it('that are nonsense, empty, or too many cost nothing', async () => {
    const { far, found, queue } = pair;
    for (let index = 0; index < 1000; index += 1)
      await queue.add({ candidate: `candidate:${String(index)}`, sdpMLineIndex: 0 });
    await far.setRemoteDescription(bare);
    await queue.flush();
    for (const candidate of ['', 'candidate:', 'candidate:1 1 udp x y z', '\ud800'])
      await queue.add({ candidate, sdpMid: '0' });
    await queue.add({ ...found[0], candidate: found[0]?.candidate ?? '', sdpMid: 'no such line', sdpMLineIndex: 99 });
    await queue.add(found[0]!);
    // Firefox takes lines into the description that Chromium refuses: 64 that were held, and what came after.
    expect(await remoteCandidates(far)).to.be.at.most(LIMITS.candidates + 4);
    expect(far.signalingState).to.equal('have-remote-offer');
  });
});
