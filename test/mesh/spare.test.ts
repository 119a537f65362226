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
});
