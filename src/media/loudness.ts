/** Decibels below full scale that count as silence: a quiet room at a microphone with automatic gain. */
const FLOOR = 60;

/** 0…1 as people hear it, from an amplitude of 0…1: 0 is 60 dB below full scale, 1 is full scale (dBov, RFC 6464). */
export const loudness = (amplitude: number): number =>
  amplitude > 0 ? Math.min(1, Math.max(0, 1 + (20 * Math.log10(amplitude)) / FLOOR)) : 0;
