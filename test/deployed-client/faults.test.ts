import { expect } from '@open-wc/testing';
import { Fixture, makeOffer, RETRIES, ROOM, whenConnected } from './fixture.js';

describe('the known faults of a deployed client, in its stand-in', function () {
  this.retries(RETRIES);
  let fixture: Fixture;
  beforeEach(() => (fixture = new Fixture()));
  afterEach(() => fixture.close());

  it('1: an offer that reaches it while it applies an answer is dropped for good, and taken when repeated', async () => {
    const bo = await fixture.join('bo');
    const ann = await fixture.script('ann');
    const connection = ann.connection('bo');
    const { data } = await ann.next('webrtc.offer', ({ from }) => from === 'bo');
    await connection.setRemoteDescription({ type: 'offer', sdp: String(data['sdp']) });
    await connection.setLocalDescription();
    const answer = connection.localDescription?.sdp ?? '';
    connection.createDataChannel('own');
    const offer = await makeOffer(connection);

    // In one turn, for frames come a task apart, and Firefox may have applied the answer by then.
    const pair = bo.pairs.get('ann');
    await Promise.all([pair?.takeAnswer(answer), pair?.takeOffer(offer)]);
    expect(bo.record('ann').offersDropped).to.equal(1);
    expect(bo.record('ann')).to.include({ answersTaken: 1, offersTaken: 0, rollbacks: 0 });
    expect(bo.errors.map(({ during }) => during)).to.deep.equal(['offer']);

    ann.send('webrtc.offer', { sdp: offer, to: 'bo' });
    const second = await ann.next('webrtc.answer', ({ from }) => from === 'bo');
    await connection.setRemoteDescription({ type: 'answer', sdp: String(second.data['sdp']) });
    await whenConnected(connection);
    expect(bo.record('ann').offersTaken).to.equal(1);
  });

  it('2: a stillborn pair stays new on both ends, with no candidate sent, and disturbs no other pair', async () => {
    const ann = await fixture.join('ann', { stillborn: (id) => id === 'bo' });
    const bo = await fixture.join('bo', { stillborn: (id) => id === 'ann' });
    await ann.waitFor(() => ann.pairs.has('bo'), 'the pair is made');
    await bo.waitFor(() => bo.pairs.has('ann'), 'the pair is made');
    const cy = await fixture.join('cy');
    await cy.waitFor(() => cy.connected.length === 2, 'cy is connected to both');
    expect(ann.connections.get('bo')?.connectionState).to.equal('new');
    expect(bo.connections.get('ann')?.connectionState).to.equal('new');
    expect(ann.record('bo')).to.include({ candidatesSent: 0, offersMade: 0 });
    expect(bo.record('ann')).to.include({ candidatesSent: 0, offersMade: 0 });
  });

  it('2: the same offer again does not wake a stillborn pair, that of a new connection does', async () => {
    const bo = await fixture.join('bo', { stillborn: () => true });
    const ann = await fixture.script('ann');
    const first = ann.connection('bo');
    first.createDataChannel('own');
    const offer = await makeOffer(first);
    ann.send('webrtc.offer', { sdp: offer, to: 'bo' });
    ann.send('webrtc.offer', { sdp: offer, to: 'bo' });
    await bo.waitFor(() => bo.record('ann').offersSwallowed === 2, 'both are swallowed');
    first.close();

    const second = ann.connection('bo');
    second.createDataChannel('own');
    ann.send('webrtc.offer', { sdp: await makeOffer(second), to: 'bo' });
    const { data } = await ann.next('webrtc.answer');
    await second.setRemoteDescription({ type: 'answer', sdp: String(data['sdp']) });
    await whenConnected(second);
    expect(bo.record('ann')).to.include({ offersTaken: 1, connections: 1 });
    expect(bo.errors).to.deep.equal([]);
  });

  it('3: a second video replaces the first in its view', async () => {
    const ann = await fixture.join('ann', { videoTrack: fixture.picture('red') });
    const bo = await fixture.join('bo');
    await bo.waitFor(() => bo.pairs.get('ann')?.view.video, 'the camera is there');
    await bo.waitForMedia('ann');
    const camera = bo.pairs.get('ann')?.view.video;

    await ann.startScreen(fixture.picture('blue'));
    await bo.waitFor(() => bo.pairs.get('ann')?.view.replaced === 1, 'the screen has come');
    expect(bo.streams.get('ann')?.getVideoTracks()).to.have.length(1);
    expect(bo.streams.get('ann')?.getVideoTracks()[0]).to.not.equal(camera);
    const lines = bo.connections.get('ann')?.getReceivers() ?? [];
    expect(lines.filter(({ track }) => track.kind === 'video')).to.have.length(2);
  });

  it('4: after a restart of the server it does not join again, and its connections stay up', async () => {
    const [ann, bo] = [await fixture.join('ann'), await fixture.join('bo')];
    await ann.waitFor(() => ann.connected.length === 1, 'connected');
    await bo.waitFor(() => bo.connected.length === 1, 'connected');
    fixture.relay.restart();
    for (const client of [ann, bo])
      await client.waitFor(() => client.socket.closeCode === 1001, 'the socket is closed');

    await ann.waitForMedia('bo', { video: false });
    await bo.waitForMedia('ann', { video: false });
    const cy = await fixture.script('cy');
    await cy.settle();
    expect(fixture.relay.members(ROOM)).to.deep.equal(['cy']);
    expect(ann.connected).to.deep.equal(['bo']);
  });
});
