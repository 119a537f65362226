/**
 * What our clients offer each other: what every browser can do, preferred first, and the repair of lost packets.
 * A browser's whole list costs time. Measured in Chromium with four lines, the whole list against VP8 and Opus alone
 * (medians of 7): description 11.0 against 5.7 kB, making the answer 16 against 5 ms, taking it 22 against 9 ms.
 */
const WANTED = {
  audio: ['audio/opus', 'audio/red'],
  // The last two for who can do neither of the first (builds without H.264 and VP8 switched off).
  video: ['video/vp8', 'video/h264', 'video/vp9', 'video/av1', 'video/rtx'],
} as const;

/**
 * The profile that every browser with the codec can do: of H.264 constrained baseline with packetization mode 1 (RFC 7742, 6.2),
 * of VP9 and AV1 profile 0, which is meant where none is named (RFC 9628, 6.1).
 */
const isPlain = ({ mimeType, sdpFmtpLine = '' }: RTCRtpCodec): boolean =>
  /h264/iu.test(mimeType)
    ? /profile-level-id=42e0/iu.test(sdpFmtpLine) && sdpFmtpLine.includes('packetization-mode=1')
    : !/profile(?:-id)?=[1-9]/u.test(sdpFmtpLine);

/** Those of `codecs` that are worth offering, as they stand; none where only means of repair would be left. */
export const worthOffering = (codecs: readonly RTCRtpCodec[], kind: keyof typeof WANTED): RTCRtpCodec[] => {
  const wanted: readonly string[] = WANTED[kind];
  const common = codecs.filter((codec) => wanted.includes(codec.mimeType.toLowerCase()) && isPlain(codec));
  return common.some(({ mimeType }) => !/\/(?:rtx|red)$/iu.test(mimeType)) ? common : [];
};

/** Asked once: the answer does not change, and in Chromium it waits for what the WebRTC threads have in hand. */
const known = new Map<keyof typeof WANTED, RTCRtpCodec[]>();

const commonCodecs = (kind: keyof typeof WANTED): RTCRtpCodec[] => {
  const before = known.get(kind);
  if (before) return before;
  const common = worthOffering(RTCRtpReceiver.getCapabilities(kind)?.codecs ?? [], kind);
  known.set(kind, common);
  return common;
};

/** Keeps an offered line to the codecs that are worth offering; leaves it alone where the browser cannot be told. */
export const offerCommonCodecs = (transceiver: RTCRtpTransceiver, kind: keyof typeof WANTED): void => {
  if (!('setCodecPreferences' in transceiver)) return;
  const common = commonCodecs(kind);
  if (common.length > 0) transceiver.setCodecPreferences(common);
};
