import { RelaySocket } from '../helpers/relay-socket.js';

/** A socket that the page under test opened, with the far end in the test's hands. */
export interface StubSocket {
  readonly url: string;
  readonly socket: RelaySocket;
  /** Frames that the page sent. */
  readonly sent: string[];
  readonly isClosed: () => boolean;
}

/** Every `WebSocket` of the page is one of ours until `restore()`. */
export const stubWebSocket = () => {
  const original = globalThis.WebSocket;
  const sockets: StubSocket[] = [];
  let onOpened: (() => void) | undefined;
  class Stub extends RelaySocket {
    static readonly CONNECTING = 0;
    static readonly OPEN = 1;
    static readonly CLOSING = 2;
    static readonly CLOSED = 3;
    constructor(url: string) {
      const sent: string[] = [];
      let isClosed = false;
      super(
        { sub: '', username: '' },
        {
          handleBytes: (_, bytes) => sent.push(new TextDecoder().decode(bytes)),
          handleClose: () => {
            isClosed = true;
          },
        },
      );
      sockets.push({ url, socket: this, sent, isClosed: () => isClosed });
      onOpened?.();
    }
  }
  globalThis.WebSocket = Stub as unknown as typeof WebSocket;
  return {
    sockets,
    /** Resolves to the page's socket number `index` (from 0), once it has opened that many. */
    at: async (index: number): Promise<StubSocket> => {
      for (;;) {
        const found = sockets[index];
        if (found) return found;
        await new Promise<void>((resolve) => {
          onOpened = resolve;
        });
      }
    },
    restore: () => {
      globalThis.WebSocket = original;
    },
  };
};

/** A frame as the server sends it. */
export const frameOf = (value: unknown): Uint8Array<ArrayBuffer> => new TextEncoder().encode(JSON.stringify(value));
