import type { Time } from './time.js';

/** Milliseconds an upgrade may take before it counts as failed. */
const UPGRADE_TIMEOUT = 15_000;

/** Opens a socket; whether it came up before it failed, took too long, or was called off. `onOpen` runs in that very task. */
export const upgrade = (
  url: string,
  time: Time,
  signal: AbortSignal,
  onOpen: (socket: WebSocket) => void,
): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = new WebSocket(url);
    socket.binaryType = 'arraybuffer';
    const done = (isOpen: boolean) => {
      cancel();
      signal.removeEventListener('abort', fail);
      socket.onopen = socket.onclose = null;
      if (isOpen) onOpen(socket);
      else socket.close();
      resolve(isOpen);
    };
    const fail = () => {
      done(false);
    };
    const cancel = time.after(UPGRADE_TIMEOUT, fail);
    signal.addEventListener('abort', fail, { once: true });
    socket.onopen = () => {
      done(true);
    };
    socket.onclose = fail;
    if (signal.aborted) fail();
  });
