import { expect } from '@open-wc/testing';
import { FloodGuard } from '../../src/room/flood-guard.js';
import { ManualTime } from '../signaling/manual-time.js';

const guardOf = () => {
  const time = new ManualTime();
  const cutOff: string[] = [];
  return { time, cutOff, guard: new FloodGuard((id) => cutOff.push(id), time) };
};

describe('the guard against floods', () => {
  it('lets through all that an honest sender can get through the server: 60 at once, 40 a second, for an hour', () => {
    const { time, guard, cutOff } = guardOf();
    const types = ['webrtc.offer', 'webrtc.answer', 'chat.typing', 'webrtc.iceCandidate'] as const;
    let admitted = 0;
    let sent = 0;
    const send = () => {
      admitted += Number(guard.admits('a', types[sent % types.length] ?? 'chat.typing'));
      sent += 1;
    };
    for (let burst = 0; burst < 60; burst += 1) send();
    for (let tick = 0; tick < 40 * 3600; tick += 1) {
      time.advance(25);
      send();
    }
    expect(admitted).to.equal(sent);
    expect(cutOff).to.deep.equal([]);
  });

  it('lets through a line that was held for 3 s', () => {
    const { guard } = guardOf();
    for (let frame = 0; frame < 60 + 3 * 40; frame += 1) {
      expect(guard.admits('a', frame % 4 === 0 ? 'webrtc.offer' : 'webrtc.iceCandidate'), String(frame)).to.equal(true);
    }
  });

  it('throttles a flood, then cuts its sender off, once, and nobody else', () => {
    for (const [type, perSecond] of [
      ['webrtc.iceCandidate', 10_000],
      ['webrtc.offer', 1_000],
    ] as const) {
      const { time, guard, cutOff } = guardOf();
      let admitted = 0;
      for (let frame = 0; frame < 3 * perSecond; frame += 1) {
        time.advance(1000 / perSecond);
        admitted += Number(guard.admits('flooder', type));
        if (frame % (perSecond / 20) === 0) expect(guard.admits('bo', 'webrtc.offer')).to.equal(true);
      }
      expect(admitted).to.be.within(100, 600);
      expect(cutOff).to.deep.equal(['flooder']);
      expect([guard.isCutOff('flooder'), guard.isCutOff('bo'), guard.isCutOff('cy')]).to.deep.equal([
        true,
        false,
        false,
      ]);
    }
  });

  it('forgives a single burst after a rest', () => {
    const { time, guard, cutOff } = guardOf();
    for (let round = 0; round < 10; round += 1) {
      for (let frame = 0; frame < 1000; frame += 1) guard.admits('a', 'chat.typing');
      time.advance(60_000);
    }
    expect(cutOff).to.deep.equal([]);
  });

  it('remembers no more people than a server can hold', () => {
    const { guard } = guardOf();
    for (let index = 0; index < 100_000; index += 1) {
      const id = `id ${String(index)}`;
      expect(guard.admits(id, 'chat.typing')).to.equal(true);
    }
    expect(guard.size).to.be.at.most(1024);
  });
});
