import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { diagnostics } from '../../../src/elements/panel/diagnostics.js';
import { MeetError } from '../../../src/errors.js';
import { createRoomStore } from '../../../src/room/room-store.js';
import type { PeerStats } from '../../../src/room/types.js';
import { peerOf, peersOf } from '../../helpers/fixtures.js';

const JOINED = Date.UTC(2026, 0, 1);

/** A call in which every text that a person, a page or a server can set is `secret`. */
const callOf = (secret: string) => {
  const store = createRoomStore();
  const error = new MeetError('server-closed', secret, { cause: new Error(secret), peer: secret });
  const stats: PeerStats = {
    id: secret,
    roundTripTime: 0.0421234,
    fractionLost: 0.0125,
    bitrateIn: 1_234_567.8,
    bitrateOut: 0,
    path: 'relay',
    candidateTypes: ['relay', secret],
    framesPerSecond: 30,
    frameWidth: 1280,
    frameHeight: 720,
    qualityLimitationReason: secret,
  };
  const device = { kind: 'audioinput', deviceId: secret, groupId: secret, label: secret } as const;
  store.$state.set('reconnecting');
  store.$error.set(error);
  store.$notice.set({ kind: 'error', error });
  store.$room.set(secret);
  store.$displayName.set(secret);
  store.$self.set({ id: secret, name: secret });
  store.$peers.set(peersOf(peerOf({ id: secret, name: secret, path: 'relay' })));
  store.$hands.set([secret]);
  store.$activeSpeaker.set(secret);
  store.$pinned.set(secret);
  store.$peerVolumes.set(new Map([[secret, 0.5]]));
  store.$reactions.set([{ key: 1, from: secret, emoji: secret }]);
  store.$devices.set([{ ...device, toJSON: () => device }]);
  store.$chosenDevices.set({ audioinput: secret });
  store.$stats.set(new Map([[secret, stats]]));
  store.$inviteUrl.set(`https://${secret}.example/?token=${secret}`);
  store.$joinedAt.set(500);
  return store;
};

describe('diagnostics', () => {
  it('tells what whoever must fix a call wants to know', () => {
    const report = JSON.parse(diagnostics(callOf('x-secret'), JOINED + 61_000, 61_500)) as Record<string, unknown>;
    expect(report).to.include({ state: 'reconnecting', error: 'server-closed', notice: 'server-closed', turn: false });
    expect(report).to.include({ at: '2026-01-01T00:01:01.000Z', secondsInCall: 61, browser: navigator.userAgent });
    expect(report['devices']).to.deep.equal({ audioinput: 1 });
    expect(report['peers']).to.deep.equal([
      {
        state: 'connected',
        microphone: true,
        camera: true,
        screen: false,
        quality: 'good',
        path: 'relay',
        candidateTypes: ['relay', 'unexpected'],
        roundTripTime: 0.042,
        fractionLost: 0.013,
        bitrateIn: 1_234_568,
        bitrateOut: 0,
        framesPerSecond: 30,
        frameWidth: 1280,
        frameHeight: 720,
        qualityLimitationReason: 'unexpected',
      },
    ]);
  });

  it('holds nothing that a person, a page or a server wrote', () => {
    const empty = diagnostics(createRoomStore(), JOINED);
    fc.assert(
      fc.property(fc.string({ minLength: 8, maxLength: 64 }), (text) => {
        const secret = `§${text}`; // not by chance a word of the report
        const report = diagnostics(callOf(secret), JOINED);
        expect(report).not.to.contain(secret).and.not.to.contain(JSON.stringify(secret).slice(1, -1));
      }),
    );
    expect(empty).not.to.contain('§');
  });

  it('holds no address and no link', () => {
    const report = diagnostics(callOf('192.168.7.42'), JOINED).replace(JSON.stringify(navigator.userAgent), '');
    expect(report).not.to.match(/\d+\.\d+\.\d+\.\d+|[0-9a-f]*::[0-9a-f]|https?:|wss?:|turns?:|stuns?:|@/iu);
  });

  it('says what there is before anybody joined', () => {
    const report = JSON.parse(diagnostics(createRoomStore())) as Record<string, unknown>;
    expect(report).to.include({ state: 'idle' }).and.not.to.have.property('error');
    expect(report['peers']).to.deep.equal([]);
  });
});
