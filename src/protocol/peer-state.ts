import { isRecord } from './shape.js';

/** What a peer of ours says of itself over the data channel between us: live state that costs the server nothing. */
export interface PeerState {
  readonly microphone: boolean;
  readonly camera: boolean;
  readonly screen: boolean;
  readonly hand: boolean;
}

export const SILENT_STATE: PeerState = { microphone: false, camera: false, screen: false, hand: false };

export const serializePeerState = (state: PeerState): string => JSON.stringify({ v: 1, ...state });

/** The state in an object of the wire; what is missing or no boolean counts as off. */
export const readPeerState = ({ microphone, camera, screen, hand }: Record<string, unknown>): PeerState => ({
  microphone: microphone === true,
  camera: camera === true,
  screen: screen === true,
  hand: hand === true,
});

export const isSameState = (a: PeerState, b: PeerState): boolean =>
  a.microphone === b.microphone && a.camera === b.camera && a.screen === b.screen && a.hand === b.hand;

/** `undefined` for anything that is not a state, whole and well-formed. */
export const parsePeerState = (data: unknown): PeerState | undefined => {
  if (typeof data !== 'string' || data.length > 1024) return undefined;
  try {
    const value: unknown = JSON.parse(data);
    return isRecord(value) && value['v'] === 1 ? readPeerState(value) : undefined;
  } catch {
    return undefined; // Not JSON, so not a state.
  }
};
