import { randomBytes } from 'node:crypto';
import { WAITING_ROOMS } from './house/house.js';
import { GUEST_SECONDS } from './ice.js';
import { DEFAULT_LIMITS } from './limits.js';
import { LOG_LEVELS, type LogOptions } from './log.js';
import type { SignalingOptions } from './server.js';
import {
  count,
  duration,
  host,
  iceUrls,
  origins,
  proxies,
  redisUrl,
  secret,
  secrets,
  text,
  url,
  word,
  type Setting,
} from './setting.js';

type Env = Readonly<Record<string, string | undefined>>;

const limit = (about: string, otherwise: number, least = 1) =>
  count({ about, otherwise: String(otherwise) }, least, 1_000_000, otherwise);

/** Every environment variable that is read. The first six are named as a deployed server names them. */
export const SETTINGS = {
  PORT: count({ about: 'TCP port to listen on', otherwise: '3000' }, 0, 65_535, 3000),
  JWT_SECRET: secret({
    about: 'signs and checks the tokens (HS256)',
    otherwise: 'a random one, so tokens end with the process',
  }),
  JWT_EXPIRATION: duration({ about: 'how long a guest’s token lasts', otherwise: '24h' }),
  APP_NAME: text({ about: 'the tokens’ `iss`; a token of another one is refused', otherwise: 'private-meet' }),
  ALLOWED_ORIGINS: origins({ about: 'pages that may use it beside its own origin’s', otherwise: 'none' }),
  HOST: host({ about: 'address to listen on', otherwise: 'all of the machine’s' }),
  TRUST_PROXY: proxies({
    about: 'proxies in front, whose X-Forwarded-For and X-Forwarded-Proto are believed',
    otherwise: '0',
  }),
  MAX_SOCKETS: limit('sockets in all', DEFAULT_LIMITS.sockets),
  MAX_SOCKETS_PER_ADDRESS: limit('sockets from an IPv4 address or an IPv6 /64', DEFAULT_LIMITS.socketsPerAddress),
  MAX_CONNECTIONS_PER_ADDRESS: limit(
    'connections from there that are no sockets, unless it is a trusted proxy’s',
    DEFAULT_LIMITS.connectionsPerAddress,
  ),
  MAX_SOCKETS_PER_USER: limit('sockets of one user id', DEFAULT_LIMITS.socketsPerUser),
  MAX_ROOMS_PER_USER: limit('rooms that one user id is in at once', DEFAULT_LIMITS.roomsPerUser),
  MAX_PEOPLE_PER_ROOM: limit('sockets in one room', DEFAULT_LIMITS.peoplePerRoom, 2),
  REDIS_URL: redisUrl({
    about: 'a Redis by which several of these serve the same rooms',
    otherwise: 'none: one alone',
  }),
  TURN_URLS: iceUrls({ about: 'TURN servers that /ice gives credentials for', otherwise: 'none' }),
  TURN_SECRET: secret({ about: 'the secret that they share (coturn’s static-auth-secret)', otherwise: 'none' }),
  TURN_EXPIRATION: duration({ about: 'how long such a credential is good for', otherwise: '12h' }),
  TURN_EXPIRATION_GUESTS: duration({
    about: 'the same for guests, TURN_EXPIRATION where that is less',
    otherwise: '1h',
  }),
  GUESTS: word({ about: 'whether whoever has no token may sign in', otherwise: 'on' }, ['on', 'off']),
  HOST_TOOLS: word({ about: 'whether tokens with the role host have tools', otherwise: 'off' }, ['off', 'on']),
  WAITING_ROOM: word({ about: 'who a host has to let in', otherwise: 'off' }, WAITING_ROOMS),
  JWT_SECRETS_FORMER: secrets({ about: 'secrets of before, whose tokens are still good', otherwise: 'none' }),
  TOKEN_AUDIENCE: text({ about: 'the `aud` that your tokens must have', otherwise: 'any' }),
  JWKS_URL: url({ about: 'public keys that also check tokens (RS256, ES256)', otherwise: 'none' }),
  JWKS_ISSUER: text({ about: 'the `iss` of tokens that are checked by those', otherwise: 'APP_NAME' }),
  TOKEN_END: word({ about: 'what becomes of a socket when its token ends', otherwise: 'stay' }, ['stay', 'close']),
  METRICS: word({ about: 'whether /metrics shows figures to Prometheus', otherwise: 'off' }, ['off', 'on']),
  METRICS_TOKEN: secret({ about: 'the bearer token that /metrics wants; turns METRICS on', otherwise: 'none' }),
  LOG_LEVEL: word({ about: 'how much is logged', otherwise: 'info' }, LOG_LEVELS),
  LOG_PEOPLE: word({ about: 'whether user ids and addresses are logged', otherwise: 'off' }, ['off', 'on']),
} satisfies Record<string, Setting<unknown>>;

type Values = {
  readonly [Name in keyof typeof SETTINGS]: NonNullable<ReturnType<(typeof SETTINGS)[Name]['read']>> | undefined;
};

