import { EXTENSION_VERSION, type RoomWord } from './extensions.js';
import type { Signal } from './messages.js';

const extension = (x: object | undefined) => (x ? { x: { v: EXTENSION_VERSION, ...x } } : {});

const frame = (type: string, room: string, data: object): string => JSON.stringify({ type, room, data });

export const joinFrame = (room: string): string => frame('chat.join', room, {});

export const leaveFrame = (room: string): string => frame('chat.leave', room, {});

/** A word to the whole room. It rides on "stopped typing", which a deployed client takes for nothing. */
export const roomWordFrame = (room: string, x: RoomWord): string =>
  frame('chat.typing', room, {
    typing: false,
    ...extension(x.offer ? { ...x, offer: { sdp: x.offer.sdp, ...extension(x.offer.x) } } : x),
  });

/** A signal for one peer. The candidate goes as JSON text, as deployed clients send it. */
export const signalFrame = (room: string, to: string, signal: Signal): string =>
  signal.type === 'webrtc.iceCandidate'
    ? frame(signal.type, room, { candidate: JSON.stringify(signal.candidate), to, ...extension(signal.x) })
    : frame(signal.type, room, { sdp: signal.sdp, to, ...extension(signal.x) });
