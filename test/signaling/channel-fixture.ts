import { type MeetError } from '../../src/errors.js';
import type { ServerMessage } from '../../src/protocol/messages.js';
import { PRIORITY } from '../../src/signaling/send-queue.js';
import { parseServerUrl } from '../../src/signaling/server-url.js';
import { WebSocketChannel, type WebSocketChannelOptions } from '../../src/signaling/websocket-channel.js';
import { type Answer, stubFetch } from './fetch-stub.js';
import { stubWebSocket } from './socket-stub.js';
import { tokenOf } from './tokens.js';

/** A list of the room as the server sends it. */
export const users = (...ids: string[]) => ({
  type: 'room.users',
  room: 'r',
  data: { users: ids.map((userID) => ({ userID, username: '' })) },
  from: 'system',
});

/** A channel whose sockets, tokens and server are in the test's hands, and a log of what it told. */
export class ChannelFixture {
  readonly stub = stubWebSocket();
  readonly log: string[] = [];
  readonly messages: ServerMessage[] = [];
  readonly errors: MeetError[] = [];
  hasFreshTokens = true;
  token: WebSocketChannelOptions['token'] = (reason) => {
    this.note(`token ${reason}`);
    return Promise.resolve(tokenOf({ sub: 'a' }));
  };
  readonly channel: WebSocketChannel;
  #waiting: { readonly line: string; readonly resolve: () => void }[] = [];
  #restoreFetch: (() => void) | undefined;

  constructor() {
    this.channel = new WebSocketChannel({
      server: parseServerUrl('https://meet.example', 'https://page.example/'),
      origin: 'https://page.example',
      token: (...request) => this.token(...request),
      hasFreshTokens: () => this.hasFreshTokens,
      onUp: () => this.note('up'),
      onDown: () => this.note('down'),
      onMessage: (message) => this.messages.push(message),
      onRefused: (error) => {
        this.errors.push(error);
        this.note('refused');
      },
      ping: () => {
        this.note('ping');
        this.channel.send('ping', PRIORITY.room);
      },
      onMissing: () => this.note('missing'),
    });
  }

  note(line: string): void {
    this.log.push(line);
    this.#waiting.filter((one) => one.line === line).forEach(({ resolve }) => resolve());
  }

  /** Resolves when `line` is noted the next time. */
  noted(line: string): Promise<void> {
    return new Promise((resolve) => this.#waiting.push({ line, resolve }));
  }

  answerHealth(answer: Answer): void {
    this.#restoreFetch = stubFetch(answer).restore;
  }

  async open(signal = new AbortController().signal) {
    const opened = this.channel.open(signal);
    const line = await this.stub.at(0);
    line.socket.acceptOpen();
    await opened;
    return line;
  }

  async failure(): Promise<MeetError> {
    const opened = this.channel.open(new AbortController().signal).catch((error: unknown) => error);
    (await this.stub.at(0)).socket.acceptClose(1006);
    return (await opened) as MeetError;
  }

  close(): void {
    this.channel.close();
    this.stub.restore();
    this.#restoreFetch?.();
  }
}
