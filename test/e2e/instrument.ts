/**
 * Runs in a page before its own scripts: notes every connection and every opened device, so that a test can ask
 * what is still open, and how many offers it took. It changes nothing.
 */
export const instrument = (): void => {
  const connections: RTCPeerConnection[] = [];
  const everConnected = new Set<RTCPeerConnection>();
  const tracks: MediaStreamTrack[] = [];
  const rejections: string[] = [];
  const violations: string[] = [];
  const serverErrors: string[] = [];
  const counts = { offersIn: 0, offersOut: 0 };
  const Native = globalThis.RTCPeerConnection;
  globalThis.RTCPeerConnection = class extends Native {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      connections.push(this);
      this.addEventListener('connectionstatechange', () => {
        if (this.connectionState === 'connected') everConnected.add(this);
      });
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
  globalThis.WebSocket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      this.addEventListener('message', ({ data }: MessageEvent<ArrayBuffer | string>) => {
        const text = typeof data === 'string' ? data : new TextDecoder().decode(data);
        if (text.includes('"general.error"')) serverErrors.push(text);
      });
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
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, sample }) => {
    if (blockedURI.endsWith('/favicon.ico')) return; // Firefox asks for it by itself
    violations.push([effectiveDirective, blockedURI, sourceFile, sample].join(' '));
  });
  Object.assign(globalThis, {
    witness: { connections, everConnected, tracks, rejections, violations, serverErrors, counts },
  });
};

export interface Witness {
  readonly connections: RTCPeerConnection[];
  /** Those of them that were connected at some time: a spare never was. */
  readonly everConnected: ReadonlySet<RTCPeerConnection>;
  readonly tracks: MediaStreamTrack[];
  /** Errors that nobody caught. */
  readonly rejections: string[];
  /** What the page's content security policy stopped. */
  readonly violations: string[];
  /** Texts of `general.error` that the server sent. */
  readonly serverErrors: string[];
  readonly counts: { offersIn: number; offersOut: number };
}

declare global {
  var witness: Witness;
}
