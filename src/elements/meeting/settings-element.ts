import { property } from 'lit/decorators.js';
import type { Meeting } from '../../core.js';
import { DEFAULT_ICE_SERVERS } from '../../room/settings.js';
import type { Layout, Saving, TrustPolicy } from '../../room/types.js';
import { DEFAULT_FILE_CHANNEL_LABEL, DEFAULT_MAX_PEERS, DEFAULT_WIRE_PREFIX } from './attribute-values.js';
import * as read from './attribute-values.js';
import { SpelledElement } from './spelled-element.js';

/** What a page sets on `<private-meet>`. */
export abstract class SettingsElement extends SpelledElement {
  @property({ converter: read.text }) room = '';
  @property({ converter: read.text }) token = '';
  @property({ converter: read.text }) server = '';
  @property({ attribute: 'display-name', converter: read.text }) displayName = '';
  @property({ converter: read.opens }) autojoin = false;
  @property({ attribute: 'microphone-off', type: Boolean }) microphoneOff = false;
  @property({ attribute: 'camera-off', type: Boolean }) cameraOff = false;
  @property({ attribute: 'max-peers', converter: read.maxPeers }) maxPeers = DEFAULT_MAX_PEERS;
  @property({ attribute: 'ice-servers', converter: read.iceServers }) iceServers: Meeting['iceServers'] =
    DEFAULT_ICE_SERVERS;
  @property({ attribute: 'ice-transport-policy', converter: read.policy }) iceTransportPolicy: RTCIceTransportPolicy =
    'all';
  @property({ attribute: 'room-prefix', converter: read.text }) roomPrefix = '';
  @property({ attribute: 'file-channel-label', converter: read.fileChannelLabel }) fileChannelLabel =
    DEFAULT_FILE_CHANNEL_LABEL;
  @property({ attribute: 'wire-prefix', converter: read.wirePrefix }) wirePrefix = DEFAULT_WIRE_PREFIX;
  @property({ converter: read.text }) controls = '';
  @property({ converter: read.layout }) layout: Layout = 'auto';
  @property({ converter: read.trust }) trust: TrustPolicy | undefined;
  @property({ converter: read.saving }) saving: Saving = 'auto';
  @property({ attribute: 'invite-url', converter: read.text }) inviteUrl = '';
  @property({ converter: read.opens }) remember = false;
  @property({ attribute: 'shortcuts-off', type: Boolean }) shortcutsOff = false;
  @property({ converter: read.theme, reflect: true, useDefault: true }) theme: 'auto' | 'light' | 'dark' = 'auto';
  /** Gives a fresh token for every connection; goes before `token`. */
  @property({ attribute: false }) tokenProvider: Meeting['tokenProvider'];
  /** Gives fresh STUN and TURN servers; goes before `iceServers`. */
  @property({ attribute: false }) iceServersProvider: Meeting['iceServersProvider'];
  /** The page's own source instead of the microphone. It is never stopped by us. */
  @property({ attribute: false }) microphoneTrack: MediaStreamTrack | null = null;
  /** The page's own source instead of the camera. It is never stopped by us. */
  @property({ attribute: false }) cameraTrack: MediaStreamTrack | null = null;
  /**
   * What everybody proves to each other that they know, so that nobody, the server included, can sit between any two; never sent, and not
   * the chat's. Set in a call, it is tried with all who are not verified.
   */
  @property({ attribute: false }) passphrase = '';
  /**
   * What the chat with people whose app is not ours is sealed under: theirs has the same. The server relays it and can guess at it, so
   * let it be long. Between ours the chat does not need it, nor does the server see any of that.
   */
  @property({ attribute: false }) chatPassphrase = '';
  /** How loud everybody is, 0…1. */
  @property({ attribute: false }) volume = 1;
}
