/** A real track that ends by itself when told to, as a device's does when it is unplugged: one that comes over a connection. */
export interface EndingTrack {
  readonly track: MediaStreamTrack;
  /** Ends the track from outside; resolves when it has told so. */
  end(): Promise<void>;
  stop(): void;
}

export const createEndingTrack = async (kind: 'audio' | 'video'): Promise<EndingTrack> => {
  const [near, far] = [new RTCPeerConnection(), new RTCPeerConnection()];
  const negotiate = async () => {
    await near.setLocalDescription();
    await far.setRemoteDescription(near.localDescription!);
    await far.setLocalDescription();
    await near.setRemoteDescription(far.localDescription!);
  };
  const sender = near.addTransceiver(kind, { direction: 'sendonly' });
  await negotiate();
  const { track } = far.getTransceivers()[0]!.receiver;
  // Nothing is sent, so it is muted; a device's is not.
  Object.defineProperty(track, 'muted', { configurable: true, value: false });
  return {
    track,
    end: async () => {
      // As a listener added last: whoever else listens has been told by then.
      const ended = new Promise((resolve) => track.addEventListener('ended', resolve, { once: true }));
      sender.stop();
      await negotiate();
      await ended;
    },
    stop: () => {
      near.close();
      far.close();
    },
  };
};
