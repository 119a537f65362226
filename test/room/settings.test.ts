import { expect } from '@open-wc/testing';
import { environmentError } from '../../src/room/environment.js';
import { DEFAULT_SETTINGS, SETTING_NAMES, type Settings } from '../../src/room/settings.js';
import { SettingsTarget } from '../../src/room/settings-target.js';

class Target extends SettingsTarget {
  readonly changes: (keyof Settings)[] = [];
  readonly current = this.settings;
  protected override handleSetting(name: keyof Settings): void {
    this.changes.push(name);
  }
}

/** For each setting a value that is not its default. */
const OTHER: Settings = {
  room: 'r',
  token: 't',
  server: '/meet',
  displayName: 'Ann',
  microphoneOff: true,
  cameraOff: true,
  maxPeers: 3,
  iceServers: [],
  iceTransportPolicy: 'relay',
  roomPrefix: 'pm:',
  fileChannelLabel: 'x:',
  wirePrefix: 'w:',
  chatPassphrase: 'between us',
  passphrase: 'known to us',
  trust: 'prefer',
  controls: 'leave',
  layout: 'grid',
  saving: 'video-off',
  inviteUrl: '/room',
  remember: true,
  volume: 0.5,
  tokenProvider: () => Promise.resolve(''),
  iceServersProvider: () => Promise.resolve([]),
  microphoneTrack: {} as MediaStreamTrack,
  cameraTrack: {} as MediaStreamTrack,
};

describe('the settings', () => {
  it('are all there as live properties, with their defaults', () => {
    const target = new Target();
    for (const name of SETTING_NAMES) expect(target[name], name).to.equal(DEFAULT_SETTINGS[name]);
    expect(SETTING_NAMES).to.have.members(Object.keys(OTHER));
  });

  it('tell of each change, once', () => {
    const target = new Target();
    for (const name of SETTING_NAMES) {
      Object.assign(target, { [name]: OTHER[name] });
      Object.assign(target, { [name]: OTHER[name] });
      expect(target[name], name).to.equal(OTHER[name]);
      expect(target.current[name], name).to.equal(OTHER[name]);
    }
    expect(target.changes).to.deep.equal(SETTING_NAMES);
  });

  it('are shared by no two meetings', () => {
    const [one, other] = [new Target(), new Target()];
    one.room = 'r';
    expect(other.room).to.equal('');
    expect(DEFAULT_SETTINGS.room).to.equal('');
  });
});

describe('the environment', () => {
  const without = (name: string, value: unknown) => {
    const own = Object.getOwnPropertyDescriptor(globalThis, name);
    Object.defineProperty(globalThis, name, { configurable: true, writable: true, value });
    try {
      return environmentError()?.code;
    } finally {
      if (own) Object.defineProperty(globalThis, name, own);
      else Reflect.deleteProperty(globalThis, name);
    }
  };

  it('has all that a call needs in the browsers of today', () => {
    expect(environmentError()).to.equal(undefined);
  });

  it('is told in words where something is missing', () => {
    expect(without('RTCPeerConnection', undefined)).to.equal('unsupported-browser');
    expect(without('WebSocket', undefined)).to.equal('unsupported-browser');
    expect(without('isSecureContext', false)).to.equal('insecure-context');
    expect(environmentError(), 'all is put back').to.equal(undefined);
  });

  it('names whatever a call takes and an older browser has not', () => {
    const features: readonly (readonly [object, string])[] = [
      [AbortSignal, 'any'],
      [URL, 'canParse'],
      [Intl, 'Segmenter'],
      [Crypto.prototype, 'randomUUID'],
      [Navigator.prototype, 'mediaDevices'],
      [HTMLElement.prototype, 'showPopover'],
      [Element.prototype, 'checkVisibility'],
    ];
    for (const [owner, name] of features) {
      const own = Object.getOwnPropertyDescriptor(owner, name)!;
      Reflect.deleteProperty(owner, name);
      try {
        const error = environmentError();
        expect(error?.code, name).to.equal('unsupported-browser');
        expect(error?.message).to.include(name);
      } finally {
        Object.defineProperty(owner, name, own);
      }
    }
    expect(environmentError(), 'all is put back').to.equal(undefined);
  });
});
