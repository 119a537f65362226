import { expect } from '@open-wc/testing';
import { DEFAULT_ICE_SERVERS } from '../../../src/room/settings.js';
import { until } from '../../helpers/fixtures.js';

const withAttribute = (name: string, value: string) => {
  const meet = document.createElement('private-meet');
  meet.setAttribute(name, value);
  return meet;
};

describe('what an attribute says', () => {
  it('is read as HTML reads words: case and white space around say nothing', () => {
    for (const word of ['dark', 'DARK', ' Dark\n']) expect(withAttribute('theme', word).theme, word).to.equal('dark');
    for (const word of ['grid', 'Grid', '\tGRID ']) expect(withAttribute('layout', word).layout, word).to.equal('grid');
    for (const word of ['video-off', 'Video-Off', ' VIDEO-OFF\n']) {
      expect(withAttribute('saving', word).saving, word).to.equal('video-off');
    }
    for (const word of ['', 'sepia', 'dark light', 'darker']) {
      expect(withAttribute('theme', word).theme, word).to.equal('auto');
      expect(withAttribute('layout', word).layout, word).to.equal('auto');
      expect(withAttribute('saving', word).saving, word).to.equal('auto');
    }
  });

  it('hides addresses unless it is `all` or nothing', () => {
    for (const word of ['relay', 'Relay', ' RELAY\n', 'relais', 'true', 'none', 'all relay', 'allall', '0']) {
      expect(withAttribute('ice-transport-policy', word).iceTransportPolicy, word).to.equal('relay');
    }
    for (const word of ['all', 'All', ' ALL\t', '', ' ']) {
      expect(withAttribute('ice-transport-policy', word).iceTransportPolicy, word).to.equal('all');
    }
  });

  it('asks no STUN server where it names none, and the default one only where it is not there', () => {
    for (const none of ['', '  \n', '[]']) {
      expect(withAttribute('ice-servers', none).iceServers, JSON.stringify(none)).to.deep.equal([]);
      expect(withAttribute('iceservers', none).iceServers, JSON.stringify(none)).to.deep.equal([]);
    }
    expect(document.createElement('private-meet').iceServers).to.equal(DEFAULT_ICE_SERVERS);
  });

  it('opens nothing where a framework writes `false`, and closes by being there', () => {
    for (const word of ['false', ' False ']) {
      expect(withAttribute('autojoin', word).autojoin, word).to.equal(false);
      expect(withAttribute('remember', word).remember, word).to.equal(false);
      expect(withAttribute('microphone-off', word).microphoneOff, word).to.equal(true);
    }
    for (const word of ['', 'autojoin', 'true']) expect(withAttribute('autojoin', word).autojoin, word).to.equal(true);
  });

  it('draws the theme that it names', async () => {
    for (const word of ['dark', ' Dark ']) {
      const meet = withAttribute('theme', word);
      document.body.append(meet);
      await until(() => meet.hasUpdated);
      expect(getComputedStyle(meet).colorScheme, word).to.equal('dark');
      meet.remove();
    }
  });
});
