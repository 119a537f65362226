/** Bounds of what is sent and taken in. From the wire's own limits where it has them (PROTOCOL: 64 KiB a frame, 128 code points a room). */
export const LIMITS = {
  /** Bytes of one frame; one more and the server closes the connection. */
  frame: 65_536,
  /** Code points of a room's id, prefix included. */
  room: 128,
  /** Code points of a guest's name. */
  name: 32,
  /** UTF-16 units of a user's id: as many as OpenID Connect (Core 1.0, 2) allows a `sub`. */
  id: 255,
  /** UTF-16 units kept of anybody's name, and of a session's or a connection's id. */
  text: 128,
  /** UTF-16 units of a token: it goes in a URL, where servers take no more of. */
  token: 16_384,
  /** UTF-16 units of a description: a frame less its envelope. */
  sdp: 62_000,
  /** UTF-16 units of a description that everybody in the room is told, and of all that are told at once. */
  openSdp: 16_384,
  /** Offers that everybody in the room is told at once. */
  openOffers: 3,
  /** M-lines of a description: ours have 5, and a deployed client's some more with each change. An answer has as many, each fuller. */
  lines: 32,
  /** UTF-16 units of one candidate. */
  candidate: 2_048,
  /** Candidates in one frame, and held for one connection. */
  candidates: 64,
  /** People of one `room.users`. */
  users: 512,
  /** UTF-16 units of a message: as many as the field of a deployed client holds (PROTOCOL). */
  message: 3_000,
  /** Code points of a message on the wire, sealed. */
  wireMessage: 5_000,
  /** Bytes of what a page says to itself in another browser, as JSON. */
  pageData: 61_440,
  /** UTF-16 units of a server's error text that are kept. */
  error: 300,
} as const;

/** Length as the server counts: in code points. */
export const codePoints = (text: string): number => [...text].length;
