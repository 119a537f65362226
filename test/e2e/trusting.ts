import type { MeetError, Peer, PrivateMeetElement } from '../../src/index.js';
import type { Refusal, Safety, TrustLevel } from '../../src/trust/state.js';
import { until } from './picture.js';
import { deepElements } from './words.js';

type ErrorEvent = Event & { readonly error?: MeetError };

const meet = (): PrivateMeetElement => kit.meet();

const peerOf = (name: string): Peer | undefined => meet().peers.find((peer) => peer.name === name);

const standing = (): string =>
  JSON.stringify(meet().peers.map(({ name, state, trust, refusal }) => [name, state, trust, refusal].join(' ')));

const waited = async (what: string, isTrue: () => boolean): Promise<void> => {
  try {
    await until(what, isTrue);
  } catch (cause) {
    throw new Error(`${String(cause)}; ${standing()}; ${JSON.stringify(meet().safety)}`, { cause });
  }
};

const packetsOf = async (connection: RTCPeerConnection): Promise<number> => {
  let packets = 0;
  for (const entry of (await connection.getStats()).values() as Iterable<Record<string, unknown>>) {
    if (entry['type'] === 'outbound-rtp') packets += Number(entry['packetsSent'] ?? 0);
  }
  return packets;
};

/** What a test asks of a page about who is at the other end. */
export const trusting = {
  /** Resolves once somebody is known that far, and for that reason. */
  becomes: (name: string, trust: TrustLevel, refusal?: Refusal) =>
    waited(`${name} to be ${trust}`, () => {
      const peer = peerOf(name);
      return peer?.trust === trust && (refusal ?? peer.refusal) === peer.refusal;
    }),

  /** Resolves once there are so many others, and each is verified. */
  verified: (count: number) =>
    waited(`${String(count)} who are verified`, () => {
      const { peers } = meet();
      return peers.length === count && peers.every(({ verified }) => verified);
    }),

  /** Resolves once there is a code, of so many others, and not this one; to the code. */
  code: async (count: number, before?: string): Promise<string> => {
    const isThere = () => {
      const { state, code, covers } = meet().safety;
      return state === 'ready' && code !== before && covers.length === count;
    };
    await waited(`a code of ${String(count)}`, isThere);
    return meet().safetyCode ?? '';
  },

  /** Resolves once it is known of everybody how far they are to be trusted. */
  judged: () => waited('a judgement', () => meet().peers.every(({ trust }) => trust !== 'pending')),

  /** Resolves once it is said that not everybody sees the same. */
  split: () => waited('a split room', () => meet().safety.state === 'split'),

  confirm: (code: string): boolean => meet().confirmSafetyCode(code),

  /** Connections that are open and were connected at some time. */
  open: (): number => [...witness.everConnected].filter(({ signalingState }) => signalingState !== 'closed').length,

  /** What the only connection that is up says of itself. */
  description: (): string => {
    const connection = witness.connections.find(({ connectionState }) => connectionState === 'connected');
    return connection?.localDescription?.sdp ?? '';
  },

  safety: (): Safety => meet().safety,

  levels: () => meet().peers.map(({ trust }) => trust),

  /** Of the errors about somebody: their codes and reasons. */
  told: (id: string): string[] =>
    kit.events.flatMap((event) => {
      const { error } = event as ErrorEvent;
      return error?.peer === id ? [[error.code, error.reason].filter(Boolean).join(' ')] : [];
    }),

  /** Packets of sound and pictures that all connections of the page that are open have sent. */
  sent: async (): Promise<number> => {
    const open = witness.connections.filter(({ signalingState }) => signalingState !== 'closed');
    return (await Promise.all(open.map(packetsOf))).reduce((sum, packets) => sum + packets, 0);
  },

  /** Tracks of others that something in the element plays. */
  shown: (): number => {
    const open = witness.connections.filter(({ signalingState }) => signalingState !== 'closed');
    const theirs = new Set(open.flatMap((each) => each.getReceivers().map(({ track }) => track)));
    return deepElements(meet())
      .filter((element) => element instanceof HTMLMediaElement)
      .flatMap(({ srcObject }) => (srcObject instanceof MediaStream ? srcObject.getTracks() : []))
      .filter((track) => theirs.has(track)).length;
  },
};
