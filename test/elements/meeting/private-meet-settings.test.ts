import { expect, fixture, html } from '@open-wc/testing';
import type { PrivateMeetElement } from '../../../src/index.js';
import type { MeetErrorEvent } from '../../../src/room/events.js';
import { DEFAULT_ICE_SERVERS } from '../../../src/room/settings.js';
import { buttonOf, next, until } from '../../helpers/fixtures.js';

const inLobby = async (): Promise<PrivateMeetElement> => {
  const meet = await fixture<PrivateMeetElement>(html`<private-meet room="standup"></private-meet>`);
  await until(() => meet.state === 'lobby');
  return meet;
};

describe('what a page sets on <private-meet>', () => {
  it('has its defaults to be read, and again when an attribute goes', async () => {
    const meet = await inLobby();
    expect(meet.iceServers).to.equal(DEFAULT_ICE_SERVERS);
    meet.setAttribute('ice-servers', '[]');
    expect(meet.iceServers).to.deep.equal([]);
    meet.removeAttribute('ice-servers');
    expect(meet.iceServers).to.equal(DEFAULT_ICE_SERVERS);
    meet.setAttribute('theme', 'sepia');
    expect(meet.theme).to.equal('auto');
    meet.setAttribute('theme', 'dark');
    expect(meet.theme).to.equal('dark');
  });

  it('gives the same empty lists to who compares', async () => {
    const meet = await inLobby();
    expect(meet.peers).to.equal(meet.peers);
    expect(document.createElement('private-meet').peers).to.deep.equal([]);
  });

  for (const [what, wrong, code] of [
    ['a policy that needs a TURN server', { iceServers: [], iceTransportPolicy: 'relay' }, 'relay-required'],
    ['a policy that is none', { iceServers: [], iceTransportPolicy: 'relais' }, 'relay-required'],
    ['servers that are none', { iceServers: [{ urls: 'https://a.example' }] }, 'ice-servers-invalid'],
    ['a token that is none', { token: 'nonsense' }, 'token-malformed'],
  ] as const) {
    it(`tells of ${what} as soon as it is set, before anybody joins, and goes on when it is put right`, async () => {
      const meet = await inLobby();
      const told = next<MeetErrorEvent>(meet, 'pm-error');
      const before = Object.fromEntries(Object.keys(wrong).map((name) => [name, Reflect.get(meet, name) as unknown]));
      Object.assign(meet, wrong);
      expect((await told).error).to.include({ code, fatal: true });
      expect(meet.state).to.equal('failed');
      Object.assign(meet, before);
      await until(() => meet.state === 'lobby');
      expect(meet.error).to.equal(undefined);
    });
  }

  it('takes the empty text of a bare attribute, set as a property, for yes', async () => {
    const meet = await inLobby();
    Object.assign(meet, { microphoneOff: '', cameraOff: '' });
    await meet.updateComplete;
    const lobby = meet.shadowRoot?.querySelector('pm-lobby');
    if (!lobby) throw new Error('no lobby');
    const isOff = (part: string) => buttonOf(lobby, part).getAttribute('aria-pressed') === 'true';
    await until(() => isOff('button-microphone') && isOff('button-camera'));
  });

  it('takes what is unset, or no number, for the default', async () => {
    const meet = await inLobby();
    for (const unset of [undefined, null, Number.NaN]) {
      Object.assign(meet, { maxPeers: unset, displayName: unset === null ? null : undefined });
      await meet.updateComplete;
      expect(meet.state).to.equal('lobby');
    }
  });
});
