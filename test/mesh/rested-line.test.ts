import { expect } from '@open-wc/testing';
import { Pulse } from '../../src/mesh/pulse.js';

describe('a line that has rested', () => {
  it('is not taken for deaf as it goes on, whatever went out before it rested', () => {
    const pulse = new Pulse(0);
    for (let now = 0; now <= 4_000; now += 1_000) pulse.receive({ camera: 500 }, {}, now);
    for (let now = 5_000; now <= 9_000; now += 1_000) {
      pulse.receive({ camera: 500 }, { camera: 500 }, now);
      expect(pulse.isDeaf, String(now)).to.equal(false);
    }
  });
});
