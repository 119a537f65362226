import type { MeetError } from '../errors.js';
import type { Signal } from '../protocol/messages.js';
import type { PeerState } from '../protocol/peer-state.js';
import { Connection } from './connection.js';
import type { Time } from '../signaling/time.js';
import type { LocalTracks } from './lines.js';
import type { Secured } from './secure-watch.js';
import type { Flow } from './stats.js';
import { hasTurnServer } from './turn.js';

/** What a peer needs of the mesh. */
export interface PeerHost {
  /** Names the next connection of ours: one id each, in the order in which they are made. */
  readonly nextConnectionId: () => string;
  /** What limits go by: it stands still while our own timers are late. */
  readonly time: Time;
  /** How long a frame to the server and back took last, ms. */
  readonly trip: () => number;
  readonly local: LocalTracks;
  readonly ownState: () => PeerState;
  readonly configuration: () => RTCConfiguration;
  readonly freshConfiguration: () => Promise<RTCConfiguration>;
  /** Whether many are on their way at once: then few, full frames are worth a wait. */
  readonly isCrowded: () => boolean;
  /** Whether so many are there that silence is not worth sending. */
  readonly wantsDtx: () => boolean;
  readonly fileChannelLabel: string;
  /** Whether a connection is ready, and its offer. */
  readonly hasSpare: () => boolean;
  readonly takeSpare: () => Connection;
  readonly send: (to: string, signal: Signal) => void;
  readonly onChange: (id: string) => void;
  /** Its connection was closed at the other end. */
  readonly onClosed: (id: string) => void;
  /** Whether anything goes to somebody, and is shown of them, on a connection that leads to `session`; `undefined`: that isn't known yet. */
  readonly admits: (id: string, session: string | undefined) => boolean;
  /** Whether nothing may go to whoever can't prove who they are. */
  readonly requiresTrust: () => boolean;
  readonly onDeployed: (id: string) => void;
  readonly onSecure: (id: string, secured: Secured) => void;
  readonly onTrust: (id: string, session: string, data: unknown) => void;
  readonly onReaction: (id: string, emoji: string) => void;
  /** Somebody opened a channel, or to a deployed client ours is there. */
  readonly onChannel: (id: string, channel: RTCDataChannel) => void;
  readonly onError: (error: MeetError) => void;
  /** It can't do without who looks after it. */
  readonly onCareNeeded?: (() => void) | undefined;
}

/** A new connection as the configuration has it, or through a relay whatever that says. */
export const makeConnection = (host: PeerHost, isRelayed = false): Connection => {
  const given = host.configuration();
  const configuration: RTCConfiguration = isRelayed ? { ...given, iceTransportPolicy: 'relay' } : given;
  return new Connection(configuration, host.local, host.ownState, host);
};

export const hasTurn = (host: PeerHost): boolean => hasTurnServer(host.configuration().iceServers ?? []);

/** How a peer's link stands: what the room shows of it. */
export interface PeerLink extends PeerState {
  readonly state: 'connecting' | 'connected' | 'reconnecting' | 'failed' | 'lost';
  readonly flow: Flow | undefined;
  /** Whether somebody, they or we, sends a picture that the other end has no format for. */
  readonly videoRejected: boolean;
  /** Whether its voice is speech just now. */
  readonly speaking?: boolean;
  readonly stream: MediaStream;
  readonly screenStream: MediaStream;
}
