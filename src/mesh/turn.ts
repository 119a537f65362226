/** Whether one of the servers passes media on (TURN, RFC 8656), and does not only tell addresses. */
export const hasTurnServer = (servers: readonly RTCIceServer[]): boolean =>
  servers.flatMap(({ urls }) => urls).some((url) => /^turns?:/iu.test(url));
