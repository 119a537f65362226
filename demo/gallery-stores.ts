import { MeetError, type MeetErrorCode } from '../src/errors.js';
import { createRoomStore, type RoomStore } from '../src/room/room-store.js';
import type { Peer, PeerStats } from '../src/room/types.js';
import { face } from './gallery-faces.js';

const NAMES = [
  'Ann',
  'Bo Lindqvist',
  'Chidi',
  'Dalia',
  'Emre',
  'Fatima',
  'Gus',
  'Hana',
  'Ibrahim',
  'Jun',
  'Kateřina',
  'Lu',
];

export type Change = (store: RoomStore) => void;

export const person = (index: number, over: Partial<Peer> = {}): Peer => ({
  id: `person-${String(index)}`,
  name: NAMES[index % NAMES.length] ?? 'Guest',
  role: undefined,
  state: 'connected',
  microphone: true,
  camera: true,
  screen: false,
  speaking: false,
  hand: false,
  stalled: undefined,
  quality: 'good',
  path: 'direct',
  videoRejected: false,
  trust: 'unverified',
  verified: false,
  refusal: undefined,
  stream: over.camera === false ? new MediaStream() : face(index * 47),
  screenStream: new MediaStream(),
  ...over,
});

export const people = (count: number): Peer[] =>
  Array.from({ length: count }, (_, index) =>
    person(index, index % 4 === 3 ? { camera: false, microphone: false } : {}),
  );

/** What a connection might be like. */
const figures = (id: string, index: number): PeerStats => ({
  id,
  roundTripTime: 0.032 + index * 0.06,
  fractionLost: index * 0.02,
  bitrateIn: 1_240_000 - index * 200_000,
  bitrateOut: 980_000,
  path: index === 1 ? 'relay' : 'direct',
  candidateTypes: ['host', 'srflx'],
  framesPerSecond: 30,
  frameWidth: 1280,
  frameHeight: 720,
  qualityLimitationReason: 'none',
});

/** Puts `peers` in a store's room, which we have joined. */
export const fillCall = (store: RoomStore, peers: readonly Peer[], change: Change = () => undefined): void => {
  store.$room.set('Standup');
  store.$self.set({ id: 'me', name: 'Me' });
  store.$microphone.set(true);
  store.$camera.set(true);
  store.$selfStream.set(face(300));
  store.$joinedAt.set(performance.now() - 754_000);
  store.$inviteUrl.set('https://example.com/standup');
  store.$peers.set(new Map(peers.map((peer) => [peer.id, peer])));
  store.$hands.set(peers.filter(({ hand }) => hand).map(({ id }) => id));
  store.$activeSpeaker.set(peers.find(({ speaking }) => speaking)?.id);
  store.$stats.set(new Map(peers.map(({ id }, index) => [id, figures(id, index)])));
  change(store);
  store.$state.set('joined');
};

/** A call with `peers` in it. */
export const call = (peers: readonly Peer[], change?: Change): RoomStore => {
  const store = createRoomStore();
  fillCall(store, peers, change);
  return store;
};

/** In front of the room. */
export const door = (change: Change = () => undefined): RoomStore => {
  const store = createRoomStore();
  store.$room.set('Standup');
  store.$state.set('lobby');
  change(store);
  return store;
};

export const failure = (code: MeetErrorCode, device?: 'microphone' | 'camera'): MeetError =>
  new MeetError(code, 'shown in the gallery', device ? { device, by: 'user' } : {});

const DEVICES = [
  ['audioinput', 'Studio microphone'],
  ['videoinput', 'Desk camera'],
  ['audiooutput', 'Speakers'],
] as const;

/** The devices of a machine whose browser tells their names. */
export const withDevices: Change = (store) => {
  const make = (kind: MediaDeviceKind, label: string): MediaDeviceInfo => {
    const facts = { kind, label, deviceId: label, groupId: label };
    return { ...facts, toJSON: () => facts };
  };
  store.$devices.set(DEVICES.map(([kind, label]) => make(kind, label)));
};
