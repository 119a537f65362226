import { LIMITS } from '../protocol/limits.js';
import type { Time } from '../signaling/time.js';
import { ChatCipher, type CipherRoom, type Opened, wireLength } from './cipher.js';
import type { OlderApps } from './message.js';

/** Milliseconds until the server must have given back what we sent by it. */
const ECHO = 10_000;
/** Messages that wait for an answer on whether they may go; of more, the oldest never do. */
const MOST = 100;

export interface OlderAppsLinks {
  readonly at: () => CipherRoom;
  readonly self: () => string | undefined;
  /** Whether people with an app that is not ours are there. */
  readonly areThere: () => boolean;
  /** Whether somebody may turn out to be one: it is not known of all who is there. */
  readonly mayBeThere: () => boolean;
  readonly isOnline: () => boolean;
  /** Says a message to the whole room by way of the server, as it goes on the wire. */
  readonly relay: (wire: string, id: string) => void;
  /** Something of a message's way, or of who may be written to, has changed. */
  readonly onChange: () => void;
}

interface Entry {
  readonly text: string;
  state: 'waiting' | 'sealing' | 'sent' | 'done' | 'failed';
  unwait?: () => void;
}

/** The chat with deployed clients, by way of the server: sealed in their cipher, and only if the person wants that. */
export class OlderAppsChat {
  #passphrase = '';
  #answer: boolean | undefined;
  #cipher: { readonly key: string; readonly cipher: ChatCipher } | undefined;
  readonly #entries = new Map<string, Entry>();
  /** One after another, so that they stay in order. */
  #sealing: Promise<void> = Promise.resolve();

  constructor(
    private readonly links: OlderAppsLinks,
    private readonly time: Time,
  ) {}

  get state(): OlderApps {
    if (!this.links.areThere()) return 'none';
    if (this.#passphrase !== '') return 'passphrase';
    return this.#answer === undefined ? 'ask' : this.#answer ? 'room-name' : 'left-out';
  }

  /** Seals what comes from now on under it; empty: under none. */
  setPassphrase(passphrase: string): void {
    this.#passphrase = passphrase;
    this.flush();
  }

  /** Whether messages may go under the room's name alone; counts for the room, until it is another one. */
  answer(allow: boolean | undefined): void {
    this.#answer = allow;
    this.flush();
  }

  /** Derives the key ahead of its use: some 0.1 s of an old machine's other core. */
  warm(): void {
    void this.#current();
  }

  open(wire: string, sender: string): Promise<Opened> {
    return this.#current().open(wire, sender);
  }

  /** Whether a text fits a deployed client's message. */
  fits(text: string): boolean {
    return wireLength(text, this.links.at().wirePrefix) <= LIMITS.wireMessage;
  }

  /** Sends it as soon as it may; nothing where nobody is there for it. */
  send(id: string, text: string): void {
    if (!this.#isWorthIt) return;
    this.#entries.set(id, { text, state: 'waiting' });
    const isOver = ({ state }: Entry) => state === 'done' || state === 'failed';
    const [spare = this.#entries.keys().next().value] = [...this.#entries].flatMap(([each, entry]) =>
      isOver(entry) ? each : [],
    );
    if (this.#entries.size > MOST && spare !== undefined) this.forget(spare);
    this.flush();
  }

  /** What failed, or had nobody to go to, is sent again. */
  retry(id: string, text: string): void {
    const entry = this.#entries.get(id);
    if (!entry && this.fits(text)) return this.send(id, text);
    if (entry?.state === 'failed') entry.state = 'waiting';
    this.flush();
  }

  /** Somebody with an app that is not ours is there to send to, or may be. */
  get #isWorthIt(): boolean {
    const { state } = this;
    return state === 'none' ? this.links.mayBeThere() : state !== 'left-out';
  }

  get #mayGo(): boolean {
    return this.state === 'passphrase' || this.state === 'room-name';
  }

  forget(id: string): void {
    this.#entries.get(id)?.unwait?.();
    this.#entries.delete(id);
  }

  /** How far a message has come; `undefined`: it need not go there. */
  relayed(id: string): 'waiting' | 'sent' | 'done' | 'failed' | undefined {
    const state = this.#entries.get(id)?.state;
    return state === 'sealing' ? 'waiting' : state;
  }

  /** It came back from the server: everybody there was sent it. */
  handleEcho(id: string): void {
    const entry = this.#entries.get(id);
    if (entry) this.#set(entry, 'done');
  }

  /** Sends what may go now, and lets go of what never will. */
  flush(): void {
    const isWorthIt = this.#isWorthIt;
    for (const [id, entry] of this.#entries) {
      if (!isWorthIt && (entry.state === 'waiting' || entry.state === 'failed')) this.forget(id);
      else if (entry.state === 'waiting' && this.#mayGo && this.links.isOnline()) this.#seal(id, entry);
    }
    this.links.onChange();
  }

  /** The line broke: whether what was on its way has arrived is not known, and sent again it might come twice. */
  handleDown(): void {
    for (const entry of this.#entries.values()) if (entry.state === 'sent') this.#set(entry, 'failed');
  }

  end(): void {
    for (const id of [...this.#entries.keys()]) this.forget(id);
  }

  #seal(id: string, entry: Entry): void {
    entry.state = 'sealing';
    this.#sealing = this.#sealing
      .then(async () => {
        const cipher = this.#current();
        const wire = await cipher.seal(entry.text, this.links.self() ?? '');
        if (this.#entries.get(id) !== entry) return;
        // It waited for its turn: under what it was sealed may be no longer what the person wants.
        if (!this.links.isOnline() || !this.#mayGo || cipher !== this.#current()) {
          entry.state = 'waiting';
          return this.flush();
        }
        this.links.relay(wire, id);
        this.#set(entry, 'sent');
        entry.unwait = this.time.after(ECHO, () => {
          this.#set(entry, 'failed');
        });
      })
      .catch(() => {
        this.#set(entry, 'failed'); // The browser could not.
      });
  }

  #set(entry: Entry, state: Entry['state']): void {
    entry.unwait?.();
    entry.state = state;
    this.links.onChange();
  }

  #current(): ChatCipher {
    const at = this.links.at();
    const key = JSON.stringify([at, this.#passphrase]);
    if (this.#cipher?.key !== key) this.#cipher = { key, cipher: new ChatCipher(at, this.#passphrase) };
    return this.#cipher.cipher;
  }
}
