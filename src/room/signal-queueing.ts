import type { Signal } from '../protocol/messages.js';
import { PRIORITY, type Priority } from '../signaling/send-queue.js';

const PRIORITIES = {
  'webrtc.offer': PRIORITY.offer,
  'webrtc.answer': PRIORITY.answer,
  'webrtc.iceCandidate': PRIORITY.candidate,
} as const;

export const signalPriority = ({ type }: Signal): Priority => PRIORITIES[type];

/** A signal takes the place of one that still waits and is out of date with it: an earlier description, fewer candidates. */
export const signalKey = (to: string, signal: Signal): string => {
  if (signal.type !== 'webrtc.iceCandidate') return `${signal.type} ${to}`;
  const what = signal.x?.candidates ? 'all' : signal.x?.ack === undefined ? (signal.candidate.candidate ?? '') : 'ack';
  return `${signal.type} ${to} ${what}`;
};
