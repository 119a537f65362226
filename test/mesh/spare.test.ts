import { expect } from '@open-wc/testing';
import { Connection } from '../../src/mesh/connection.js';
import type { LocalTracks } from '../../src/mesh/lines.js';
import { Spare } from '../../src/mesh/spare.js';
import { SILENT_STATE } from '../../src/protocol/peer-state.js';
import { until } from '../helpers/fixtures.js';

const local: LocalTracks = {
  tracks: { microphone: null, camera: null, screen: null, 'screen-audio': null },
  streams: { person: new MediaStream(), screen: new MediaStream() },
  black: () => {
    throw new Error('there is no deployed client here');
  },
};

describe('the spare connection', () => {
  it('is not made anew while others are on their way', async () => {
    let [made, looks] = [0, 0];
    const make = (): Connection => {
      made += 1;
      return new Connection({}, local, () => SILENT_STATE);
    };
    const spare = new Spare(make, () => {
      expect(made).to.equal(1);
      return (looks += 1) < 3;
    });
    spare.take().close();
    await until(() => made === 2);
    expect(looks).to.equal(3);
    spare.close();
  });

  it('asks for no addresses while it stands, and has its offer once somebody is about to set out', async () => {
    const connection = new Connection({}, local, () => SILENT_STATE);
    const spare = new Spare(
      () => connection,
      () => true,
    );
    expect(spare.offerSoon(), 'nothing stands').to.equal(undefined);
    spare.stand();
    spare.stand();
    await until(() => connection.pc.getTransceivers().length > 0);
    expect(connection.pc.localDescription).to.equal(null);
    expect(spare.isWarm).to.equal(false);
    await spare.offerSoon();
    await until(() => spare.isWarm);
    expect(spare.take()).to.equal(connection);
    expect(spare.offerSoon(), 'it is given away').to.equal(undefined);
    connection.close();
    spare.close();
  });

  it('that stands is made anew where the servers change, and still asks for no addresses', () => {
    const made: Connection[] = [];
    const spare = new Spare(
      () => {
        const connection = new Connection({}, local, () => SILENT_STATE);
        made.push(connection);
        return connection;
      },
      () => true,
    );
    spare.stand();
    spare.renew();
    expect(made.map(({ pc }) => pc.signalingState)).to.deep.equal(['closed', 'stable']);
    expect(made[1]?.negotiation.isOffering).to.equal(false);
    spare.close();
    expect(made[1]?.pc.signalingState).to.equal('closed');
  });
});
