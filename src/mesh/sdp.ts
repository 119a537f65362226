/** The `o=` line's session id and the user name before it (RFC 8866, 5.2): a new one for each `RTCPeerConnection`. */
export const originOf = (sdp: string): string => /^o=(\S+ \S+)/mu.exec(sdp)?.[1] ?? '';

/** Whether a candidate belongs to the description: by its user name fragment, where it names one. */
export const candidateFits = (candidate: RTCIceCandidateInit, sdp: string): boolean => {
  const fragment = candidate.usernameFragment;
  return !fragment || sdp.includes(`a=ice-ufrag:${fragment}\r\n`);
};
