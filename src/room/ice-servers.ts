import { MeetError } from '../errors.js';
import { hasTurnServer } from '../mesh/turn.js';
import { isRecord } from '../protocol/shape.js';
import { orAborted } from '../signaling/delay.js';
import { DEFAULT_ICE_SERVERS, type IceServersProvider, policyOf, type Settings } from './settings.js';

const URL_SHAPE = /^(?:stuns?|turns?):[^\s]+$/iu;

const check = (server: unknown): RTCIceServer => {
  const invalid = (why: string) => new MeetError('ice-servers-invalid', `ICE servers: ${why}`);
  if (!isRecord(server)) throw invalid('each one is an object with `urls`');
  const { urls, username, credential } = server;
  const list: unknown[] = [urls].flat();
  if (list.length === 0 || !list.every((url) => typeof url === 'string' && URL_SHAPE.test(url))) {
    throw invalid('`urls` are stun:, stuns:, turn: or turns: URLs');
  }
  // An RTCPeerConnection throws without them: say it in words, and never say the credential.
  const hasCredentials = typeof username === 'string' && typeof credential === 'string';
  const checked = server as unknown as RTCIceServer; // Its shape was looked at line by line just now.
  if (hasTurnServer([checked]) && !hasCredentials) throw invalid('a TURN server needs `username` and `credential`');
  return checked;
};

/** A URL that only looks right (a port too high, a `?transport` on STUN) would else throw in the middle of a join. */
const tryOut = (iceServers: RTCIceServer[]): void => {
  if (iceServers.length === 0) return;
  try {
    new RTCPeerConnection({ iceServers }).close();
  } catch {
    // Without the browser's words: they quote the URL, which may hold a user and a password.
    throw new MeetError('ice-servers-invalid', 'ICE servers: one that the browser does not take');
  }
};

const configurationOf = (given: unknown, policy: unknown): RTCConfiguration => {
  const iceTransportPolicy = policyOf(policy);
  if (!Array.isArray(given)) throw new MeetError('ice-servers-invalid', 'ICE servers: not an array');
  const iceServers = given.map(check);
  if (iceTransportPolicy === 'relay' && !hasTurnServer(iceServers)) {
    throw new MeetError('relay-required', 'ice-transport-policy is relay, and there is no TURN server');
  }
  if (given !== DEFAULT_ICE_SERVERS) tryOut(iceServers);
  return { iceServers, iceTransportPolicy, bundlePolicy: 'max-bundle' };
};

/** What is wrong with the page's own servers shows before a join. @throws {MeetError} as `resolveConfiguration` does */
export const checkIceServers = ({ iceServers, iceServersProvider, iceTransportPolicy }: Settings): void => {
  if (!iceServersProvider) configurationOf(iceServers ?? DEFAULT_ICE_SERVERS, iceTransportPolicy);
};

/**
 * The configuration for new connections.
 * @throws {MeetError} `ice-servers-invalid`, `relay-required`
 */
export const resolveConfiguration = async (
  settings: Settings,
  reason: Parameters<IceServersProvider>[0]['reason'],
  signal: AbortSignal,
): Promise<RTCConfiguration> => {
  const { iceServersProvider, iceTransportPolicy } = settings;
  let given: unknown = settings.iceServers ?? DEFAULT_ICE_SERVERS;
  if (iceServersProvider) {
    try {
      given = await orAborted(iceServersProvider({ reason, signal }), signal);
    } catch (cause) {
      signal.throwIfAborted();
      throw new MeetError('ice-servers-invalid', 'iceServersProvider failed', { cause });
    }
  }
  return configurationOf(given, iceTransportPolicy);
};

/** Seconds since the epoch at the start of a TURN user name (draft-uberti-behave-turn-rest, as coturn takes them). */
const TIMED_USER = /^(\d{9,11})(?::|$)/u;

/** When the first of the TURN credentials runs out, where their user names say so. */
export const credentialsEnd = ({ iceServers = [] }: RTCConfiguration): Date | undefined => {
  const ends = iceServers.flatMap(({ username }) => {
    const seconds = TIMED_USER.exec(username ?? '')?.[1];
    return seconds === undefined ? [] : [Number(seconds) * 1000];
  });
  return ends.length === 0 ? undefined : new Date(Math.min(...ends));
};

/** Milliseconds after which credentials are taken for old where the visitor's clock cannot be right, or need not be asked. */
const ASK_AGAIN = 3_600_000;

/**
 * Milliseconds that they last, counted from now. A user name tells the server's time alone, and the visitor's clock may be
 * wrong by days: what has ended by it, or lasts longer than an hour, is asked for anew within the hour.
 */
export const credentialsLeft = (end: Date): number => {
  const left = end.getTime() - Date.now();
  return left > 0 && left < ASK_AGAIN ? left : ASK_AGAIN;
};

/** Milliseconds before that at which fresh ones are asked for: a minute, or a third of what is left of shorter ones. */
export const credentialsEarly = (left: number): number => Math.min(60_000, left / 3);
