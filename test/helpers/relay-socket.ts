/** The part of `WebSocket` that a room's client needs; the real one fits it too. */
export interface WebSocketLike extends EventTarget {
  binaryType: BinaryType;
  readonly readyState: number;
  onopen: ((event: Event) => void) | null;
  onmessage: ((event: MessageEvent) => void) | null;
  onclose: ((event: CloseEvent) => void) | null;
  onerror: ((event: Event) => void) | null;
  send(data: string | ArrayBuffer | ArrayBufferView<ArrayBuffer>): void;
  close(code?: number, reason?: string): void;
}

/** Who a socket belongs to, as its token would say. */
export interface RelayUser {
  readonly sub: string;
  readonly username: string;
}

/** What a socket tells the relay it hangs on. */
export interface RelaySocketOwner {
  handleBytes(socket: RelaySocket, bytes: Uint8Array<ArrayBuffer>): void;
  handleClose(socket: RelaySocket, code: number, reason: string): void;
}

/** The client's end of a connection to a `Relay`: made by `relay.connect()`, never by hand. */
export class RelaySocket extends EventTarget implements WebSocketLike {
  binaryType: BinaryType = 'blob';
  onopen: ((event: Event) => void) | null = null;
  onmessage: ((event: MessageEvent) => void) | null = null;
  onclose: ((event: CloseEvent) => void) | null = null;
  onerror: ((event: Event) => void) | null = null;
  /** How many protocol errors the relay has answered it; the 10th closes it. */
  protocolErrors = 0;
  #readyState: number = WebSocket.CONNECTING;

  constructor(
    readonly user: RelayUser,
    private readonly owner: RelaySocketOwner,
  ) {
    super();
    // As listeners, so that one that throws is reported and stops nobody else, like a real socket's.
    this.addEventListener('open', (event) => this.onopen?.(event));
    this.addEventListener('message', (event) => this.onmessage?.(event as MessageEvent));
    this.addEventListener('close', (event) => this.onclose?.(event as CloseEvent));
    this.addEventListener('error', (event) => this.onerror?.(event));
  }

  get readyState(): number {
    return this.#readyState;
  }

  /** Throws an `InvalidStateError` before `open`; is silent once closing, as the platform's own is. */
  send(data: string | ArrayBuffer | ArrayBufferView<ArrayBuffer>): void {
    if (this.#readyState === WebSocket.CONNECTING) throw new DOMException('Still connecting', 'InvalidStateError');
    if (this.#readyState !== WebSocket.OPEN) return;
    this.owner.handleBytes(this, toBytes(data));
  }

  close(code = 1005, reason = ''): void {
    if (this.#readyState >= WebSocket.CLOSING) return;
    this.#readyState = WebSocket.CLOSING;
    this.owner.handleClose(this, code, reason);
  }

  /** For the relay: the upgrade went through. */
  acceptOpen(): void {
    if (this.#readyState !== WebSocket.CONNECTING) return;
    this.#readyState = WebSocket.OPEN;
    this.dispatchEvent(new Event('open'));
  }

  /** For the relay: a frame has arrived. Each socket gets a buffer of its own, for the receiver may transfer it. */
  acceptBytes(bytes: Uint8Array<ArrayBuffer>): void {
    if (this.#readyState !== WebSocket.OPEN) return;
    const data = this.binaryType === 'arraybuffer' ? bytes.slice().buffer : new Blob([bytes]);
    this.dispatchEvent(new MessageEvent('message', { data }));
  }

  /** For the relay: the connection is gone; 1006 comes with an `error` first. */
  acceptClose(code: number, reason = ''): void {
    if (this.#readyState === WebSocket.CLOSED) return;
    this.#readyState = WebSocket.CLOSED;
    if (code === 1006) this.dispatchEvent(new Event('error'));
    this.dispatchEvent(new CloseEvent('close', { code, reason, wasClean: code !== 1006 }));
  }
}

const toBytes = (data: string | ArrayBuffer | ArrayBufferView<ArrayBuffer>): Uint8Array<ArrayBuffer> => {
  if (typeof data === 'string') return new TextEncoder().encode(data);
  if (data instanceof ArrayBuffer) return new Uint8Array(data).slice();
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength).slice();
};
