import { difference } from './difference.js';
import { EXTENSION_VERSION, type OpenOffer, type RoomWord } from './extensions.js';
import { LIMITS } from './limits.js';
import type { Signal } from './messages.js';

const extension = (x: object | undefined) => (x ? { x: { v: EXTENSION_VERSION, ...x } } : {});

export const frame = (type: string, room: string, data: object): string => JSON.stringify({ type, room, data });

/** `knock`: we know what it is to wait until somebody lets us in. */
export const joinFrame = (room: string): string => frame('chat.join', room, { knock: true });

export const leaveFrame = (room: string): string => frame('chat.leave', room, {});

/** The first one whole, of the others what differs from it (offers of one session differ in few lines), as many as there is room for. */
const openOffers = ([first, ...others]: readonly OpenOffer[]) => {
  if (!first) return {};
  const more = others.map(({ sdp, x: { from, n } }) => [from, n, ...difference(first.sdp, sdp)]);
  while (more.length > 0 && first.sdp.length + JSON.stringify(more).length > LIMITS.openSdp) more.pop();
  return { offer: { sdp: first.sdp, ...extension(first.x) }, ...(more.length > 0 ? { more } : {}) };
};

/** A word to the whole room. It rides on "stopped typing", which a deployed client takes for nothing. */
export const roomWordFrame = (room: string, { offers = [], ...x }: RoomWord): string =>
  frame('chat.typing', room, { typing: false, ...extension({ ...x, ...openOffers(offers) }) });

/** A message for all who are there, as it goes on the wire; what ours know it by goes along. */
export const chatMessageFrame = (room: string, text: string, id: string): string =>
  frame('chat.message', room, { message: text, ...extension({ id }) });

/** Whether we write something, for deployed clients; they show it until they hear that it is over. */
export const typingFrame = (room: string, typing: boolean): string => frame('chat.typing', room, { typing });

/** A signal for one peer. The candidate goes as JSON text, as deployed clients send it. */
export const signalFrame = (room: string, to: string, signal: Signal): string =>
  signal.type === 'webrtc.iceCandidate'
    ? frame(signal.type, room, { candidate: JSON.stringify(signal.candidate), to, ...extension(signal.x) })
    : frame(signal.type, room, { sdp: signal.sdp, to, ...extension(signal.x) });
