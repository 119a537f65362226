import type { MeetError } from '../errors.js';
import type { VideoBudget } from '../mesh/budget.js';
import type { ChatMessage, House, HouseWord, User } from '../protocol/messages.js';
import type { PeerState } from '../protocol/peer-state.js';
import type { Shown } from '../protocol/shown.js';
import type { Channel, ChannelHandlers } from '../signaling/channel.js';
import type { PeerBookHandlers } from './peer-book.js';
import type { Settings } from './settings.js';
import type { TrustHandlers } from './trust-desk.js';

/** What a session needs of the meeting around it, and tells it. */
export interface SessionOptions extends PeerBookHandlers, TrustHandlers {
  /** The room on the wire. */
  readonly room: string;
  /** Who we are. */
  readonly self: User;
  /** Whether the line's token says that we are somebody else by now; asked whenever the line comes up. */
  readonly isSomeoneElse: () => boolean;
  readonly settings: Pick<Settings, 'trust' | 'passphrase'>;
  readonly maxPeers: () => number;
  readonly fileChannelLabel: string;
  readonly configuration: () => RTCConfiguration;
  /** The same with fresh ICE servers, as far as there are any. Never rejects. */
  readonly freshConfiguration: () => Promise<RTCConfiguration>;
  /** The server has ICE servers of its own; told again and again. */
  readonly onIce: () => unknown;
  readonly ownState: () => PeerState;
  /** How high somebody's pictures are wanted; `undefined`: nobody says. */
  readonly shown: (id: string) => Shown | undefined;
  /** How far our machine or our network had to give way. */
  readonly onStrain: (level: number) => void;
  /** What the camera may cost for each peer, once the room has come to rest. */
  readonly onBudget: (budget: VideoBudget) => void;
  readonly channel: (handlers: ChannelHandlers) => Channel;
  /** The room has taken us in: the first time, or again. */
  readonly onJoined: () => void;
  /** Somebody said something to the whole room, or what we said came back. */
  readonly onChat: (message: ChatMessage | HouseWord) => void;
  /** What the server says of the room, where it has host tools. */
  readonly onHouse: (house: House | undefined) => void;
  /** Somebody has to let us in; whether there is somebody who can. */
  readonly onWaiting: (host: boolean) => void;
  /** The line came up again, by a token of another user: that is for another session. */
  readonly onSomeoneElse: () => void;
  /** The server is out of reach; media goes on. */
  readonly onDown: () => void;
  readonly onError: (error: MeetError) => void;
  /** Who looks after connections is wanted at once. */
  readonly onCareNeeded: () => void;
  /** The room ends us. */
  readonly onEnded: (error: MeetError) => void;
}
