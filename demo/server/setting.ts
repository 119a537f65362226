import { isIP } from 'node:net';
import { parseNetworks, type TrustedProxies } from './addresses.js';
import { parseIceUrls } from './ice.js';
import { parseOrigins, type AllowedOrigins } from './origins.js';
import { parseDuration } from './tokens.js';

/** What one environment variable is for, and may hold. */
export interface Setting<Value> {
  readonly about: string;
  /** What holds where it is not set, in words. */
  readonly otherwise: string;
  /** What to write, behind "has to be". */
  readonly wants: string;
  /** Whether what it holds may not be repeated. */
  readonly secret?: boolean;
  /** Whether a part of it may not, and its length says nothing. */
  readonly hidden?: boolean;
  /** `undefined` for what it may not hold. */
  readonly read: (text: string) => Value | undefined;
}

type About = Pick<Setting<unknown>, 'about' | 'otherwise'>;

/** A whole number from `least` to `most`. */
export const count = (about: About, least: number, most: number, example: number): Setting<number> => ({
  ...about,
  wants: `a whole number from ${least} to ${most}, such as ${example}`,
  read: (text) => {
    const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    return number >= least && number <= most ? number : undefined;
  },
});

/** One of some words. */
export const word = <Word extends string>(about: About, words: readonly Word[]): Setting<Word> => ({
  ...about,
  wants: `one of ${words.join(', ')}`,
  read: (value) => words.find((each) => each === value.toLowerCase()),
});

export const text = (about: About): Setting<string> => ({ ...about, wants: 'a text', read: (value) => value });

/** Bytes of the hash that HS256 signs with: RFC 7518, 3.2, wants no shorter key. */
export const MIN_SECRET_BYTES = 32;

export const secret = (about: About): Setting<string> => ({
  ...about,
  secret: true,
  wants: `at least ${MIN_SECRET_BYTES} bytes long, such as what "openssl rand -hex 32" gives`,
  read: (value) => (Buffer.byteLength(value) >= MIN_SECRET_BYTES ? value : undefined),
});

const MAX_SECONDS = 3600 * 24 * 3650;

export const duration = (about: About): Setting<number> => ({
  ...about,
  wants: 'a length of time from 1s to 87600h, such as 24h, 15m or 3600 (seconds)',
  read: (value) => {
    try {
      const seconds = parseDuration(value);
      return seconds >= 1 && seconds <= MAX_SECONDS ? seconds : undefined;
    } catch {
      return undefined; // the caller has the words for it
    }
  },
});

export const origins = (about: About): Setting<AllowedOrigins> => ({
  ...about,
  wants: 'origins like https://www.example.com (scheme and host, no path), separated by commas, or * for all',
  read: parseOrigins,
});

const MAX_HOPS = 16;

export const proxies = (about: About): Setting<TrustedProxies> => ({
  ...about,
  wants: 'the number of proxies in front, such as 1, or their addresses, such as "loopback" or "10.0.0.0/8, fd00::/8"',
  read: (value) => {
    if (!/^\d+$/.test(value)) return parseNetworks(value);
    return Number(value) <= MAX_HOPS ? Number(value) : undefined;
  },
});

export const iceUrls = (about: About): Setting<readonly string[]> => ({
  ...about,
  wants: 'addresses like turn:turn.example.com:3478?transport=udp or turns:turn.example.com, separated by commas',
  read: parseIceUrls,
});

export const url = (about: About): Setting<string> => ({
  ...about,
  hidden: true, // for what may stand before the host
  wants: 'an address like https://id.example.com/keys.json, without a name or password in it',
  read: (value) => {
    if (!URL.canParse(value)) return undefined;
    const { protocol, hostname, href, username, password } = new URL(value);
    if (username !== '' || password !== '') return undefined; // `fetch` takes no address with them
    const isHere = protocol === 'http:' && /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);
    return protocol === 'https:' || isHere ? href : undefined;
  },
});

export const redisUrl = (about: About): Setting<string> => ({
  ...about,
  hidden: true,
  wants:
    'an address like redis://redis.example.com:6379 or, with TLS and a password, rediss://:password@redis.example.com:6379',
  read: (value) => {
    if (!URL.canParse(value)) return undefined;
    const { protocol, hostname, pathname, search, hash } = new URL(value);
    const isWhole =
      (protocol === 'redis:' || protocol === 'rediss:') && hostname !== '' && search === '' && hash === '';
    return isWhole && /^(?:\/\d{0,4})?$/.test(pathname) ? value : undefined;
  },
});

/** Several, separated by commas. */
export const secrets = (about: About): Setting<readonly string[]> => {
  const one = secret(about);
  return {
    ...one,
    wants: `${one.wants}, each of them, separated by commas`,
    read: (value) => {
      const all = value.split(',');
      return all.every((each) => one.read(each) !== undefined) ? all : undefined;
    },
  };
};

const NAME = /^(?=.{1,253}$)[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)*$/i;

export const host = (about: About): Setting<string> => ({
  ...about,
  wants: 'an address or a name of this machine to listen on, such as 127.0.0.1 or ::, without scheme and port',
  read: (value) => {
    const address = value.replace(/^\[(.*)\]$/, '$1');
    // What looks like an address and is none would be asked of a name server.
    return isIP(address) || (NAME.test(value) && !/^[\d.]+$/.test(value)) ? address : undefined;
  },
});
