import { Counter, Gauge, Registry, collectDefaultMetrics } from 'prom-client';
import type { Listener } from './events.js';

/** What a server has at this moment. */
export interface Levels {
  readonly sockets: number;
  readonly rooms: number;
  readonly people: number;
  readonly queueBytes: number;
  /** `undefined` without host tools. */
  readonly waiting?: number;
  /** 1 while Redis is there, 0 while it is not; `undefined` where there is none. */
  readonly redisUp?: number;
}

export interface Metrics {
  readonly listen: Listener;
  /** The Content-Type of `text()`. */
  readonly type: string;
  /** All figures, as Prometheus reads them. */
  text(): Promise<string>;
}

const GAUGES = {
  sockets: ['private_meet_sockets', 'Sockets that are open'],
  rooms: ['private_meet_rooms', 'Rooms with somebody in them'],
  people: ['private_meet_people', 'Places taken in all rooms'],
  queueBytes: ['private_meet_queue_bytes', 'Bytes that wait for receivers'],
  waiting: ['private_meet_waiting', 'Connections that wait to be let into a room'],
  redisUp: ['private_meet_redis_up', 'Whether Redis is there (1), or this node goes on alone (0)'],
} as const satisfies Record<keyof Levels, readonly [string, string]>;

/** Figures of one server and of its process, event-loop lag among them. */
export const createMetrics = (levels: () => Levels): Metrics => {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });
  const known = levels();
  const named = (Object.keys(GAUGES) as (keyof Levels)[]).filter((level) => level in known);
  const gauges = named.map((level) => {
    const [name, help] = GAUGES[level];
    return { level, gauge: new Gauge({ name, help, registers }) };
  });
  const counter = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
    new Counter({ name: `private_meet_${name}_total`, help, labelNames, registers });
  const frames = counter('frames', 'Frames that clients sent', 'type');
  const drops = counter('drops', 'Frames that went nowhere, by reason', 'reason');
  const ends = counter('closes', 'Sockets that ended, by reason', 'reason');
  const evictions = counter('evictions', 'Receivers taken out of a room because they lagged');
  const doors = counter('doors', 'People who had to wait, were let in, kept out or put out by hosts', 'what');
  const refusals = counter('refusals', 'Upgrades that were refused, by HTTP status', 'status');
  const signIns = counter('sign_ins', 'Sign-ins that were asked for, by HTTP status', 'status');
  const losses = counter('redis_losses', 'Times that Redis went away');
  const splits = counter('splits', 'Sockets of people who signed in at another server that rooms are not shared with');
  const gone = counter('nodes_gone', 'Nodes that gave no sign any more');
  const garbage = counter('redis_garbage', 'Messages by Redis that no node would send');
  return {
    listen: (event) => {
      if (event.kind === 'frame') frames.inc({ type: event.type });
      else if (event.kind === 'drop') drops.inc({ reason: event.reason });
      else if (event.kind === 'end') ends.inc({ reason: event.reason });
      else if (event.kind === 'redis' && !event.isUp) losses.inc();
      else if (event.kind === 'node-gone') gone.inc();
      else if (event.kind === 'split') splits.inc();
      else if (event.kind === 'garbage') garbage.inc();
      else if (event.kind === 'evict') evictions.inc();
      else if (event.kind === 'door') doors.inc({ what: event.what });
      else if (event.kind === 'refuse') refusals.inc({ status: event.status });
      else if (event.kind === 'sign-in') signIns.inc({ status: event.status });
    },
    type: register.contentType,
    text: () => {
      const now = levels();
      for (const { level, gauge } of gauges) gauge.set(now[level] ?? 0);
      return register.metrics();
    },
  };
};
