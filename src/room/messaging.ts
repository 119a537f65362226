import { Chat } from '../chat/chat.js';
import type { Receiver } from '../chat/outbox.js';
import { PageData } from '../chat/page-data.js';
import type { Files } from '../files/files.js';
import type { Mesh } from '../mesh/mesh.js';
import { CHAT_LABEL } from '../protocol/chat-word.js';
import type { ChatMessage, HouseWord } from '../protocol/messages.js';
import { PAGE_LABEL } from '../protocol/page-word.js';
import { chatMessageFrame, typingFrame } from '../protocol/serialize.js';
import { ChatMessageEvent, DataEvent, MeetErrorEvent } from './events.js';
import { FileDesk } from './file-desk.js';
import { HostDesk } from './host-desk.js';
import type { RoomStore } from './room-store.js';
import type { Settings } from './settings.js';
import { WordChannels } from './word-channels.js';

export interface MessagingSource {
  readonly mesh: () => Mesh | undefined;
  /** Says a frame of the chat to the whole room, by way of the server. */
  readonly say: (frame: string) => void;
  readonly settings: Settings;
  readonly dispatch: (event: Event) => void;
  /** Turns our microphone off. */
  readonly mute: () => void;
}

/** What people say to each other in a call: joins the chat and the connections, and writes what the store has of it. */
export class Messaging {
  readonly chat: Chat;
  readonly data: PageData;
  readonly host: HostDesk;
  readonly #desk: FileDesk;
  readonly #words: WordChannels;
  readonly #pageWords: WordChannels;
  #unlisten: (() => void) | undefined;

  constructor(
    private readonly store: RoomStore,
    private readonly source: MessagingSource,
  ) {
    const { settings, dispatch } = source;
    this.host = new HostDesk(store, { ...source, room: () => this.#wireRoom });
    this.#desk = new FileDesk(store, {
      mesh: source.mesh,
      peers: () => this.#receivers(),
      fileChannelLabel: () => settings.fileChannelLabel,
      dispatch,
    });
    this.#words = new WordChannels(CHAT_LABEL, source.mesh, {
      onWord: (from, data) => {
        this.chat.hear(from, data);
      },
      onReady: (id) => {
        this.chat.handleReady(id);
      },
      onLost: (id) => {
        this.chat.handleLost(id);
      },
    });
    this.#pageWords = new WordChannels(PAGE_LABEL, source.mesh, {
      onWord: (from, data) => {
        this.data.hear(from, data);
      },
      onReady: (id) => {
        this.data.flush(id);
      },
      onLost: (id) => {
        this.data.handleLost(id);
      },
    });
    this.data = new PageData({
      receivers: () => this.#receivers(),
      say: (to, word) => this.#pageWords.say(to, word),
      onData: (from, topic, data) => {
        const peer = store.$peers.get().get(from);
        if (peer) dispatch(new DataEvent(peer, topic, data));
      },
    });
    this.chat = new Chat({
      self: () => store.$self.get(),
      at: () => ({
        room: store.$room.get(),
        roomPrefix: settings.roomPrefix,
        wirePrefix: settings.wirePrefix,
      }),
      receivers: () => this.#receivers(),
      say: (to, word) => this.#words.say(to, word),
      isOnline: () => store.$state.get() === 'joined',
      relay: (wire, id) => {
        if (!store.$requiresTrust.get()) source.say(chatMessageFrame(this.#wireRoom, wire, id));
      },
      relayTyping: (typing) => {
        if (!store.$requiresTrust.get()) source.say(typingFrame(this.#wireRoom, typing));
      },
      onMessages: (all) => {
        store.$messages.set(all);
      },
      onMessage: (message) => {
        dispatch(new ChatMessageEvent(message));
      },
      onReceived: () => {
        store.$unread.set(store.$unread.get() + 1);
      },
      onTyping: (ids) => {
        store.$typing.set(ids);
      },
      onOlderApps: (state) => {
        if (store.$olderApps.get() !== state) store.$olderApps.set(state);
      },
      onError: (error) => {
        dispatch(new MeetErrorEvent(error));
      },
    });
  }

  get files(): Files {
    return this.#desk.files;
  }

  /** A call begins. */
  begin(): void {
    this.data.end();
    this.store.$unread.set(0);
    this.chat.begin();
    this.files.begin();
    this.host.begin();
    this.setPassphrase();
    this.#unlisten = this.store.$state.listen(() => {
      this.chat.follow();
    });
    this.chat.follow();
  }

  /** The passphrase of the chat with deployed clients is another one. */
  setPassphrase(): void {
    const { chatPassphrase } = this.source.settings;
    this.chat.setPassphrase(chatPassphrase);
  }

  /** Somebody came, went, or is another way than before. */
  follow(): void {
    this.chat.follow();
    this.data.flushAll();
    this.files.follow();
  }

  /** By way of the server, which can make it up. */
  hear(message: ChatMessage | HouseWord): void {
    if (message.type === 'room.knocks' || message.type === 'host.ask') this.host.hear(message);
    else if (!this.store.$requiresTrust.get()) this.chat.hearRoom(message);
  }

  /** A channel that somebody opened; `early`: what has come in on it. */
  take(id: string, channel: RTCDataChannel, early: readonly unknown[]): void {
    if (channel.label === CHAT_LABEL) this.#words.take(id, channel, early);
    else if (channel.label === PAGE_LABEL) this.#pageWords.take(id, channel, early);
    else this.#desk.take(id, channel, early);
  }

  /** The call is over. */
  end(): void {
    this.#unlisten?.();
    this.host.end();
    this.chat.end();
    this.data.end();
    this.#desk.end();
    this.#words.end();
    this.#pageWords.end();
  }

  get #wireRoom(): string {
    return this.source.settings.roomPrefix + this.store.$room.get();
  }

  #receivers(): ReadonlyMap<string, Receiver> {
    const mesh = this.source.mesh();
    const peers = [...this.store.$peers.get().values()].filter(({ trust }) => trust !== 'refused');
    return new Map(
      peers.map(({ id, name, state }) => [
        id,
        { id, name, kind: mesh?.kindOf(id) ?? 'unknown', isUp: state === 'connected' },
      ]),
    );
  }
}
