/** The `o=` line's session id and the user name before it (RFC 8866, 5.2): a new one for each `RTCPeerConnection`. */
export const originOf = (sdp: string): string => /^o=(\S+ \S+)/mu.exec(sdp)?.[1] ?? '';

/** Whether a candidate belongs to the description: by its user name fragment, where it names one. */
export const candidateFits = (candidate: RTCIceCandidateInit, sdp: string): boolean => {
  const fragment = candidate.usernameFragment;
  return !fragment || sdp.includes(`a=ice-ufrag:${fragment}\r\n`);
};

/**
 * The description without the feedback lines of codecs that no m-line has any more: Firefox (153 ESR) keeps those of the codecs
 * that `setCodecPreferences` took out, and Chromium refuses the whole description for them.
 */
export const withoutOrphans = (sdp: string): string => {
  let payloads: readonly string[] = [];
  const lines = sdp.split('\r\n').filter((line) => {
    if (line.startsWith('m=')) payloads = line.split(' ').slice(3);
    const feedback = /^a=rtcp-fb:(\d+) /u.exec(line)?.[1];
    return feedback === undefined || payloads.includes(feedback);
  });
  return lines.join('\r\n');
};

export const hasDtx = (sdp = ''): boolean => sdp.includes('usedtx=1');

/**
 * The description that asks its receiver to send next to nothing while nobody speaks (Opus DTX: RFC 7587, 6.1), so that
 * where one speaks and many listen most senders rest.
 */
export const withDtx = (sdp: string): string => {
  const payloads = [...sdp.matchAll(/^a=rtpmap:(\d+) opus\/48000/gimu)].map(([, payload]) => payload).join('|');
  return payloads ? sdp.replace(new RegExp(`^a=fmtp:(?:${payloads}) (?!.*usedtx=).+`, 'gmu'), '$&;usedtx=1') : sdp;
};

/** The msid stream that each m-line bears, by `mid` (RFC 8830): none for a line that is not sent on, or without a stream. */
export const streamsOf = (sdp: string): Map<string, string> => {
  const lines = sdp.split(/^(?=m=)/mu).map((line) => {
    return ['mid:', 'msid:'].map((name) => new RegExp(`^a=${name}(\\S+)`, 'mu').exec(line)?.[1] ?? '-');
  });
  return new Map(lines.flatMap(([mid = '', stream = '-']) => (stream === '-' ? [] : [[mid, stream] as const])));
};

/**
 * The offer, as one whose answer leaves the beginning of the handshake to who made it: who answers begins it otherwise (RFC 8842, 5.3),
 * so a client that answered us before cannot let us begin, and refuses an answer that would (measured in Chromium).
 */
export const withPassiveAnswer = (offer: string): string => offer.replaceAll('a=setup:actpass', 'a=setup:active');
