/**
 * The bench's floor for files: what a competent developer writes by hand. One connection, one channel, slices of the file read as they
 * are sent, flow control by `bufferedAmountLowThreshold`, and an array of what came; nothing is asked, checked or gone on with.
 */

const BLOCK = 1_048_576;
const CHUNK = 65_536;
const MOST_WAITING = 1_048_576;

let connection: RTCPeerConnection | undefined;
let channel: RTCDataChannel | undefined;
let received: Promise<number> | undefined;

const gathered = async (made: RTCPeerConnection): Promise<string> => {
  while (made.iceGatheringState !== 'complete') {
    await new Promise((resolve) => made.addEventListener('icegatheringstatechange', resolve, { once: true }));
  }
  return made.localDescription?.sdp ?? '';
};

export const offer = async (): Promise<string> => {
  connection = new RTCPeerConnection();
  channel = connection.createDataChannel('file');
  await connection.setLocalDescription();
  return gathered(connection);
};

/** Takes an offer, and from then on the file of `size` bytes. */
export const answer = async (sdp: string, size: number): Promise<string> => {
  connection = new RTCPeerConnection();
  const chunks: ArrayBuffer[] = [];
  received = new Promise((resolve) => {
    connection?.addEventListener('datachannel', ({ channel: theirs }) => {
      theirs.binaryType = 'arraybuffer';
      let bytes = 0;
      theirs.addEventListener('message', ({ data }: MessageEvent<ArrayBuffer>) => {
        chunks.push(data);
        bytes += data.byteLength;
        if (bytes === size) resolve(new Blob(chunks).size);
      });
    });
  });
  await connection.setRemoteDescription({ type: 'offer', sdp });
  await connection.setLocalDescription();
  return gathered(connection);
};

/** Resolves once the channel is open. */
export const accept = async (sdp: string): Promise<void> => {
  await connection?.setRemoteDescription({ type: 'answer', sdp });
  while (channel?.readyState === 'connecting') {
    await new Promise((resolve) => channel?.addEventListener('open', resolve, { once: true }));
  }
};

export const send = async (file: Blob): Promise<void> => {
  const to = channel;
  if (!to) throw new Error('no channel');
  to.bufferedAmountLowThreshold = MOST_WAITING / 4;
  for (let at = 0; at < file.size; at += BLOCK) {
    const block = await file.slice(at, at + BLOCK).arrayBuffer();
    for (let index = 0; index < block.byteLength; index += CHUNK) {
      if (to.bufferedAmount + CHUNK > MOST_WAITING)
        await new Promise((resolve) => to.addEventListener('bufferedamountlow', resolve, { once: true }));
      to.send(block.slice(index, index + CHUNK));
    }
  }
};

/** Resolves to the bytes of the file once it is all there. */
export const whole = async (): Promise<number> => (await received) ?? 0;

export const close = (): void => {
  connection?.close();
  connection = channel = received = undefined;
};

/** A file of so many mebibytes of noise, the same in each. */
export const makeFile = (mebibytes: number): File => {
  const block = new Uint8Array(BLOCK);
  for (let at = 0; at < BLOCK; at += CHUNK) crypto.getRandomValues(block.subarray(at, at + CHUNK));
  return new File(
    Array.from({ length: mebibytes }, () => block),
    'noise.bin',
  );
};
