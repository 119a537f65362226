import type { Peer } from '../../src/room/types.js';

/** Somebody else, connected, with microphone and camera on. */
export const peerOf = (over: Partial<Peer> & { id: string }): Peer => ({
  name: over.id,
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
  stream: new MediaStream(),
  screenStream: new MediaStream(),
  ...over,
});

/** Peers as the store holds them. */
export const peersOf = (...peers: Peer[]): ReadonlyMap<string, Peer> => new Map(peers.map((peer) => [peer.id, peer]));
