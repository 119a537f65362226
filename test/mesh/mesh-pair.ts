import type { MeetError } from '../../src/errors.js';
import { Mesh } from '../../src/mesh/mesh.js';
import type { MeshOptions } from '../../src/mesh/mesh-options.js';
import type { PeerLink } from '../../src/mesh/peer-host.js';
import type { Secured } from '../../src/mesh/secure-watch.js';
import { isSignal, type Signal } from '../../src/protocol/messages.js';
import { parse } from '../../src/protocol/parse.js';
import { type PeerState, SILENT_STATE } from '../../src/protocol/peer-state.js';
import type { Shown } from '../../src/protocol/shown.js';
import { signalFrame } from '../../src/protocol/serialize.js';
import { relayed } from '../protocol/wire.js';

/** What becomes of a signal on its way; a promise holds it back until it settles. */
export type Passage = 'pass' | 'drop' | 'duplicate' | Promise<unknown>;
export type SideName = 'a' | 'z';

/** One end: `a` sorts first, so it is the impolite one. */
export interface Side {
  readonly name: SideName;
  readonly mesh: Mesh;
  /** Every signal that it sent, lost ones too. */
  readonly sent: Signal[];
  readonly connections: readonly RTCPeerConnection[];
  readonly errors: MeetError[];
  /** Ids of connections that the other end closed. */
  readonly closed: string[];
  /** Whom each of its connections turned out to lead to, and what was said of trust there. */
  readonly secured: Secured[];
  readonly words: unknown[];
  state: PeerState;
  /** How high it shows the other's pictures; nobody says at first. */
  shown: Shown | undefined;
  link(): PeerLink | undefined;
  /** Hands it a signal of the other's, as if it had come over the wire now. */
  hear(signal: Signal): void;
}

export interface PairOptions extends Pick<MeshOptions, 'admits' | 'requiresTrust'> {
  readonly hook?: (signal: Signal, from: SideName) => Passage;
}

export const P256: EcKeyGenParams = { name: 'ECDSA', namedCurve: 'P-256' };
/** One of each session, as the room has it. */
const CERTIFICATES = {
  a: await RTCPeerConnection.generateCertificate(P256),
  z: await RTCPeerConnection.generateCertificate(P256),
};

const OTHER = { a: 'z', z: 'a' } as const;

/** Whose connections are being made. */
let owner: { readonly connections: RTCPeerConnection[]; readonly notify: () => void } | undefined;

/** While true, descriptions hold no candidates: every one is found too late for them. */
export const late = { isEverything: false };

const withoutCandidates = (description: RTCSessionDescription | null): RTCSessionDescription | null =>
  description &&
  new RTCSessionDescription({
    type: description.type,
    sdp: description.sdp.replace(/^a=(candidate|end-of-candidates).*\r\n/gmu, ''),
  });

globalThis.RTCPeerConnection = class extends RTCPeerConnection {
  constructor(configuration?: RTCConfiguration) {
    super(configuration);
    if (!owner) return;
    owner.connections.push(this);
    this.addEventListener('signalingstatechange', owner.notify);
    this.addEventListener('connectionstatechange', owner.notify);
  }

  override get localDescription(): RTCSessionDescription | null {
    return late.isEverything ? withoutCandidates(super.localDescription) : super.localDescription;
  }
};

/** Two meshes joined by a wire inside the page: each signal goes through the frames of the protocol. */
export class MeshPair {
  readonly a: Side;
  readonly z: Side;
  hook: (signal: Signal, from: SideName) => Passage;
  #watchers: (() => void)[] = [];
  #isClosed = false;

  constructor(private readonly options: PairOptions = {}) {
    this.hook = options.hook ?? (() => 'pass');
    this.a = this.#makeSide('a');
    this.z = this.#makeSide('z');
  }

  /** Each has seen the other in the room, and knows it for one of ours (or for a deployed client). */
  meet(kind: 'ours' | 'deployed' = 'ours'): void {
    for (const side of [this.a, this.z]) {
      side.mesh.add(OTHER[side.name], side.name === 'z');
    }
    for (const side of [this.a, this.z]) side.mesh.get(OTHER[side.name])?.settleKind(kind);
  }

