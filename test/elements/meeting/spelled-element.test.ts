import { expect } from '@open-wc/testing';
import { PrivateMeetElement } from '../../../src/index.js';
import type { MeetErrorEvent } from '../../../src/room/events.js';
import { DEFAULT_ICE_SERVERS } from '../../../src/room/settings.js';
import { next, until } from '../../helpers/fixtures.js';

/** For each attribute with hyphens: its property, something to write, what that means, and what there is without it. */
const CASES = [
  ['display-name', 'displayName', 'Ann', 'Ann', ''],
  ['microphone-off', 'microphoneOff', '', true, false],
  ['camera-off', 'cameraOff', '', true, false],
  ['shortcuts-off', 'shortcutsOff', '', true, false],
  ['max-peers', 'maxPeers', '3', 3, 8],
  ['ice-servers', 'iceServers', '[]', [], DEFAULT_ICE_SERVERS],
  ['ice-transport-policy', 'iceTransportPolicy', 'relay', 'relay', 'all'],
  ['room-prefix', 'roomPrefix', 'x:', 'x:', ''],
  ['wire-prefix', 'wirePrefix', 'x:', 'x:', 'pme2ee:'],
  ['file-channel-label', 'fileChannelLabel', 'x:', 'x:', 'pmfile:'],
  ['invite-url', 'inviteUrl', '/in', '/in', ''],
] as const;

/** As a parser makes it, of what a server wrote. */
const parsed = (attributes: string): PrivateMeetElement => {
  const box = document.createElement('div');
  box.innerHTML = `<private-meet ${attributes}></private-meet>`;
  customElements.upgrade(box);
  const meet = box.querySelector('private-meet');
  if (!meet) throw new Error('not parsed');
  return meet;
};

describe('the spellings of an attribute', () => {
  it('are tried here for every attribute with hyphens', () => {
    const hyphened = PrivateMeetElement.observedAttributes.filter((name) => name.includes('-'));
    expect(hyphened).to.have.members(CASES.map(([name]) => name));
  });

  for (const [name, property, value, meaning, without] of CASES) {
    it(`of ${name} all mean the same: with hyphens, as HTML spells ${property}, and as XHTML does`, () => {
      for (const spelling of [name, property, property.toLowerCase()]) {
        const meet = parsed(`${spelling}='${value}'`);
        expect(meet[property], spelling).to.deep.equal(meaning);
        meet.removeAttribute(spelling);
        expect(meet[property], `without ${spelling}`).to.deep.equal(without);
      }
      const meet = document.createElement('private-meet');
      meet.setAttributeNS(null, property, value);
      expect(meet[property], 'in XHTML').to.deep.equal(meaning);
    });
  }

  it('stand beside each other: the one with hyphens goes first, and the other follows when it goes', () => {
    const meet = parsed('displayname="Bo" display-name="Ann"');
    expect(meet.displayName).to.equal('Ann');
    meet.setAttribute('displayname', 'Cy');
    expect(meet.displayName).to.equal('Ann');
    meet.removeAttribute('display-name');
    expect(meet.displayName).to.equal('Cy');
  });

  it('turn a device off, any of them, whatever it says', () => {
    for (const attributes of [
      'microphoneoff="false" cameraoff="false"',
      'MicrophoneOff="" CAMERA-OFF=""',
      'microphone-off microphoneoff="true" camera-off="0" cameraoff',
    ]) {
      const meet = parsed(attributes);
      expect(meet, attributes).to.include({ microphoneOff: true, cameraOff: true });
    }
    const meet = parsed('microphone-off microphoneoff');
    meet.removeAttribute('microphone-off');
    expect(meet.microphoneOff).to.equal(true);
    meet.removeAttribute('microphoneoff');
    expect(meet.microphoneOff).to.equal(false);
  });

  it('hide addresses as soon as any of them asks for it', () => {
    for (const attributes of [
      'ice-transport-policy="all" icetransportpolicy="relay"',
      'ice-transport-policy="relay" icetransportpolicy="all"',
      'icetransportpolicy="Relay"',
    ]) {
      expect(parsed(attributes).iceTransportPolicy, attributes).to.equal('relay');
    }
    const meet = parsed('ice-transport-policy="all" icetransportpolicy="relay"');
    meet.removeAttribute('icetransportpolicy');
    expect(meet.iceTransportPolicy).to.equal('all');
    expect(parsed('ice-transport-policy="all" icetransportpolicy="ALL"').iceTransportPolicy).to.equal('all');
  });

  it('of a list that a server could not write ask nobody’s server, until the page sets it', async () => {
    const meet = parsed('room="standup" iceservers="[object Object]"');
    const told = next<MeetErrorEvent>(meet, 'pm-error');
    document.body.append(meet);
    expect((await told).error.code).to.equal('ice-servers-invalid');
    expect(meet.state).to.equal('failed');
    meet.iceServers = [{ urls: 'stun:stun.example.com' }];
    await until(() => meet.state === 'lobby');
    expect(meet.error).to.equal(undefined);
    meet.remove();
  });
});
