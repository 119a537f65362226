import { expect } from '@open-wc/testing';
import { Fixture, makeOffer, RETRIES, whenConnected } from './fixture.js';

const X = { v: 1, hello: true, session: 'a1b2' };
const EMPTY = JSON.stringify({ candidate: '', sdpMid: '0', sdpMLineIndex: 0 });

describe('extension carriers, seen by a stand-in for a deployed client', function () {
  this.retries(RETRIES);
  let fixture: Fixture;
  beforeEach(() => (fixture = new Fixture()));
  afterEach(() => fixture.close());

  it('typing: false with x is nothing, and its echo carries x back', async () => {
    const ann = await fixture.join('ann');
    const cy = await fixture.script('cy');
    cy.send('chat.typing', { typing: false, x: X });
    const echo = await cy.next('chat.typing');
    await cy.settle();
    expect(echo.data).to.deep.equal({ typing: false, x: X });
    expect(ann.socket.received.get('chat.typing')).to.equal(1);
    expect([...ann.typing]).to.deep.equal([]);
    expect(ann.errors).to.deep.equal([]);

    cy.send('chat.typing', { typing: true });
    await ann.waitFor(() => ann.typing.has('cy'), 'cy is typing');
  });

  it('an empty candidate with x passes unseen, before, during and after a connection is made', async () => {
    const [ann, bo] = [await fixture.join('ann'), await fixture.join('bo')];
    const disturb = () => {
      for (const [sender, to] of [
        [ann, 'bo'],
        [bo, 'ann'],
      ] as const) {
        sender.socket.send('webrtc.iceCandidate', { candidate: EMPTY, to, x: X });
      }
    };
    disturb();
    await ann.waitFor(() => ann.pairs.has('bo'), 'the pair is made');
    disturb();
    for (const client of [ann, bo]) await client.waitFor(() => client.connected.length === 1, 'connected');
    const taken = ann.record('bo').candidatesTaken;
    disturb();
    await ann.waitFor(() => ann.record('bo').candidatesTaken > taken, 'the last one is taken');
    await ann.waitForMedia('bo', { video: false });
    await bo.waitForMedia('ann', { video: false });
    expect([...ann.errors, ...bo.errors]).to.deep.equal([]);
  });

  it('a bare empty candidate is logged as an error and harms nothing', async () => {
    const [ann, bo] = [await fixture.join('ann'), await fixture.join('bo')];
    await ann.waitFor(() => ann.connected.length === 1, 'connected');
    bo.socket.send('webrtc.iceCandidate', { candidate: '', to: 'ann' });
    await ann.waitFor(() => ann.errors.length === 1, 'the error is logged');
    expect(ann.errors[0]).to.include({ peerId: 'bo', during: 'candidate' });
    expect(ann.connected).to.deep.equal(['bo']);
  });

  it('bare candidate lines are taken too', async () => {
    const bo = await fixture.join('bo');
    const ann = await fixture.script('ann');
    const connection = ann.connection('bo', ({ candidate }) => candidate);
    connection.createDataChannel('own');
    ann.send('webrtc.offer', { sdp: await makeOffer(connection), to: 'bo', x: X });
    const { data } = await ann.next('webrtc.answer');
    await connection.setRemoteDescription({ type: 'answer', sdp: String(data['sdp']) });
    await whenConnected(connection);
    expect(bo.record('ann').candidatesTaken).to.be.greaterThan(0);
    expect(bo.errors).to.deep.equal([]);
  });

  it('a restart of ICE that it did not ask for is answered', async () => {
    const [ann, bo] = [await fixture.join('ann'), await fixture.join('bo')];
    for (const client of [ann, bo]) await client.waitFor(() => client.connected.length === 1, 'connected');
    const connection = ann.connections.get('bo');
    const taken = bo.record('ann').offersTaken;
    connection?.restartIce();
    await bo.waitFor(() => bo.record('ann').offersTaken === taken + 1, 'the restart is answered');
    await ann.waitFor(() => connection?.signalingState === 'stable', 'the answer is applied');
    await ann.waitForMedia('bo', { video: false });
    expect(ann.record('bo').connections).to.equal(1);
  });
});
