import { createHash, createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { Clock } from './clock.js';
import type { Pass } from './tokens.js';

/** A TURN server whose secret we share (coturn's `use-auth-secret`). */
export interface TurnOptions {
  /** `turn:`, `turns:` and `stun:` URIs (RFC 7064, 7065). */
  readonly urls: readonly string[];
  readonly secret: string;
  /** Seconds a credential is good for, unless the token ends before. */
  readonly seconds: number;
  /** The same for guests, of whom nothing is known and who may come by the thousand. Default 1 hour; `seconds` where that is less. */
  readonly guestSeconds?: number;
}

export const GUEST_SECONDS = 3600;

const URI =
  /^(?:turns?:(?:[\w.-]+|\[(?<turn6>[\da-f:.]+)\])(?::(?<turnPort>\d{1,5}))?(?:\?transport=(?:udp|tcp))?|stuns?:(?:[\w.-]+|\[(?<stun6>[\da-f:.]+)\])(?::(?<stunPort>\d{1,5}))?)$/i;

/** Whether a browser takes it: one that it does not take would cost everybody the call. */
const isIceUri = (uri: string): boolean => {
  const groups = URI.exec(uri)?.groups;
  if (!groups) return false;
  const port = Number(groups['turnPort'] ?? groups['stunPort'] ?? 1);
  const address = groups['turn6'] ?? groups['stun6'];
  return port >= 1 && port <= 65_535 && (address === undefined || isIPv6(address));
};

/** The URIs in a text, separated by commas, a TURN server among them; `undefined` otherwise. */
export const parseIceUrls = (text: string): readonly string[] | undefined => {
  const urls = text.split(',').map((url) => url.trim());
  return urls.every(isIceUri) && urls.some((url) => /^turns?:/i.test(url)) ? urls : undefined;
};

/**
 * What a browser's `RTCPeerConnection` takes as `iceServers`, with a credential for a while (draft-uberti-behave-turn-rest): when it ends, and
 * a name that is the same for the same user and tells nobody who that is.
 */
export const iceServersFor = (
  { userID, endsAt, guest }: Pick<Pass, 'userID' | 'endsAt' | 'guest'>,
  { urls, secret, seconds, guestSeconds = GUEST_SECONDS }: TurnOptions,
  clock: Clock,
) => {
  const now = Math.floor(clock.now() / 1000);
  const most = guest ? Math.min(seconds, guestSeconds) : seconds;
  const ttl = Math.max(1, Math.min(most, Math.floor(endsAt / 1000) - now));
  const end = now + ttl;
  const name = createHash('sha256').update(secret).update(userID).digest('hex').slice(0, 16);
  const username = `${end}:${name}`;
  const credential = createHmac('sha1', secret).update(username).digest('base64');
  const isTurn = (url: string) => /^turns?:/i.test(url);
  const stun = urls.filter((url) => !isTurn(url));
  return {
    iceServers: [...(stun.length > 0 ? [{ urls: stun }] : []), { urls: urls.filter(isTurn), username, credential }],
    ttl,
  };
};
