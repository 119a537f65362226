/** An end of a data channel without a connection: what is sent is kept, and a test says what comes in. */
export class FakeChannel extends EventTarget {
  readonly sent: unknown[] = [];
  readyState: RTCDataChannelState = 'open';
  binaryType: BinaryType = 'blob';
  bufferedAmount = 0;
  bufferedAmountLowThreshold = 0;

  constructor(
    readonly label: string,
    readonly protocol = '',
  ) {
    super();
  }

  /** As the platform's, for who takes it for one. */
  get asChannel(): RTCDataChannel {
    return this as unknown as RTCDataChannel;
  }

  send(data: unknown): void {
    if (this.readyState !== 'open') throw new DOMException('it is not open', 'InvalidStateError');
    this.sent.push(data);
    this.dispatchEvent(new Event('sent'));
  }

  close(): void {
    if (this.readyState === 'closed') return;
    this.readyState = 'closed';
    this.dispatchEvent(new Event('close'));
  }

  /** The other end says something. */
  hear(...all: readonly (string | ArrayBuffer | Uint8Array<ArrayBuffer>)[]): void {
    for (const each of all) {
      const data = ArrayBuffer.isView(each) ? each.slice().buffer : each;
      this.dispatchEvent(new MessageEvent('message', { data }));
    }
  }
}
