const formats = (mimeType: string): RTCRtpCodec[] =>
  (RTCRtpReceiver.getCapabilities('video')?.codecs ?? []).filter((codec) => codec.mimeType === mimeType);

/** Until the return value is called, who offers knows VP8 alone and who answers VP9 alone. */
export const withoutCommonFormat = (): (() => void) => {
  const original = globalThis.RTCPeerConnection;
  globalThis.RTCPeerConnection = class extends original {
    override setLocalDescription(): Promise<void> {
      const mimeType = this.signalingState === 'have-remote-offer' ? 'video/VP9' : 'video/VP8';
      for (const transceiver of this.getTransceivers()) {
        const isLive = transceiver.direction !== 'stopped' && transceiver.receiver.track.kind === 'video';
        if (isLive) transceiver.setCodecPreferences(formats(mimeType));
      }
      return super.setLocalDescription();
    }
  };
  return () => {
    globalThis.RTCPeerConnection = original;
  };
};
