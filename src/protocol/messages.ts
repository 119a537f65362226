import type { PairWord, RoomWord } from './extensions.js';

/** Somebody in the room, as `room.users` lists them. */
export interface User {
  readonly id: string;
  readonly name: string;
}

/** A signal for one peer: an offer, an answer, or candidates. Also what the mesh sends and takes in. */
export type Signal =
  | { readonly type: 'webrtc.offer'; readonly sdp: string; readonly x?: PairWord }
  | { readonly type: 'webrtc.answer'; readonly sdp: string; readonly x?: PairWord }
  | { readonly type: 'webrtc.iceCandidate'; readonly candidate: RTCIceCandidateInit; readonly x?: PairWord };

/** A signal that came in: the relay tells everyone everything, `to` says whom it is for. */
export type AddressedSignal = Signal & { readonly room: string; readonly from: string; readonly to: string };

/** What the server may say to us, parsed. */
export type ServerMessage =
  | AddressedSignal
  | { readonly type: 'room.users'; readonly room: string; readonly users: readonly User[]; readonly hasIce: boolean }
  | {
      readonly type: 'chat.typing';
      readonly room: string;
      readonly from: string;
      readonly typing: boolean;
      readonly x?: RoomWord;
    }
  /** `text` as it is on the wire; `id` under which ours send it to each other as well. */
  | {
      readonly type: 'chat.message';
      readonly room: string;
      readonly from: string;
      readonly text: string;
      readonly id?: string;
    }
  | { readonly type: 'general.error'; readonly error: string };

/** What somebody in the room says to everybody in it. */
export type ChatMessage = Extract<ServerMessage, { type: 'chat.message' | 'chat.typing' }>;

export const isSignal = (message: ServerMessage): message is AddressedSignal =>
  message.type === 'webrtc.offer' || message.type === 'webrtc.answer' || message.type === 'webrtc.iceCandidate';
