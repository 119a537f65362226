/** Lines that name a certificate's fingerprint, however they are spelled: RFC 8122, 5. */
const isFingerprint = (line: string): boolean => /^a=fingerprint/iu.test(line);

const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** The one SHA-256 fingerprint that all lines of a description name, as 64 hex digits; `undefined` where there is none, another or a weaker one. */
export const fingerprintOf = (sdp: string): string | undefined => {
  const lines = sdp.split(/[\r\n]+/u).filter(isFingerprint);
  const found = lines.map((line) => /^a=fingerprint:sha-256 ((?:[\da-f]{2}:){31}[\da-f]{2})$/iu.exec(line)?.[1]);
  const all = new Set(found.map((each) => each?.replaceAll(':', '').toLowerCase()));
  return all.size === 1 ? [...all][0] : undefined;
};

const transportsOf = (pc: RTCPeerConnection): RTCDtlsTransport[] => {
  const all = pc.getTransceivers().flatMap(({ sender, receiver }) => [sender.transport, receiver.transport]);
  const used = [pc.sctp?.transport, ...all].filter((each) => each?.state === 'connected');
  return [...new Set(used)].filter((each) => !!each);
};

/**
 * The fingerprints of the certificates that the other end showed in the handshakes, not what a description says: a later one may lie
 * (Firefox 153 takes it and keeps the old certificate). There is to be one; none: it is not over yet. Of a browser that does not tell
 * (before July 2026), that of the description.
 */
export const seenFingerprints = async (pc: RTCPeerConnection): Promise<ReadonlySet<string>> => {
  const transports = transportsOf(pc);
  if (transports.some((transport) => !('getRemoteCertificates' in transport))) {
    const named = fingerprintOf(pc.currentRemoteDescription?.sdp ?? '');
    return new Set(named === undefined ? [] : [named]);
  }
  const chains = transports.map((transport) => transport.getRemoteCertificates());
  return new Set(await Promise.all(chains.flat().map(async (one) => hex(await crypto.subtle.digest('SHA-256', one)))));
};
