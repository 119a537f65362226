import { isRecord } from './shape.js';

/** Devices that are on and give nothing. */
const STALLED = ['microphone', 'camera', 'both'] as const;
export type Stalled = (typeof STALLED)[number];

/** What a peer of ours says of itself over the data channel between us: live state that costs the server nothing. */
export interface PeerState {
  readonly microphone: boolean;
  readonly camera: boolean;
  readonly screen: boolean;
  readonly hand: boolean;
  /** Milliseconds since the hand went up, when this was said: so that newcomers know who was first. */
  readonly handAge?: number;
  /** What is open and on and yet gives nothing, opened anew in vain: digital silence, no frames. */
  readonly stalled?: Stalled;
}

/** A day in milliseconds: no hand is up for longer. */
const MAX_AGE = 86_400_000;

const readAge = (hand: boolean, age: unknown): { handAge?: number } =>
  hand && typeof age === 'number' && age >= 0 ? { handAge: Math.min(MAX_AGE, Math.round(age)) } : {};

const readStalled = (value: unknown): { stalled?: Stalled } => {
  const stalled = STALLED.find((each) => each === value);
  return stalled ? { stalled } : {};
};

export const SILENT_STATE: PeerState = { microphone: false, camera: false, screen: false, hand: false };

export const serializePeerState = (state: PeerState): string => JSON.stringify({ v: 1, ...state });

/** The state in an object of the wire; what is missing or no boolean counts as off. */
export const readPeerState = ({
  microphone,
  camera,
  screen,
  hand,
  handAge,
  stalled,
}: Record<string, unknown>): PeerState => ({
  microphone: microphone === true,
  camera: camera === true,
  screen: screen === true,
  hand: hand === true,
  ...readAge(hand === true, handAge),
  ...readStalled(stalled),
});

/** Whether nothing has changed that must be said: the age of a hand grows by itself. */
export const isSameState = (a: PeerState, b: PeerState): boolean =>
  a.microphone === b.microphone &&
  a.camera === b.camera &&
  a.screen === b.screen &&
  a.hand === b.hand &&
  a.stalled === b.stalled;

/** `undefined` for anything that is not a state, whole and well-formed. */
export const parsePeerState = (data: unknown): PeerState | undefined => {
  if (typeof data !== 'string' || data.length > 1024) return undefined;
  try {
    const value: unknown = JSON.parse(data);
    const isState = isRecord(value) && value['v'] === 1 && !('reaction' in value) && !('heard' in value);
    return isState ? readPeerState(value) : undefined;
  } catch {
    return undefined; // Not JSON, so not a state.
  }
};
