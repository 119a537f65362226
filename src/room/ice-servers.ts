import { MeetError } from '../errors.js';
import { hasTurnServer } from '../mesh/turn.js';
import { errorName } from '../protocol/kind.js';
import { isRecord } from '../protocol/shape.js';
import { asked } from '../signaling/delay.js';
import { DEFAULT_ICE_SERVERS, type IceServersProvider, policyOf, type Settings } from './settings.js';

const URL_SHAPE = /^(?:stuns?|turns?):[^\s]+$/iu;

/** More than any page needs, as many as Chromium takes: each costs requests on every connection. */
const MOST = 32;

const invalid = (why: string) => new MeetError('ice-servers-invalid', `ICE servers: ${why}`);

/** Which one, as people count, and of which kind; without the rest of its URL, which may hold a user and a password. */
const entry = (index: number, server?: RTCIceServer): string => {
  const kinds = new Set([server?.urls ?? []].flat().map((url) => url.slice(0, url.indexOf(':') + 1)));
  return ['entry', index + 1, ...(server ? [`(${[...kinds].join(', ')})`] : [])].join(' ');
};

const check = (server: unknown, index: number): RTCIceServer => {
  if (!isRecord(server)) throw invalid(`${entry(index)} is no object with \`urls\``);
  const { urls, username, credential } = server;
  const list: unknown[] = [urls].flat();
  if (list.length === 0 || list.length > MOST) throw invalid(`${entry(index)} has no \`urls\`, or too many`);
  const wrong = list.find((url) => typeof url !== 'string' || !URL_SHAPE.test(url));
  if (wrong !== undefined || list.includes(undefined)) {
    const scheme = /^[a-z][a-z0-9+.-]{0,15}:/iu.exec(typeof wrong === 'string' ? wrong : '')?.[0];
    const what = scheme === undefined ? 'one that is none' : `one that begins with ${scheme}`;
    throw invalid(`${entry(index)}: \`urls\` are stun:, stuns:, turn: or turns: URLs, and there is ${what}`);
  }
  // An RTCPeerConnection throws without them: say it in words, and never say the credential.
  const hasCredentials = typeof username === 'string' && typeof credential === 'string';
  const checked = server as unknown as RTCIceServer; // Its shape was looked at line by line just now.
  if (hasTurnServer([checked]) && !hasCredentials) {
    throw invalid(`${entry(index, checked)}: a TURN server needs \`username\` and \`credential\``);
  }
  return checked;
};

/** A URL that only looks right (a port too high, a `?transport` on STUN) would else throw in the middle of a join. */
const isTaken = (iceServers: RTCIceServer[]): boolean => {
  try {
    new RTCPeerConnection({ iceServers }).close();
    return true;
  } catch {
    return false; // Without the browser's words: they quote the URL, which may hold a user and a password.
  }
};

const tryOut = (iceServers: RTCIceServer[]): void => {
  if (iceServers.length === 0 || isTaken(iceServers)) return;
  const index = iceServers.findIndex((server) => !isTaken([server]));
  throw invalid(`the browser does not take ${index < 0 ? 'all of them together' : entry(index, iceServers[index])}`);
};

const configurationOf = (given: unknown, policy: unknown): RTCConfiguration => {
  const iceTransportPolicy = policyOf(policy);
  if (!Array.isArray(given)) throw invalid('not an array');
  if (given.length > MOST) throw invalid(`more than ${String(MOST)}`);
  const iceServers = given.map(check);
  if (iceTransportPolicy === 'relay' && !hasTurnServer(iceServers)) {
    throw new MeetError('relay-required', 'ice-transport-policy is relay, and there is no TURN server');
  }
  if (given !== DEFAULT_ICE_SERVERS) tryOut(iceServers);
  return { iceServers, iceTransportPolicy, bundlePolicy: 'max-bundle' };
};

const ownConfiguration = ({ iceServers, iceTransportPolicy }: Settings): RTCConfiguration =>
  configurationOf(iceServers ?? DEFAULT_ICE_SERVERS, iceTransportPolicy);

/** Whether the page leaves it to the server which they are: then they take the place of the default. */
export const isUpToServer = ({ iceServers, iceServersProvider }: Settings): boolean =>
  (iceServers ?? DEFAULT_ICE_SERVERS) === DEFAULT_ICE_SERVERS && !iceServersProvider;

/** Whether the server alone can know of a relay without which there is no call. */
export const needsServer = (settings: Settings): boolean =>
  isUpToServer(settings) && policyOf(settings.iceTransportPolicy) === 'relay';

/** What is wrong with the page's own servers shows before a join. @throws {MeetError} as `resolveConfiguration` does */
export const checkIceServers = (settings: Settings): void => {
  if (!settings.iceServersProvider && !needsServer(settings)) ownConfiguration(settings);
};

type Reason = Parameters<IceServersProvider>[0]['reason'];

/** As a function of the page's gives them, or the server; what fails may do otherwise the next time. */
const provided = async (
  provider: IceServersProvider,
  { iceTransportPolicy, iceServersProvider }: Settings,
  reason: Reason,
  signal: AbortSignal,
): Promise<RTCConfiguration> => {
  try {
    const given = await asked((limit) => provider({ reason, signal: limit }), signal);
    return configurationOf(given, iceTransportPolicy);
  } catch (cause) {
    signal.throwIfAborted();
    const [code, why] =
      cause instanceof MeetError
        ? [cause.code, cause.message]
        : (['ice-servers-invalid', errorName(cause) === 'TimeoutError' ? 'no answer in time' : 'failed'] as const);
    const whose = provider === iceServersProvider ? 'iceServersProvider' : '/ice of the server';
    throw new MeetError(code, `${whose}: ${why}`, { cause, retryAfter: 0 });
  }
};

/**
 * The configuration for new connections, by the page's own provider or that of the server, where there is one. A join goes on
 * without what it fails to give, where the rest allows it, and tells `onError`.
 * @throws {MeetError} `ice-servers-invalid`, `relay-required`
 */
export const resolveConfiguration = async (
  settings: Settings,
  reason: Reason,
  signal: AbortSignal,
  onError?: (error: MeetError) => void,
  ofServer?: IceServersProvider,
): Promise<RTCConfiguration> => {
  const provider = isUpToServer(settings) ? ofServer : settings.iceServersProvider;
  if (!provider) return ownConfiguration(settings);
  try {
    return await provided(provider, settings, reason, signal);
  } catch (error) {
    if (!onError || !(error instanceof MeetError)) throw error;
    let rest: RTCConfiguration;
    try {
      rest = ownConfiguration(settings);
    } catch (missing) {
      throw provider === ofServer ? missing : error; // Without it there is nothing: its words say why.
    }
    signal.throwIfAborted();
    onError(error);
    return rest;
  }
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
