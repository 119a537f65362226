import type { Reason } from './house/house.js';
import type { NodesEvent } from './nodes/nodes.js';

/** Why a socket ended. */
export type EndReason =
  | 'left'
  | 'broken'
  | 'invalid-frame'
  | 'malformed'
  | 'flood'
  | 'errors'
  | 'silent'
  | 'stalled'
  | 'token-ended'
  | 'shutdown';

/** Why a frame went nowhere: its sender's pace, the receiver's queue, what it grew to, what stood in it, whose room it was, that we are busy, or that other nodes could not be reached. */
export type DropReason = 'rate' | 'queue' | 'size' | 'error' | 'room' | 'busy' | 'nodes';

/** What an operator may want to know of a server. Nothing in it is what people say to each other, nor their room. */
export type ServerEvent =
  | { readonly kind: 'open'; readonly socket: number; readonly userID: string; readonly address: string }
  | { readonly kind: 'end'; readonly socket: number; readonly reason: EndReason; readonly seconds: number }
  | { readonly kind: 'frame'; readonly type: string }
  | { readonly kind: 'drop'; readonly reason: DropReason }
  | { readonly kind: 'evict' }
  | { readonly kind: 'door'; readonly what: 'waits' | 'admitted' | Reason }
  | { readonly kind: 'sign-in'; readonly status: number; readonly address: string }
  | { readonly kind: 'refuse'; readonly status: number; readonly address: string }
  | { readonly kind: 'origin'; readonly origin: string }
  | { readonly kind: 'forwarded' }
  | { readonly kind: 'split' }
  | NodesEvent
  | { readonly kind: 'failure'; readonly error: unknown };

export type Listener = (event: ServerEvent) => void;
