import { deepQuery } from '../helpers/deep-query.js';
import type { PrivateMeetElement } from '../../src/index.js';
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

/** Whether something in the element shows a picture of somebody: it has been decoded, and is not of the page's own camera. */
const picturesShown = (element: PrivateMeetElement): number => {
  const theirs = new Set(element.peers.flatMap(({ stream }) => stream.getVideoTracks()));
  return (deepQuery(element, 'video') as HTMLVideoElement[]).filter(({ srcObject, videoWidth }) => {
    const tracks = srcObject instanceof MediaStream ? srcObject.getVideoTracks() : [];
    return videoWidth > 0 && tracks.some((track) => theirs.has(track));
  }).length;
};

/** Runs in the page. Milliseconds from the call to join to the first pictures of all others, with a passphrase unless it is empty. */
export const timeFrames = async ({
  others,
  ...options
}: TimedJoin & { readonly passphrase: string }): Promise<number> => {
  const element = Object.assign(document.createElement('private-meet'), options, { iceServers: [] });
  document.body.append(element);
  await element.updateComplete;
  const start = performance.now();
  await element.join();
  while (picturesShown(element) < others) await new Promise(requestAnimationFrame);
  return performance.now() - start;
};

const joinButton = (): HTMLButtonElement | null | undefined =>
  document.querySelector('private-meet')?.shadowRoot?.querySelector('pm-lobby')?.shadowRoot?.querySelector('.join');

/** Runs in the page. Opens a lobby, a guest's without a token, and touches it as a person does who is about to join. */
export const touchLobby = async ({ server, room, token }: Omit<TimedJoin, 'others'>): Promise<void> => {
  const element = document.createElement('private-meet');
  const displayName = token === '' ? 'Guest of the bench' : '';
  Object.assign(element, { server, room, token, displayName, iceServers: [] });
  document.body.append(element);
  while (!joinButton()) await new Promise(requestAnimationFrame);
  joinButton()?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
};

/** Runs in the page. Milliseconds from the press on Join in that lobby to the last connection. */
export const timePress = async (others: number): Promise<number> => {
  const element = document.querySelector('private-meet')!;
  const start = performance.now();
  joinButton()?.click();
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
