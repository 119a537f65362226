import { expect, waitUntil } from '@open-wc/testing';
import { hasDtx, originOf } from '../../src/mesh/sdp.js';
import { SILENT_STATE } from '../../src/protocol/peer-state.js';
import { createCanvasTrack, createToneTrack } from '../helpers/tracks.js';
import { answersOf, isSame, MeshPair, offersOf, type Side } from './mesh-pair.js';

describe('two of ours', () => {
  let pair: MeshPair;
  let face: ReturnType<typeof createCanvasTrack>;
  let voice: ReturnType<typeof createToneTrack>;
  beforeEach(() => {
    pair = new MeshPair();
    face = createCanvasTrack('teal');
    voice = createToneTrack();
  });
  afterEach(async () => {
    pair.close();
    face.stop();
    await voice.stop();
  });

  it('connect with one offer and one answer, one connection each', async () => {
    pair.meet();
    await pair.connected();
    expect(offersOf(pair.a)).to.have.length(1);
    expect(offersOf(pair.z), 'the polite side leaves it to the other').to.have.length(0);
    expect(answersOf(pair.z)).to.have.length(1);
    expect([pair.talking(pair.a).length, pair.talking(pair.z).length]).to.deep.equal([1, 1]);
    expect([...pair.a.errors, ...pair.z.errors]).to.deep.equal([]);
  });

  it('send silence as long as they are few, and none where many are there', async () => {
    const asksForDtx = () => [offersOf(pair.a), answersOf(pair.z)].flat().map((one) => 'sdp' in one && one.sdp.includes('usedtx=1')); // prettier-ignore
    pair.meet();
    await pair.connected();
    expect(asksForDtx()).to.deep.equal([false, false]);
    pair.close();
    pair = new MeshPair();
    for (const { mesh } of [pair.a, pair.z]) for (const id of ['m', 'n']) mesh.add(id, false);
    pair.meet();
    await pair.connected();
    expect(asksForDtx()).to.deep.equal([true, true]);
  });

  it('send no silence once both know of many, whoever of them knew first', async () => {
    pair.meet();
    await pair.connected();
    const asked = () => [pair.a, pair.z].map((side) => hasDtx(pair.talking(side)[0]?.remoteDescription?.sdp));
    const sync = (side: Side, other: string) => side.mesh.get(other)?.syncDtx();
    for (const id of ['m', 'n']) pair.a.mesh.add(id, false);
    sync(pair.a, 'z');
    sync(pair.z, 'a');
    await pair.until(() => asked()[1] === true && pair.talking(pair.a)[0]?.signalingState === 'stable');
    expect(asked(), 'the answer is of one who knew of two').to.deep.equal([false, true]);
    for (const id of ['m', 'n']) pair.z.mesh.add(id, false);
    sync(pair.a, 'z');
    sync(pair.z, 'a');
    await pair.until(() => asked().every(Boolean));
    expect([offersOf(pair.a).length, offersOf(pair.z).length]).to.deep.equal([2, 1]);
  });

  it('hold offers back for all their candidates, but not for long, where many are on their way at once', async () => {
    const offers = new Map<string, { readonly sdp: string; readonly sentAt: number }>();
    pair.hook = (signal) => {
      if ('sdp' in signal) offers.set(originOf(signal.sdp), { sdp: signal.sdp, sentAt: performance.now() });
      return 'drop';
    };
    const { mesh } = pair.a;
    for (const peer of ['b', 'c', 'd', 'e'].map((id) => mesh.add(id, false))) peer.settleKind('ours');
    const connections = [...pair.a.connections];
    const begunAt = new Map<RTCPeerConnection, number>();
    for (const connection of connections) {
      const note = () => begunAt.set(connection, begunAt.get(connection) ?? performance.now());
      for (const type of ['signalingstatechange', 'icegatheringstatechange']) connection.addEventListener(type, note);
    }
    await pair.until(() => offers.size === connections.length);
    const candidatesOf = (text: string) => text.split('\r\n').filter((line) => line.startsWith('a=candidate:')).length;
    await pair.until(() => connections.every(({ iceGatheringState }) => iceGatheringState === 'complete'));
    const held = connections.map((connection) => {
      const all = connection.localDescription?.sdp ?? '';
      const { sdp = '', sentAt = 0 } = offers.get(originOf(all)) ?? {};
      // A machine that is too busy does not find them in that time.
      return candidatesOf(sdp) === candidatesOf(all) || sentAt - (begunAt.get(connection) ?? sentAt) >= 99;
    });
    expect(held).to.deep.equal([true, true, true, true]);
  });

  it('use the spare connection that was warm, and warm another', async () => {
    pair.a.mesh.warm();
    // At once, or on a machine with few cores when it has come to rest.
    await waitUntil(() => pair.a.connections.length === 1, 'a spare', { timeout: 30_000 });
    const [spare] = pair.a.connections;
    pair.meet();
    await pair.connected();
    expect(isSame(pair.talking(pair.a), [spare])).to.equal(true);
    await pair.until(() => pair.a.connections.length === 2);
  });

  it('begin with the offer of the polite one where that was there before, and has one in hand', async () => {
    const { a, z } = pair;
    z.mesh.warm();
    await waitUntil(() => z.connections.length === 1, 'a spare', { timeout: 30_000 });
    const [spare] = z.connections;
    a.mesh.add('z', false);
    const newcomer = z.mesh.add('a', true);
    newcomer.greet(true);
    expect(offersOf(z), 'whoever it is').to.have.length(0);
    newcomer.settleKind('ours');
    await waitUntil(() => (newcomer.greet(true), offersOf(z).length > 0), 'an offer', { timeout: 30_000 });
    await pair.connected();
    expect(isSame(pair.talking(z), [spare])).to.equal(true);
    expect(offersOf(a)).to.have.length(0);
    await waitUntil(() => z.connections[1]?.signalingState === 'have-local-offer', 'a spare', { timeout: 30_000 });
    await new Promise((resolve) => setTimeout(resolve));
    const offers = offersOf(z).length;
    newcomer.greet(true);
    expect(offersOf(z), 'it is there already').to.have.length(offers);
  });

  it('see and hear each other, and turn everything on and off without another offer', async () => {
    pair.meet();
    await pair.connected();
    const { a, z } = pair;
    const seen = () => z.link()!;
    const { stream } = seen();
    expect(stream.getTracks()).to.have.length(0);
    for (const on of [true, false, true]) {
      a.mesh.setTrack('camera', on ? face.track : null);
      a.mesh.setTrack('microphone', on ? voice.track : null);
      a.state = { ...SILENT_STATE, camera: on, microphone: on };
      a.mesh.sayState();
      await pair.until(() => seen().camera === on && seen().microphone === on);
      expect(stream.getVideoTracks(), String(on)).to.have.length(on ? 1 : 0);
      if (on) await pair.until(() => (seen().flow?.framesPerSecond ?? 0) > 0);
    }
    a.mesh.setTrack('screen', face.track);
    a.state = { ...a.state, screen: true, hand: true };
    a.mesh.sayState();
    await pair.until(() => seen().screen && seen().hand);
    expect(seen().screenStream.getVideoTracks()).to.have.length(1);
    expect(seen().stream, 'the same object for the peer’s life').to.equal(stream);
    expect(offersOf(a).length + offersOf(z).length).to.equal(1);
  });

  it('send what was on before they met from the start', async () => {
    pair.z.mesh.setTrack('camera', face.track);
    pair.z.state = { ...SILENT_STATE, camera: true };
    pair.meet();
    await pair.connected();
    await pair.until(() => pair.a.link()?.camera === true && (pair.a.link()?.flow?.framesPerSecond ?? 0) > 0);
    const [, flow] = (await pair.a.mesh.flows())[0]!;
    expect(flow).to.include({ path: 'direct', frameWidth: 320, frameHeight: 240, isReceiving: true });
    expect(offersOf(pair.a).length + offersOf(pair.z).length).to.equal(1);
  });

  it('know within the connection’s life when the other end closes, not after its timeouts', async () => {
    pair.meet();
    await pair.connected();
    await pair.until(() => pair.z.link() !== undefined);
    pair.a.mesh.remove('z');
    await pair.until(() => pair.z.closed.includes('a'));
    expect(pair.z.connections.filter(({ connectionState }) => connectionState === 'failed')).to.have.length(0);
  });

  it('leave nothing when they close: no connection, no track of ours on a sender', async () => {
    pair.a.mesh.setTrack('camera', face.track);
    pair.a.mesh.warm();
    pair.meet();
    await pair.connected();
    const senders = pair.open().flatMap((connection) => connection.getSenders());
    pair.a.mesh.close();
    pair.z.mesh.close();
    expect(pair.open()).to.have.length(0);
    expect(senders).to.not.have.length(0);
    expect(face.track.readyState, 'the track is not theirs to stop').to.equal('live');
    const sent = pair.a.sent.length + pair.z.sent.length;
    pair.a.mesh.get('z')?.handle(pair.z.sent[0]!);
    expect(pair.a.sent.length + pair.z.sent.length).to.equal(sent);
    expect(pair.open()).to.have.length(0);
  });

  it('begin under another id with somebody who was gone for a moment, so that the first answer is not taken for the second', async () => {
    pair.hook = ({ type }) => (type === 'webrtc.answer' ? 'drop' : 'pass');
    pair.meet();
    await pair.until(() => answersOf(pair.z).length > 0);
    pair.z.mesh.remove('a');
    pair.z.mesh.add('a', true);
    pair.z.mesh.get('a')!.settleKind('ours');
    pair.hook = () => 'pass';
    await pair.connected();
    const ids = new Set(pair.z.sent.map((signal) => signal.x?.from));
    expect(ids.size).to.equal(2);
    expect([pair.talking(pair.a).length, pair.talking(pair.z).length]).to.deep.equal([1, 1]);
  });

  it('replace a connection that died while its picture stays, and end with one', async () => {
    const { a, z } = pair;
    a.mesh.setTrack('camera', face.track);
    a.state = { ...SILENT_STATE, camera: true };
    pair.meet();
    await pair.connected();
    await pair.until(() => (z.link()?.flow?.framesPerSecond ?? 0) > 0);
    const stream = z.link()!.stream;
    let wasEmpty = false;
    stream.addEventListener('removetrack', () => (wasEmpty ||= stream.getVideoTracks().length === 0));
    const [before] = pair.talking(a);
    // A new connection from the one end, as the ladder makes it: a page that never heard of the old one.
    const offers = offersOf(a).length;
    before!.close();
    await pair.until(() => offersOf(a).length > offers && pair.talking(a).length === 1 && pair.talking(z).length === 1);
    expect(pair.talking(a)[0]).to.not.equal(before);
    await pair.until(() => z.link()?.state === 'connected' && stream.getVideoTracks().length === 1);
    expect([z.link()!.stream, wasEmpty]).to.deep.equal([stream, false]);
    expect(z.errors).to.deep.equal([]);
  });
});
