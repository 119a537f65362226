import { expect } from '@open-wc/testing';
import { Pulse } from '../../src/mesh/pulse.js';

describe('the pulse of a connection', () => {
  it('is heard by packets and by receipts', () => {
    const pulse = new Pulse(100);
    expect(pulse.heardAt).to.equal(100);
    pulse.heard(200);
    expect(pulse.heardAt).to.equal(200);
    pulse.receive({}, {}, 300);
    expect(pulse.heardAt).to.equal(300);
  });

  const rows: readonly (readonly [what: string, beats: readonly (readonly [heard: number, sent: number])[], isDeaf: boolean])[] = [
    ['hears what is sent', [[0, 0], [50, 50], [100, 100], [150, 150], [200, 200]], false],
    ['hears half of it', [[0, 0], [25, 50], [50, 100], [75, 150], [100, 200]], false],
    ['hears nothing of it', [[0, 0], [0, 50], [0, 100], [0, 150], [0, 200]], true],
    ['ceases to hear', [[0, 0], [50, 50], [50, 100], [50, 150], [50, 200], [50, 250]], true],
    ['hears again', [[0, 0], [0, 50], [0, 100], [0, 150], [0, 200], [40, 250]], false],
    ['is sent nothing', [[9, 9], [9, 9], [9, 9], [9, 9], [9, 9], [9, 9]], false],
    ['is sent next to nothing', [[0, 0], [0, 1], [0, 1], [0, 2], [0, 2]], false],
    ['counts anew, on another connection', [[500, 500], [0, 5], [50, 55], [100, 105]], false],
  ]; // prettier-ignore
  for (const [what, beats, isDeaf] of rows) {
    it(`${isDeaf ? 'tells' : 'has no complaint'} when the other end ${what}`, () => {
      const pulse = new Pulse(0);
      beats.forEach(([heard, sent], second) => {
        pulse.receive({ microphone: heard }, { microphone: sent }, second * 1000);
      });
      expect(pulse.isDeaf).to.equal(isDeaf);
    });
  }

  it('takes what comes late, and all that comes at once then, for silence', () => {
    const pulse = new Pulse(0);
    pulse.receive({ microphone: 50 }, { microphone: 50 }, 1000);
    for (const at of [5000, 5001, 5002]) pulse.receive({ microphone: 50 }, { microphone: 250 }, at);
    expect(pulse.isDeaf).to.equal(false);
    for (const at of [6000, 7000, 8000]) pulse.receive({ microphone: 50 }, { microphone: at / 20 }, at);
    expect(pulse.isDeaf, 'from then on as ever').to.equal(true);
  });

  it('does not forget a packet for one that came before', () => {
    const pulse = new Pulse(100);
    pulse.heard(300);
    pulse.heard(200);
    expect(pulse.heardAt).to.equal(300);
  });

  it('looks at each line by itself', () => {
    const pulse = new Pulse(0);
    for (let second = 0; second < 6; second += 1) {
      const count = second * 50;
      pulse.receive({ microphone: count, camera: 0 }, { microphone: count, camera: count }, second * 1000);
    }
    expect(pulse.isDeaf).to.equal(true);
  });
});