  /** Resolves once `holds`, looked at whenever something changes at either side. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) {
      await new Promise<void>((resolve) => this.#watchers.push(resolve));
    }
  }

  connected(): Promise<void> {
    return this.until(() => this.a.link()?.state === 'connected' && this.z.link()?.state === 'connected');
  }

  /** Connections of a side that talk to the other: neither spare nor closed. */
  talking(side: Side): RTCPeerConnection[] {
    return side.connections.filter(({ connectionState, signalingState }) => {
      return signalingState !== 'closed' && connectionState === 'connected';
    });
  }

  /** Connections that are not closed. */
  open(): RTCPeerConnection[] {
    return [...this.a.connections, ...this.z.connections].filter(({ signalingState }) => signalingState !== 'closed');
  }

  close(): void {
    this.#isClosed = true;
    this.a.mesh.close();
    this.z.mesh.close();
  }

  #makeSide(name: SideName): Side {
    const sent: Signal[] = [];
    const errors: MeetError[] = [];
    const closed: string[] = [];
    const [secured, words] = [[] as Secured[], [] as unknown[]];
    const connections: RTCPeerConnection[] = [];
    const mesh = new Mesh({
      session: `session-${name}`,
      fileChannelLabel: 'pmfile:',
      configuration: () => {
        owner = { connections, notify: () => this.#notify() }; // Asked for right before each connection is made.
        return { bundlePolicy: 'max-bundle', certificates: [CERTIFICATES[name]] };
      },
      ...this.options,
      onSecure: (_, one) => {
        secured.push(one);
        this.#notify();
      },
      onTrust: (_, __, word) => {
        words.push(word);
        this.#notify();
      },
      ownState: () => side.state,
      shown: () => side.shown,
      onBudget: () => undefined,
      black: () => {
        throw new Error('there is no deployed client here');
      },
      send: (_, signal) => {
        sent.push(signal);
        this.#carry(name, signal);
        this.#notify();
      },
      onChange: () => this.#notify(),
      onClosed: (id) => {
        closed.push(id);
        this.#notify();
      },
      onError: (error) => {
        errors.push(error);
        this.#notify();
      },
    });
    const side: Side = {
      name,
      mesh,
      sent,
      connections,
      errors,
      ...{ closed, secured, words },
      state: SILENT_STATE,
      shown: undefined,
      link: () => mesh.link(OTHER[name]),
      hear: (signal) => this.#deliver(OTHER[name], signal),
    };
    return side;
  }

  #carry(from: SideName, signal: Signal): void {
    const passage = this.hook(signal, from);
    if (passage === 'drop') return;
    if (passage instanceof Promise) {
      passage.then(() => this.#deliver(from, signal), reportError);
      return;
    }
    for (let times = passage === 'duplicate' ? 2 : 1; times > 0; times -= 1) this.#deliver(from, signal);
  }

  #deliver(from: SideName, signal: Signal): void {
    const message = parse(relayed(signalFrame('r', OTHER[from], signal), from));
    if (!message || !isSignal(message)) throw new Error(`a signal that does not parse: ${JSON.stringify(signal)}`);
    setTimeout(() => {
      if (!this.#isClosed) this[OTHER[from]].mesh.handle(from, message);
    });
  }

  #notify(): void {
    this.#watchers.splice(0).forEach((look) => look());
  }
}

/** Every signal of a kind that a side sent, repeats too. */
export const sentOf = (side: Side, type: Signal['type']): Signal[] =>
  side.sent.filter((signal) => signal.type === type);

/** Without repeats: on a machine that is slow for a moment anything goes out twice. */
const firstsOf = (side: Side, type: Signal['type']): Signal[] => {
  const keyed = sentOf(side, type).map((signal) => [`${signal.x?.from} ${signal.x?.n}`, signal] as const);
  return [...new Map(keyed.reverse()).values()].reverse();
};
export const offersOf = (side: Side): Signal[] => firstsOf(side, 'webrtc.offer');
export const answersOf = (side: Side): Signal[] => firstsOf(side, 'webrtc.answer');

/** Whether these are the same connections: one that is handed to `expect` is looked into, and a closed one throws in Firefox. */
export const isSame = (these: readonly unknown[], those: readonly unknown[]): boolean =>
  these.length === those.length && these.every((connection, index) => connection === those[index]);
