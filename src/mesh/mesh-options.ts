import type { MeetError } from '../errors.js';
import type { Signal } from '../protocol/messages.js';
import type { PeerState } from '../protocol/peer-state.js';
import type { Shown } from '../protocol/shown.js';
import type { Time } from '../signaling/time.js';
import type { VideoBudget } from './budget.js';
import type { Secured } from './secure-watch.js';

/** What the mesh needs of the session around it, and tells it. */
export interface MeshOptions {
  /** What limits go by; the page's own clock when absent. */
  readonly time?: Time;
  /** How long a frame to the server and back took last, ms: nothing is sent again before. */
  readonly trip?: () => number;
  /** Names this join: a new one each time. */
  readonly session: string;
  readonly fileChannelLabel: string;
  readonly configuration: () => RTCConfiguration;
  /** Asks for ICE servers with fresh credentials; the newest configuration there is, when there are none. Never rejects. */
  readonly freshConfiguration?: () => Promise<RTCConfiguration>;
  /** When the server was heard last, ms of the clock. */
  readonly lineHeardAt?: () => number;
  /** Nobody is heard any more: is it the network, ours? */
  readonly onSilence?: () => void;
  /** Leave the room and join it again: ours take no notice, and deployed clients drop their connections to whom a list lacks. */
  readonly onRejoin?: () => void;
  readonly ownState: () => PeerState;
  readonly black: () => MediaStreamTrack;
  /** How high somebody's pictures are shown here; `undefined`, or absent: nobody says. */
  readonly shown?: (id: string) => Shown | undefined;
  /** How far we have given way, to our machine or our network (`strain.ts`), is another than before. */
  readonly onStrain?: (level: number) => void;
  /** Somebody is connected, nobody on the way, and what each may cost is another than at the last rest. */
  readonly onBudget: (budget: VideoBudget) => void;
  readonly send: (to: string, signal: Signal) => void;
  readonly onChange: (id: string) => void;
  readonly onClosed: (id: string) => void;
  readonly onError: (error: MeetError) => void;
  /** Whether anything goes to somebody, and is shown of them, on a connection that leads to `session`; absent: always. */
  readonly admits?: (id: string, session: string | undefined) => boolean;
  /** Whether nothing may go to whoever can't prove who they are; absent: never. */
  readonly requiresTrust?: () => boolean;
  /** Somebody's app turns out to be a deployed one, for all that is known. */
  readonly onDeployed?: (id: string) => void;
  /** It is known whom a connection leads to, and words can go there. */
  readonly onSecure?: (id: string, secured: Secured) => void;
  /** Somebody says something of trust, on a connection that leads to `session`. */
  readonly onTrust?: (id: string, session: string, data: unknown) => void;
  /** Who looks after connections is wanted at once: a deployed client is there, which does not say what it shows. */
  readonly onCareNeeded?: () => void;
}
