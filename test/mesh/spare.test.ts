import { expect } from '@open-wc/testing';
import { Connection } from '../../src/mesh/connection.js';
import type { LocalTracks } from '../../src/mesh/lines.js';
import { Spare } from '../../src/mesh/spare.js';
import { SILENT_STATE } from '../../src/protocol/peer-state.js';
import { putCores } from '../helpers/cores.js';
import { until } from '../helpers/fixtures.js';

const local: LocalTracks = {
  tracks: { microphone: null, camera: null, screen: null, 'screen-audio': null },
  streams: { person: new MediaStream(), screen: new MediaStream() },
  black: () => {
    throw new Error('there is no deployed client here');
  },
};

/** How long a frame takes there and back. */
const near = () => 0;
const far = () => 400;

describe('the spare connection', () => {
  afterEach(() => {
    putCores(undefined);
  });

  it('is not made anew while others are on their way', async () => {
    putCores(2);
    let [made, looks] = [0, 0];
    const make = (): Connection => {
      made += 1;
      return new Connection({}, local, () => SILENT_STATE);
    };
    const spare = new Spare(
      make,
      () => {
        expect(made).to.equal(1);
        return (looks += 1) < 3;
      },
      near,
    );
    spare.take().close();
    await until(() => made === 2);
    expect(looks).to.equal(3);
    spare.close();
  });

  it('asks for no addresses while it stands, and has its offer once somebody is about to set out', async () => {
    putCores(2);
    const connection = new Connection({}, local, () => SILENT_STATE);
    const spare = new Spare(
      () => connection,
      () => true,
      near,
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
    putCores(2);
    const made: Connection[] = [];
    const spare = new Spare(
      () => {
        const connection = new Connection({}, local, () => SILENT_STATE);
        made.push(connection);
        return connection;
      },
      () => true,
      near,
    );
    spare.stand();
    spare.renew();
    expect(made.map(({ pc }) => pc.signalingState)).to.deep.equal(['closed', 'stable']);
    expect(made[1]?.negotiation.isOffering).to.equal(false);
    spare.close();
    expect(made[1]?.pc.signalingState).to.equal('closed');
  });
});

describe('the spare connections of somebody who comes', () => {
  let made: Connection[] = [];
  afterEach(() => {
    made = [];
    putCores(undefined);
  });
  const spareOf = (trip: () => number, isBusy = () => false): Spare =>
    new Spare(
      () => {
        const connection = new Connection({}, local, () => SILENT_STATE);
        made.push(connection);
        return connection;
      },
      isBusy,
      trip,
    );
  const states = () => made.map(({ pc }) => pc.signalingState);

  it('are three where the machine has cores to spare, or the server is far', async () => {
    for (const [cores, trip, count] of [
      [4, near, 3],
      [2, far, 3],
      [2, near, 1],
    ] as const) {
      made = [];
      putCores(cores);
      const spare = spareOf(trip);
      spare.stand();
      await until(() => made.length === count);
      await new Promise((resolve) => setTimeout(resolve));
      spare.stand();
      await new Promise((resolve) => setTimeout(resolve));
      expect(states()).to.deep.equal(Array.from({ length: count }, () => 'stable'));
      spare.close();
      expect(new Set(states())).to.deep.equal(new Set(['closed']));
    }
  });

  it('ask for addresses together, once the person sets out', async () => {
    putCores(4);
    const spare = spareOf(near);
    spare.stand();
    await until(() => made.length === 3);
    await spare.offerSoon();
    await until(() => made.every(({ negotiation }) => negotiation.isOffering));
    const taken = [spare.take(), spare.take(), spare.take()];
    expect(new Set(taken)).to.deep.equal(new Set(made));
    expect(spare.isWarm).to.equal(false);
    spare.close();
    taken.forEach((connection) => {
      connection.close();
    });
  });

  it('are made one after the other on the way from afar, each when the one before it is ready', async () => {
    for (const cores of [2, 4]) {
      made = [];
      putCores(cores);
      const spare = new Spare(
        () => {
          expect(made.every(({ negotiation }) => negotiation.isOffering)).to.equal(true);
          made.push(new Connection({}, local, () => SILENT_STATE));
          return made.at(-1)!;
        },
        () => false,
        far,
      );
      spare.anticipate();
      await until(() => made.length === 3 && made.every(({ negotiation }) => negotiation.isOffering));
      spare.close();
    }
  });

  it('go but for one that the hello did not take, when the pairs have come to rest', async () => {
    putCores(4);
    const spare = spareOf(near);
    spare.stand();
    await until(() => made.length === 3);
    await spare.offerSoon();
    spare.take().close();
    await until(() => states().filter((state) => state === 'closed').length === 2);
    expect(spare.isWarm).to.equal(true);
    spare.close();
  });

  it('go but for one where none was ready for the hello', async () => {
    putCores(4);
    const spare = spareOf(near);
    spare.anticipate();
    await until(() => made.length > 1);
    spare.settle();
    await until(() => states().filter((state) => state !== 'closed').length === 1);
    expect(spare.isWarm).to.equal(true);
    spare.close();
  });

  it('are none any more once all is over, whoever says so late', async () => {
    putCores(4);
    let looks = 0;
    const spare = spareOf(near, () => (looks += 1) < 0);
    spare.close();
    spare.settle();
    spare.take().close();
    await until(() => looks > 0);
    expect(made).to.have.length(1);
  });

  it('are made anew, all of them, where the servers change', async () => {
    putCores(4);
    const spare = spareOf(near);
    spare.stand();
    await until(() => made.length === 3);
    spare.renew();
    await until(() => made.length === 6);
    await spare.offerSoon();
    spare.renew();
    await until(() => made.length === 9 && spare.isWarm);
    expect(states().slice(0, 6)).to.deep.equal(Array.from({ length: 6 }, () => 'closed'));
    spare.close();
    expect(new Set(states())).to.deep.equal(new Set(['closed']));
  });
});
