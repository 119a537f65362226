import { pino, type DestinationStream, type Logger } from 'pino';
import type { Listener } from './events.js';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export interface LogOptions {
  readonly level: LogLevel;
  /** Whether user ids and addresses stand in it. */
  readonly people: boolean;
}

/** Origins that are told of: whoever makes them up can't fill a disk. */
const MAX_ORIGINS = 100;

/** A line for people, where a terminal would show JSON. */
const forPeople: DestinationStream = {
  write: (line) => {
    const { time, msg, level: _, ...rest } = JSON.parse(line) as { time: string; msg: string; level: string };
    const details = Object.entries(rest).map(([name, value]) => `${name}=${String(value)}`);
    process.stdout.write(`${[time.slice(11, 19), msg, ...details].join(' ')}\n`);
  },
};

export const createLog = (level: LogLevel, destination?: DestinationStream): Logger => {
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  const fallback = process.stdout.isTTY ? forPeople : pino.destination({ dest: 1, sync: true });
  return pino(options, destination ?? fallback);
};

/** Writes down what happens. No token, no room, no word of anybody's, and who it is only where that was asked for. */
export const logEvents = (log: Logger, { people }: Pick<LogOptions, 'people'>): Listener => {
  const origins = new Set<string>();
  let isProxyTold = false;
  let isGarbageTold = false;
  let isSplitTold = false;
  const who = (details: Record<string, string>) => (people ? details : {});
  return (event) => {
    if (event.kind === 'open') {
      const { socket, userID, address } = event;
      log.info({ socket, ...who({ user: userID, address }) }, 'socket opened');
    } else if (event.kind === 'end') {
      const { socket, reason, seconds } = event;
      log.info({ socket, reason, seconds }, 'socket ended');
    } else if (event.kind === 'evict') log.info('a receiver that lags was taken out of its room');
    else if (event.kind === 'door') log.debug({ what: event.what }, 'at the door of a room');
    else if (event.kind === 'sign-in') {
      log.debug({ status: event.status, ...who({ address: event.address }) }, 'sign-in');
    } else if (event.kind === 'refuse') {
      log.debug({ status: event.status, ...who({ address: event.address }) }, 'upgrade refused');
    } else if (event.kind === 'origin' && origins.size < MAX_ORIGINS && !origins.has(event.origin)) {
      origins.add(event.origin);
      log.warn(
        { origin: event.origin },
        'pages of this origin are refused: add it to ALLOWED_ORIGINS, or set TRUST_PROXY if it is this server’s own behind TLS',
      );
    } else if (event.kind === 'forwarded' && !isProxyTold) {
      isProxyTold = true;
      log.warn('requests say that a proxy passed them on: set TRUST_PROXY, or all visitors count as one');
    } else if (event.kind === 'split' && !isSplitTold) {
      isSplitTold = true;
      log.error(
        'people who signed in at another of these servers come here: two split the rooms between them. Set REDIS_URL for both',
      );
    } else if (event.kind === 'redis') {
      if (event.isUp) log.info('Redis answers: rooms span the nodes');
      else log.error({ reason: event.reason }, 'Redis is away: the rooms that are here go on, others are not opened');
    } else if (event.kind === 'node-gone')
      log.warn('another node gives no sign: its people are taken out of the rooms');
    else if (event.kind === 'garbage' && !isGarbageTold) {
      isGarbageTold = true;
      log.error('something else than these servers writes to this Redis: what it says is ignored');
    } else if (event.kind === 'failure') log.error({ err: event.error }, 'an answer failed');
  };
};
