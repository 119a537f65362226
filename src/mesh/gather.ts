/**
 * Milliseconds that a description waits for candidates, so that they ride in it: host candidates take a few,
 * a STUN server's answer some 30 to 80. Later ones are sent on.
 */
const GATHER_WINDOW = 80;

/** Resolves when every candidate is found, or after the window, or when the connection closes. */
export const gathered = (connection: RTCPeerConnection): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      connection.removeEventListener('icegatheringstatechange', check);
      resolve();
    };
    const check = () => {
      if (connection.iceGatheringState === 'complete' || connection.signalingState === 'closed') done();
    };
    const timer = setTimeout(done, GATHER_WINDOW);
    connection.addEventListener('icegatheringstatechange', check);
    check();
  });
