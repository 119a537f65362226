import type { PairWord, RoomWord } from './extensions.js';

/** Somebody in the room, as `room.users` lists them. */
export interface User {
  readonly id: string;
  readonly name: string;
  /** What the server says that they may do, where it has host tools. */
  readonly role?: Role;
}

/** Hosts let people in and put them out; speakers are let in by themselves. */
export type Role = 'host' | 'speaker';

/** What a server with host tools says of the room. */
export interface House {
  /** Nobody new gets in but hosts. */
  readonly locked: boolean;
  /** Newcomers have to be let in. */
  readonly waiting: boolean;
  /** What we may do. */
  readonly role?: Role | undefined;
}

/** What only hosts are told, and what a host asks of us: as it came, for `house-word.ts` to read. */
export type HouseWord = RawWord<'room.knocks'> | RawWord<'host.ask'>;

interface RawWord<Type> {
  readonly type: Type;
  readonly room: string;
  readonly from: string;
  readonly data: Readonly<Record<string, unknown>>;
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
  | {
      readonly type: 'room.users';
      readonly room: string;
      readonly users: readonly User[];
      readonly hasIce: boolean;
      readonly house?: House;
    }
  /** We have to be let in; `host`: whether somebody is there who can. */
  | { readonly type: 'room.waiting'; readonly room: string; readonly host: boolean }
  /** The room does not have us, and will not. */
  | { readonly type: 'room.refused'; readonly room: string; readonly reason: string }
  | HouseWord
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
