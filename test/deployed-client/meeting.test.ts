import { expect } from '@open-wc/testing';
import type { DeployedClient } from '../helpers/deployed-client/client.js';
import { Fixture, makeOffer, RETRIES, ROOM } from './fixture.js';

describe('stand-ins for deployed clients in one room', function () {
  this.retries(RETRIES);
  let fixture: Fixture;
  beforeEach(() => (fixture = new Fixture()));
  afterEach(() => fixture.close());

  const meet = async (...clients: DeployedClient[]) => {
    for (const client of clients) {
      await client.waitFor(() => client.connected.length === clients.length - 1, 'everybody connected');
    }
    for (const client of clients) for (const id of client.connected) await client.waitForMedia(id, { video: false });
  };

  for (const [first, second] of [
    ['ann', 'bo'],
    ['bo', 'ann'],
  ] as const) {
    it(`two meet when ${first} is there before ${second}`, async () => {
      const clients = [await fixture.join(first), await fixture.join(second)];
      await meet(...clients);
      for (const client of clients) {
        const other = client.id === 'ann' ? 'bo' : 'ann';
        const pair = client.pairs.get(other);
        await client.waitFor(() => pair?.fileChannel?.readyState === 'open', 'the file channel is open');
        expect(pair?.isPolite).to.equal(client.id === 'bo');
        expect(pair?.fileChannel?.label).to.equal('pmfile:');
        expect(pair?.channels).to.have.length(1);
        expect(
          client.streams
            .get(other)
            ?.getTracks()
            .map(({ kind }) => kind),
        ).to.deep.equal(['audio']);
        expect(client.record(other).connections).to.equal(1);
        expect(client.record(other).candidatesSent).to.be.greaterThan(0);
        expect(client.errors).to.deep.equal([]);
      }
    });
  }

  it('the impolite side ignores a colliding offer and the polite one rolls back', async () => {
    let release = () => {};
    const bothOffered = new Promise<void>((resolve) => (release = resolve));
    const offers = new Set<string | undefined>();
    fixture.relay.onUplink = ({ type }, { user }) => {
      if (type !== 'webrtc.offer' || offers.size === 2) return 'pass';
      if (offers.add(user.sub).size === 2) release();
      return bothOffered;
    };
    const [ann, bo] = [await fixture.join('ann'), await fixture.join('bo')];
    await meet(ann, bo);
    expect(ann.record('bo')).to.include({ offersIgnored: 1, rollbacks: 0, offersTaken: 0, answersTaken: 1 });
    expect(bo.record('ann')).to.include({ rollbacks: 1, offersIgnored: 0, offersDropped: 0, offersTaken: 1 });
    expect([...ann.errors, ...bo.errors]).to.deep.equal([]);
  });

  it('three meet, each with one connection to each', async () => {
    const clients = await Promise.all(['ann', 'bo', 'cy'].map((id) => fixture.join(id)));
    await meet(...clients);
    for (const client of clients) {
      expect(client.pairs.size).to.equal(2);
      for (const id of client.users) expect(client.record(id).connections).to.equal(1);
      expect(client.errors).to.deep.equal([]);
    }
  });

  it('a camera added later arrives by renegotiation on the same connection, and goes on when it is off', async () => {
    const [ann, bo] = [await fixture.join('ann'), await fixture.join('bo')];
    await meet(ann, bo);
    const connection = bo.connections.get('ann');
    const offersBefore = ann.record('bo').offersMade;
    ann.setCamera(fixture.picture('red'));
    await bo.waitFor(() => bo.pairs.get('ann')?.view.video, 'the picture is there');
    await bo.waitForMedia('ann');
    expect(ann.record('bo').offersMade).to.equal(offersBefore + 1);

    ann.cameraEnabled = false;
    await bo.waitForMedia('ann');
    ann.setCamera(null);
    expect(ann.cameraEnabled).to.equal(false);
    expect(ann.record('bo').offersMade).to.equal(offersBefore + 1);
    expect(bo.connections.get('ann')).to.equal(connection);
    expect(bo.streams.get('ann')?.getVideoTracks()).to.have.length(1);
  });

  it('two pictures that are there from the start are seen both ways', async () => {
    const ann = await fixture.join('ann', { videoTrack: fixture.picture('red') });
    const bo = await fixture.join('bo', { videoTrack: fixture.picture('blue') });
    await meet(ann, bo);
    await ann.waitForMedia('bo');
    await bo.waitForMedia('ann');
  });

  it('who leaves is gone for the others, and its connection closed', async () => {
    const [ann, bo] = [await fixture.join('ann'), await fixture.join('bo')];
    await meet(ann, bo);
    const connection = ann.connections.get('bo');
    bo.leave();
    await ann.waitFor(() => ann.users.size === 0, 'bo is gone');
    expect(ann.pairs.size).to.equal(0);
    expect(connection?.connectionState).to.equal('closed');
    expect(fixture.relay.members(ROOM)).to.deep.equal(['ann']);
  });

  it('an offer inside the wait is taken up at once', async () => {
    const ann = await fixture.join('ann');
    const cy = await fixture.script('cy');
    const connection = cy.connection('ann');
    connection.addTransceiver('audio');
    connection.createDataChannel('own');
    cy.send('webrtc.offer', { sdp: await makeOffer(connection), to: 'ann' });
    await cy.next('webrtc.answer', ({ from }) => from === 'ann');
    expect(ann.record('cy')).to.include({ offersTaken: 1, offersMade: 0, connections: 1 });
  });

  it('signals to others, and from those not in its last room.users, are ignored', async () => {
    const ann = await fixture.join('ann');
    fixture.relay.onDownlink = ({ type }, { user }) => (type === 'room.users' && user.sub === 'ann' ? 'drop' : 'pass');
    const cy = await fixture.script('cy');
    const connection = cy.connection('ann');
    connection.addTransceiver('audio');
    const sdp = await makeOffer(connection);
    cy.send('webrtc.offer', { sdp, to: 'ann' });
    await cy.settle();
    expect(ann.socket.received.get('webrtc.offer')).to.equal(1);
    expect(ann.record('cy').connections).to.equal(0);

    fixture.relay.onDownlink = undefined;
    cy.send('webrtc.offer', { sdp, to: 'somebody else' });
    await cy.settle();
    expect(ann.socket.received.get('webrtc.offer')).to.equal(2);
    expect(ann.record('cy').connections).to.equal(0);
  });

  it('no more than 8 connections are made', async () => {
    for (let index = 0; index < 9; index++) await fixture.script(`member ${index}`);
    const ann = await fixture.join('ann');
    await ann.waitFor(() => ann.pairs.size > 0, 'the wait after room.users is over');
    expect(ann.users.size).to.equal(9);
    expect(ann.pairs.size).to.equal(8);
  });
});
