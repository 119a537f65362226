import { type Floor, joinFloor } from './floor.js';

/** What a timed join needs; the page must be a guest of `others` people already in the room. */
export interface TimedJoin {
  readonly server: string;
  readonly room: string;
  readonly token: string;
  readonly others: number;
  /** Whether it sends nothing; it sends sound and picture unless true. */
  readonly listens?: boolean;
  /** Whether it sends sound alone. */
  readonly speaks?: boolean;
}

let floor: Floor | undefined;

/** Runs in the page. Milliseconds from the call to join to the last connection: of the hand-written page. */
export const timeFloor = async ({ others, listens, speaks, ...options }: TimedJoin): Promise<number> => {
  const start = performance.now();
  const silent = listens ? new MediaStream() : undefined;
  const stream = speaks ? await navigator.mediaDevices.getUserMedia({ audio: true }) : silent;
  floor = await joinFloor({ ...options, ...(stream ? { stream } : {}) });
  await floor.connectedTo(others);
  return performance.now() - start;
};

export const leaveFloor = (): void => {
  floor?.leave();
  floor = undefined;
};

/** Runs in the page. Milliseconds from the call to join to the last connection: of the element. */
export const timeElement = async ({
  others,
  listens = false,
  speaks = false,
  ...options
}: TimedJoin): Promise<number> => {
  const element = document.createElement('private-meet');
  Object.assign(element, options, { iceServers: [], microphoneOff: listens, cameraOff: listens || speaks });
  document.body.append(element);
  await element.updateComplete;
  const start = performance.now();
  const connected = new Promise<void>((resolve) => {
    const check = () => {
      if (element.peers.filter(({ state }) => state === 'connected').length >= others) resolve();
    };
    element.addEventListener('pm-peer-change', check);
    check();
  });
  await element.join();
  await connected;
  return performance.now() - start;
};

/** Milliseconds that a person looks at the lobby, once they touched it. */
const LOOKS = 3_000;

/**
 * Runs in the page. Milliseconds from the press on Join, in a lobby that was touched a while ago, to the last connection. Without a
 * token it is a guest's.
 */
export const timeLobby = async ({ others, server, room, token }: TimedJoin): Promise<number> => {
  const element = document.createElement('private-meet');
  const displayName = token === '' ? 'Guest of the bench' : '';
  Object.assign(element, { server, room, token, displayName, iceServers: [] });
  document.body.append(element);
  const lobby = () => element.shadowRoot?.querySelector('pm-lobby');
  const button = () => lobby()?.shadowRoot?.querySelector<HTMLButtonElement>('.join');
  while (!button()) await new Promise(requestAnimationFrame);
  button()?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
  await new Promise((resolve) => setTimeout(resolve, LOOKS));
  const start = performance.now();
  button()?.click();
  await new Promise<void>((resolve) => {
    const check = () => {
      if (element.peers.filter(({ state }) => state === 'connected').length >= others) resolve();
    };
    element.addEventListener('pm-peer-change', check);
    check();
  });
  return performance.now() - start;
};

export const leaveElement = async (): Promise<void> => {
  const element = document.querySelector('private-meet');
  await element?.leave();
  element?.remove();
};