/** Settings that can't be used, a sentence each on what to write. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
  }
}

const complaint = (name: string, { wants, secret: isSecret, hidden }: Setting<unknown>, value: string): string =>
  `${name} has to be ${wants}${hidden ? '' : isSecret ? `; it has ${Buffer.byteLength(value)}` : `, not ${JSON.stringify(value.slice(0, 100))}`}.`;

/** Settings that are nothing without another one. */
const strayOf = (values: Values): string[] => {
  const pairs: [name: keyof Values, needs: keyof Values][] = [
    ['TURN_URLS', 'TURN_SECRET'],
    ['TURN_SECRET', 'TURN_URLS'],
    ['JWKS_ISSUER', 'JWKS_URL'],
    ['REDIS_URL', 'JWT_SECRET'], // a token of one has to be good at the others
  ];
  const stray = pairs.filter(([name, needs]) => values[name] !== undefined && values[needs] === undefined);
  const sentences = stray.map(([name, needs]) => `${name} is set without ${needs}: set both, or neither.`);
  const hasTools = values.HOST_TOOLS === 'on';
  if (!hasTools && values.WAITING_ROOM !== undefined && values.WAITING_ROOM !== 'off') {
    sentences.push('WAITING_ROOM needs hosts who let people in: set HOST_TOOLS to on, or WAITING_ROOM to off.');
  }
  if (hasTools && values.REDIS_URL !== undefined) {
    sentences.push('HOST_TOOLS=on works with one node: leave REDIS_URL out, or set HOST_TOOLS to off.');
  }
  return sentences;
};

/** The values in an environment; one that is empty counts as not set. Throws a `SettingsError`. */
const readValues = (env: Env): Values => {
  const problems: string[] = [];
  const read = ([name, setting]: [string, Setting<unknown>]): [string, unknown] => {
    const value = setting.secret ? env[name] : env[name]?.trim();
    if (!value) return [name, undefined];
    const result = setting.read(value);
    if (result === undefined) problems.push(complaint(name, setting, value));
    return [name, result];
  };
  // Each under its own name, as its own setting read it: what `Object.fromEntries` makes of that has lost both.
  const values = Object.fromEntries(Object.entries(SETTINGS).map(read)) as unknown as Values;
  problems.push(...strayOf(values));
  if (problems.length > 0) throw new SettingsError(problems);
  return values;
};

export interface Settings {
  readonly port: number;
  /** `null` for all of the machine's addresses. */
  readonly host: string | null;
  readonly log: LogOptions;
  readonly options: SignalingOptions;
  readonly redisUrl?: string | undefined;
  /** What an operator should know of them. */
  readonly warnings: readonly string[];
}

const without = <Value extends object>(value: Value) =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as {
    [Key in keyof Value]?: NonNullable<Value[Key]>;
  };

/** Settings from the environment, on `port` unless it says otherwise. Throws a `SettingsError`. */
export const readSettings = (env: Env, port: number): Settings => {
  const values = readValues(env);
  const warnings: string[] = [];
  if (!values.JWT_SECRET) warnings.push('JWT_SECRET is not set: using a random one, so tokens end with this process.');
  if (!values.ALLOWED_ORIGINS?.length) {
    warnings.push('ALLOWED_ORIGINS is not set: pages of other origins are refused. Name them, or say * for all.');
  }
  return {
    port: values.PORT ?? port,
    host: values.HOST ?? null,
    warnings,
    redisUrl: values.REDIS_URL,
    log: { level: values.LOG_LEVEL ?? 'info', people: values.LOG_PEOPLE === 'on' },
    options: {
      secret: values.JWT_SECRET ?? randomBytes(32).toString('hex'),
      appName: values.APP_NAME ?? 'private-meet',
      tokenSeconds: values.JWT_EXPIRATION ?? 86_400,
      allowedOrigins: values.ALLOWED_ORIGINS ?? [],
      metrics: values.METRICS === 'on' || (values.METRICS !== 'off' && values.METRICS_TOKEN !== undefined),
      ...(values.METRICS_TOKEN === undefined ? {} : { metricsToken: values.METRICS_TOKEN }),
      ...(values.TURN_URLS && values.TURN_SECRET
        ? {
            turn: {
              urls: values.TURN_URLS,
              secret: values.TURN_SECRET,
              seconds: values.TURN_EXPIRATION ?? 43_200,
              guestSeconds: values.TURN_EXPIRATION_GUESTS ?? GUEST_SECONDS,
            },
          }
        : {}),
      guests: values.GUESTS !== 'off',
      ...(values.HOST_TOOLS === 'on' ? { hostTools: { waitingRoom: values.WAITING_ROOM ?? 'off' } } : {}),
      endsWithToken: values.TOKEN_END === 'close',
      trust: {
        ...without({ formerSecrets: values.JWT_SECRETS_FORMER, audience: values.TOKEN_AUDIENCE }),
        ...(values.JWKS_URL === undefined
          ? {}
          : { jwks: { url: values.JWKS_URL, ...without({ issuer: values.JWKS_ISSUER }) } }),
      },
      proxies: values.TRUST_PROXY ?? 0,
      limits: without({
        sockets: values.MAX_SOCKETS,
        socketsPerAddress: values.MAX_SOCKETS_PER_ADDRESS,
        connectionsPerAddress: values.MAX_CONNECTIONS_PER_ADDRESS,
        socketsPerUser: values.MAX_SOCKETS_PER_USER,
        roomsPerUser: values.MAX_ROOMS_PER_USER,
        peoplePerRoom: values.MAX_PEOPLE_PER_ROOM,
      }),
    },
  };
};

/** The settings, or the end of the process with a line for each that is wrong. */
export const settingsOrExit = (env: Env, port: number): Settings => {
  try {
    return readSettings(env, port);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    for (const problem of error.problems) console.error(problem);
    process.exit(1);
  }
};
