import { MeetError } from '../errors.js';
import type { Mesh } from '../mesh/mesh.js';
import type { Secured } from '../mesh/secure-watch.js';
import type { User } from '../protocol/messages.js';
import type { Time } from '../signaling/time.js';
import { RoomTrust } from '../trust/room-trust.js';
import type { PeerTrust, Safety } from '../trust/state.js';
import type { Settings } from './settings.js';
import { requiresTrust, saysTrust } from './trust-policy.js';

export interface TrustHandlers {
  /** The safety code, or whom it covers, is another. */
  readonly onSafety: (safety: Safety) => void;
  /** Whether somebody present has a passphrase and we have none. */
  readonly onPassphraseWanted: (isWanted: boolean) => void;
}

export interface TrustDeskOptions extends TrustHandlers {
  readonly time: Time;
  /** The room on the wire. */
  readonly room: string;
  readonly session: string;
  readonly self: User;
  readonly settings: Pick<Settings, 'trust' | 'passphrase'>;
  readonly maxPeers: () => number;
  readonly mesh: () => Mesh;
  readonly onError: (error: MeetError) => void;
}

/** Refusals that are told once each. */
const MOST_TOLD = 512;

const fromHex = (text: string): Uint8Array =>
  Uint8Array.from(text.match(/../gu) ?? [], (pair) => Number.parseInt(pair, 16));

/** What is known of who is at the other ends: joins the list of people, their connections, and what they prove on them. */
export class TrustDesk {
  readonly #trust: RoomTrust;
  /** By person, to which session the connection leads that came up last. */
  readonly #sessions = new Map<string, string>();
  /** What the page was told already. */
  readonly #told = new Set<string>();
  #requires: boolean;

  constructor(private readonly options: TrustDeskOptions) {
    const { time, room, session, self, settings, maxPeers } = options;
    this.#requires = requiresTrust(settings);
    this.#trust = new RoomTrust({
      ...{ time, room, session, self, maxPeers },
      passphrase: settings.passphrase,
      requires: this.#requires,
      send: (id, word) => options.mesh().sayTrust(id, this.#sessions.get(id) ?? '', word),
      onPeer: (id, trust) => {
        this.#tell(id, trust);
        options.mesh().handleAdmission(id);
      },
      onClose: (id) => {
        const theirs = this.#sessions.get(id);
        if (theirs !== undefined) options.mesh().shut(id, theirs);
      },
      onSafety: options.onSafety,
      onWanted: options.onPassphraseWanted,
    });
  }

  /** Whether nothing goes to who is not verified. */
  get requires(): boolean {
    return this.#requires;
  }

  add({ id, name }: User): void {
    this.#trust.add(id, name);
  }

  remove(id: string): void {
    this.#sessions.delete(id);
    this.#trust.remove(id);
  }

  handleDeployed(id: string): void {
    this.#trust.handleDeployed(id);
  }

  of(id: string): PeerTrust {
    return this.#trust.of(id);
  }

  /**
   * Whether anything goes to somebody on a connection that leads to `session`. Of who is verified, or has to be, only on one that
   * leads where it was proved.
   */
  readonly admits = (id: string, session: string | undefined): boolean => {
    if (!this.#trust.isAdmitted(id)) return false;
    const isBound = this.#requires || this.of(id).verified;
    return !isBound || (session !== undefined && session === this.#sessions.get(id));
  };

  readonly handleSecure = (id: string, { session, own, theirs }: Secured): void => {
    this.#sessions.set(id, session);
    this.#trust.handleSecure(id, session, fromHex(own), fromHex(theirs));
  };

  readonly hear = (id: string, session: string, data: unknown): void => {
    this.#trust.receive(id, session, data);
  };

  /** The passphrase, or whom one talks to, is another than before. */
  follow(): void {
    const { settings, mesh } = this.options;
    // That the passphrase is gone lets nobody in who was kept out: only a word of the page does.
    this.#requires = requiresTrust(settings) || (this.#requires && !saysTrust(settings));
    this.#trust.setRequires(this.#requires);
    this.#trust.setPassphrase(settings.passphrase);
    mesh().handlePolicy();
  }

  confirm(code: string): boolean {
    return this.#trust.confirm(code);
  }

  doubt(): void {
    this.#trust.doubt();
  }

  close(): void {
    this.#trust.close();
  }

  #tell(id: string, { refusal }: PeerTrust): void {
    const key = `${String(refusal)} ${id}`;
    if (refusal === undefined || this.#told.has(key)) return;
    if (this.#told.size < MOST_TOLD) this.#told.add(key);
    this.options.onError(new MeetError('peer-refused', `a peer is refused: ${refusal}`, { peer: id, reason: refusal }));
  }
}
