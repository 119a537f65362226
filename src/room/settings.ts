import type { Layout, Saving, TrustPolicy } from './types.js';

/**
 * Gives a fresh token. Called before each connection to the server, and waited for 15 s at most: then the `signal` ends. `lobby`: a
 * person may be about to join; asked again as they do (`join`) where that is more than a minute ago, or of another function.
 */
export type TokenProvider = (request: {
  reason: 'lobby' | 'join' | 'reconnect' | 'expiring';
  signal: AbortSignal;
}) => string | Promise<string>;

/**
 * Gives the ICE servers, with fresh credentials. Waited for 15 s at most: then the `signal` ends, and the join goes on with
 * `iceServers`, unless only a relay is allowed and there is none. `join`: a person joins, or may be about to and touched the lobby.
 */
export type IceServersProvider = (request: {
  reason: 'join' | 'restart' | 'expiring';
  signal: AbortSignal;
}) => RTCIceServer[] | Promise<RTCIceServer[]>;

/** The one server of the protocol's own documentation. It learns the visitor's address. */
export const DEFAULT_ICE_SERVERS: readonly RTCIceServer[] = Object.freeze([{ urls: 'stun:stun.l.google.com:19302' }]);

/** `all` where it says so or nothing is said; what is neither hides more rather than less. */
export const policyOf = (value: unknown): RTCIceTransportPolicy =>
  !value || (typeof value === 'string' && /^(?:\s|\ball\b)*$/iu.test(value)) ? 'all' : 'relay';

/** What a page may set on a meeting, at any time; a change takes effect without a reload. */
export interface Settings {
  /** Room id, without the deployment's prefix. Changing it while joined leaves the old room and joins the new one. */
  room: string;
  /** JWT. For the same user it serves the next reconnect; another user's rejoins. Empty: sign in as a guest. */
  token: string;
  /** Base of the server's calls: a URL, or a path on the page's origin. Empty: the page's origin. */
  server: string;
  displayName: string;
  /** How to begin; setting it later turns the device off, clearing it never turns it on. */
  microphoneOff: boolean;
  cameraOff: boolean;
  /** Others in the room, oneself not counted. */
  maxPeers: number;
  /** Unset: those of the server's `/ice`, and one STUN server until it answers or where it has none. `[]` for none. */
  iceServers: readonly RTCIceServer[] | undefined;
  /** `relay` hides addresses and needs a TURN server. What is neither it nor `all` counts as `relay`. */
  iceTransportPolicy: RTCIceTransportPolicy;
  /** Constant of a deployment: the room on the wire is `roomPrefix + room`. */
  roomPrefix: string;
  /** Constant of a deployment: label of the data channel that its clients expect. */
  fileChannelLabel: string;
  /** Constant of a deployment: what stands before a sealed message of its clients' chat. */
  wirePrefix: string;
  /** What the chat with deployed clients is sealed under. The server can guess at it. Empty: none. */
  chatPassphrase: string;
  /** What proves to each other that one knows it (`Peer.verified`); never sent, and not the chat's. Empty: none. */
  passphrase: string;
  /** Whom one talks to; `require` once there is a passphrase, unless it says `prefer`. */
  trust: TrustPolicy | undefined;
  /** What `<pm-controls>` shows, names with spaces between. Empty: all; `none`: nothing. */
  controls: string;
  layout: Layout;
  /** Whose pictures come: all unless there must be fewer (`auto`), all (`off`), nobody's (`video-off`). */
  saving: Saving;
  /** What "copy link" gives: a URL, or a path on the page's. Empty: the page's own. */
  inviteUrl: string;
  /** Whether name, devices and what one begins with are kept in `localStorage` for next time. */
  remember: boolean;
  /** 0…1, for everybody. */
  volume: number;
  /** Goes before `token`. */
  tokenProvider: TokenProvider | undefined;
  iceServersProvider: IceServersProvider | undefined;
  /** The page's own sources in place of the devices. Never stopped by us. */
  microphoneTrack: MediaStreamTrack | null;
  cameraTrack: MediaStreamTrack | null;
}

export const DEFAULT_SETTINGS: Readonly<Settings> = {
  room: '',
  token: '',
  server: '',
  displayName: '',
  microphoneOff: false,
  cameraOff: false,
  maxPeers: 8,
  iceServers: DEFAULT_ICE_SERVERS,
  iceTransportPolicy: 'all',
  roomPrefix: '',
  fileChannelLabel: 'pmfile:',
  wirePrefix: 'pme2ee:',
  chatPassphrase: '',
  passphrase: '',
  trust: undefined,
  controls: '',
  layout: 'auto',
  saving: 'auto',
  inviteUrl: '',
  remember: false,
  volume: 1,
  tokenProvider: undefined,
  iceServersProvider: undefined,
  microphoneTrack: null,
  cameraTrack: null,
};

export const SETTING_NAMES = Object.keys(DEFAULT_SETTINGS) as (keyof Settings)[];
