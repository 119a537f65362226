import type { ControlName } from '../../room/types.js';

/** The keys of controls. */
export const CONTROL_KEYS = {
  microphone: 'm',
  camera: 'v',
  screen: 's',
  hand: 'h',
  people: 'p',
  chat: 'c',
  safety: 't',
} as const satisfies Partial<Record<ControlName, string>>;

/** The key of a control, as an eye reads it. */
export const keyOf = (control: ControlName): string | undefined =>
  (CONTROL_KEYS as Partial<Record<ControlName, string>>)[control]?.toUpperCase();
