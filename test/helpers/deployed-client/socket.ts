import type { Frame, WebSocketLike } from '../relay.js';

/** Who the client is in the room. */
export interface Identity {
  readonly id: string;
  readonly username: string;
}

/** protocol.md, HTTP: "The browser reads `sub`, `username` and `exp` without verifying." */
export const readToken = (token: string): Identity => {
  const payload = (token.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/');
  const bytes = Uint8Array.from(atob(payload), (sign) => sign.charCodeAt(0));
  const { sub, username } = JSON.parse(new TextDecoder().decode(bytes)) as { sub: string; username: string };
  return { id: sub, username };
};

/** protocol.md, HTTP: `GET /ws?token=<jwt>` is the upgrade; a path in `server` is kept. */
export const openSocket = (server: string, token: string): WebSocket => {
  const url = new URL(`${server.replace(/\/$/, '')}/ws`);
  url.protocol = url.protocol.replace('http', 'ws');
  url.searchParams.set('token', token);
  return new WebSocket(url);
};

/** Frames in and out of one socket, counted by type. It never reconnects. */
export class FrameSocket {
  readonly sent = new Map<string, number>();
  readonly received = new Map<string, number>();
  /** Every frame received, oldest first. */
  readonly log: Frame[] = [];
  isOpen = false;
  /** The code it closed with, once it has. */
  closeCode: number | undefined;

  constructor(
    private readonly socket: WebSocketLike,
    private readonly room: string,
    private readonly handlers: { open(): void; frame(frame: Frame): void; close(): void },
  ) {
    // protocol.md, Frames: "The server sends BINARY frames […] Set `binaryType = 'arraybuffer'`, accept both."
    socket.binaryType = 'arraybuffer';
    socket.addEventListener('message', (event) => this.#handleMessage((event as MessageEvent).data));
    socket.addEventListener('close', (event) => {
      this.isOpen = false;
      this.closeCode = (event as CloseEvent).code;
      this.handlers.close();
    });
    const begin = () => {
      this.isOpen = true;
      this.handlers.open();
    };
    if (socket.readyState === WebSocket.OPEN) queueMicrotask(begin);
    else socket.addEventListener('open', begin);
  }

  /** protocol.md, How a deployed client behaves: "It sends `webrtc.*` as binary frames". Lost once the socket is closed. */
  send(type: string, data: Record<string, unknown>): void {
    if (!this.isOpen) return;
    this.socket.send(new TextEncoder().encode(JSON.stringify({ type, room: this.room, data })));
    this.sent.set(type, (this.sent.get(type) ?? 0) + 1);
  }

  close(): void {
    this.socket.close(1000);
  }

  #handleMessage(data: unknown): void {
    const text = typeof data === 'string' ? data : new TextDecoder().decode(data as ArrayBuffer);
    const frame = JSON.parse(text) as Frame;
    this.received.set(frame.type, (this.received.get(frame.type) ?? 0) + 1);
    this.log.push(frame);
    this.handlers.frame(frame);
  }
}
