/**
 * Runs in a page before its own scripts: notes every connection and every opened device, so that a test can ask
 * what is still open, and how many offers it took. It changes nothing.
 */
export const instrument = (): void => {
  const connections: RTCPeerConnection[] = [];
  const tracks: MediaStreamTrack[] = [];
  const rejections: string[] = [];
  const counts = { offersIn: 0, offersOut: 0 };
  const Native = globalThis.RTCPeerConnection;
  globalThis.RTCPeerConnection = class extends Native {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      connections.push(this);
    }
    override async setRemoteDescription(description: RTCSessionDescriptionInit): Promise<void> {
      if (description.type === 'offer') counts.offersIn += 1;
      await super.setRemoteDescription(description);
    }
    override async setLocalDescription(description?: RTCLocalSessionDescriptionInit): Promise<void> {
      await super.setLocalDescription(description);
      if (this.localDescription?.type === 'offer') counts.offersOut += 1;
    }
  };
  // Absent in a page that is not a secure context.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  const getUserMedia = devices?.getUserMedia.bind(devices);
  if (devices && getUserMedia) {
    devices.getUserMedia = async (constraints) => {
      const stream = await getUserMedia(constraints);
      tracks.push(...stream.getTracks());
      return stream;
    };
  }
  addEventListener('unhandledrejection', ({ reason }) => rejections.push(String(reason)));
  addEventListener('error', ({ message }) => rejections.push(message));
  Object.assign(globalThis, { witness: { connections, tracks, rejections, counts } });
};

export interface Witness {
  readonly connections: RTCPeerConnection[];
  readonly tracks: MediaStreamTrack[];
  /** Errors that nobody caught. */
  readonly rejections: string[];
  readonly counts: { offersIn: number; offersOut: number };
}

declare global {
  var witness: Witness;
}
