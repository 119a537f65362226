import { DEFAULT_SETTINGS, type Settings } from './settings.js';

/** An `EventTarget` with every setting as a live property. */
export abstract class SettingsTarget extends EventTarget implements Settings {
  protected readonly settings: Settings = { ...DEFAULT_SETTINGS };

  /** A setting got another value. */
  protected abstract handleSetting(name: keyof Settings): void;

  #set<N extends keyof Settings>(name: N, value: Settings[N]): void {
    if (Object.is(this.settings[name], value)) return;
    this.settings[name] = value;
    this.handleSetting(name);
  }

  get room(): Settings['room'] {
    return this.settings.room;
  }
  set room(value: Settings['room']) {
    this.#set('room', value);
  }

  get token(): Settings['token'] {
    return this.settings.token;
  }
  set token(value: Settings['token']) {
    this.#set('token', value);
  }

  get server(): Settings['server'] {
    return this.settings.server;
  }
  set server(value: Settings['server']) {
    this.#set('server', value);
  }

  get displayName(): Settings['displayName'] {
    return this.settings.displayName;
  }
  set displayName(value: Settings['displayName']) {
    this.#set('displayName', value);
  }

  get microphoneOff(): Settings['microphoneOff'] {
    return this.settings.microphoneOff;
  }
  set microphoneOff(value: Settings['microphoneOff']) {
    this.#set('microphoneOff', value);
  }

  get cameraOff(): Settings['cameraOff'] {
    return this.settings.cameraOff;
  }
  set cameraOff(value: Settings['cameraOff']) {
    this.#set('cameraOff', value);
  }

  get maxPeers(): Settings['maxPeers'] {
    return this.settings.maxPeers;
  }
  set maxPeers(value: Settings['maxPeers']) {
    this.#set('maxPeers', value);
  }

  get iceServers(): Settings['iceServers'] {
    return this.settings.iceServers;
  }
  set iceServers(value: Settings['iceServers']) {
    this.#set('iceServers', value);
  }

  get iceTransportPolicy(): Settings['iceTransportPolicy'] {
    return this.settings.iceTransportPolicy;
  }
  set iceTransportPolicy(value: Settings['iceTransportPolicy']) {
    this.#set('iceTransportPolicy', value);
  }

  get roomPrefix(): Settings['roomPrefix'] {
    return this.settings.roomPrefix;
  }
  set roomPrefix(value: Settings['roomPrefix']) {
    this.#set('roomPrefix', value);
  }

  get fileChannelLabel(): Settings['fileChannelLabel'] {
    return this.settings.fileChannelLabel;
  }
  set fileChannelLabel(value: Settings['fileChannelLabel']) {
    this.#set('fileChannelLabel', value);
  }

  get controls(): Settings['controls'] {
    return this.settings.controls;
  }
  set controls(value: Settings['controls']) {
    this.#set('controls', value);
  }

  get layout(): Settings['layout'] {
    return this.settings.layout;
  }
  set layout(value: Settings['layout']) {
    this.#set('layout', value);
  }

  get saving(): Settings['saving'] {
    return this.settings.saving;
  }
  set saving(value: Settings['saving']) {
    this.#set('saving', value);
  }

  get inviteUrl(): Settings['inviteUrl'] {
    return this.settings.inviteUrl;
  }
  set inviteUrl(value: Settings['inviteUrl']) {
    this.#set('inviteUrl', value);
  }

  get remember(): Settings['remember'] {
    return this.settings.remember;
  }
  set remember(value: Settings['remember']) {
    this.#set('remember', value);
  }

  get volume(): Settings['volume'] {
    return this.settings.volume;
  }
  set volume(value: Settings['volume']) {
    this.#set('volume', value);
  }

  get tokenProvider(): Settings['tokenProvider'] {
    return this.settings.tokenProvider;
  }
  set tokenProvider(value: Settings['tokenProvider']) {
    this.#set('tokenProvider', value);
  }

  get iceServersProvider(): Settings['iceServersProvider'] {
    return this.settings.iceServersProvider;
  }
  set iceServersProvider(value: Settings['iceServersProvider']) {
    this.#set('iceServersProvider', value);
  }

  get microphoneTrack(): Settings['microphoneTrack'] {
    return this.settings.microphoneTrack;
  }
  set microphoneTrack(value: Settings['microphoneTrack']) {
    this.#set('microphoneTrack', value);
  }

  get cameraTrack(): Settings['cameraTrack'] {
    return this.settings.cameraTrack;
  }
  set cameraTrack(value: Settings['cameraTrack']) {
    this.#set('cameraTrack', value);
  }
}
