import { NO_PRESSURE, type Patience, press, type Pressure } from './pressure.js';
import type { Flow } from './stats.js';
import { type Ceiling, NO_CEILING } from './uplink.js';

/** What pictures are held to, ours and those that we ask for, by how often we had to give way. */
const CEILINGS: readonly [Ceiling, ...Ceiling[]] = [
  NO_CEILING,
  { height: 360, maxFramerate: 24 },
  { height: 270, maxFramerate: 15 },
  { height: 180, maxFramerate: 15 },
];
/** From here on smaller pictures do not help: only fewer do. */
export const EXHAUSTED = CEILINGS.length;

export const ceilingOf = (level: number): Ceiling => CEILINGS[Math.min(level, CEILINGS.length - 1)] ?? NO_CEILING;

const PATIENCE: Patience = { hold: 4_000, calm: 20_000, most: EXHAUSTED };

/** Of all cores, what pictures may take: as long as smaller ones would help, and when there are none. */
const WORK = 0.25;
const WORK_OF_SMALLEST = 0.5;
/** Of packets that should have come in, from several: what no congestion control brings about by itself. */
const LOST = 0.08;

export interface StrainFacts {
  readonly flows: readonly Flow[];
  readonly cores: number;
}

/** How far we have given way, to our machine and to the network that all comes in by. */
export interface Strain {
  readonly machine: Pressure;
  readonly network: Pressure;
}

export const NO_STRAIN: Strain = { machine: NO_PRESSURE, network: NO_PRESSURE };

export const strainLevel = ({ machine, network }: Strain): number => Math.max(machine.level, network.level);

const isOverworked = ({ flows, cores }: StrainFacts, level: number): boolean => {
  const work = flows.reduce((sum, flow) => sum + flow.work, 0);
  const most = cores * (level < EXHAUSTED - 1 ? WORK : WORK_OF_SMALLEST);
  return work > most || flows.some(({ qualityLimitationReason: reason }) => reason === 'cpu');
};

/** Whether most of several paths lose much: then it is our own, that all have in common. */
const isLossy = ({ flows }: StrainFacts): boolean => {
  const lossy = flows.filter(({ fractionLost }) => (fractionLost ?? 0) > LOST);
  return flows.length > 1 && 2 * lossy.length > flows.length;
};

/** The next state, from the figures of the last second; `now` is ms of the clock. */
export const strain = (before: Strain, facts: StrainFacts, now: number): Strain => ({
  machine: press(before.machine, isOverworked(facts, before.machine.level), now, PATIENCE),
  network: press(before.network, isLossy(facts), now, PATIENCE),
});
