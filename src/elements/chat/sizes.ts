/** A number with a unit, as a language writes it short; they stay in one line. */
const withUnit = (value: number, unit: string, language: string): string => {
  const digits = value < 10 && unit !== 'byte' ? 1 : 0;
  const options = {
    style: 'unit',
    unit,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits: digits,
  } as const;
  return new Intl.NumberFormat(language, options).format(value).replaceAll(' ', '\u00a0');
};

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

const inUnits = (bytes: number): readonly [value: number, unit: string] => {
  const step = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  return [bytes / 1000 ** step, UNITS[step] ?? 'byte'];
};

/** How large something is: bytes as "12 MB". */
export const sizeText = (bytes: number, language: string): string => withUnit(...inUnits(bytes), language);

/** Bytes a second as "1.2 MB/s". */
export const rateText = (bytesPerSecond: number, language: string): string => {
  const [value, unit] = inUnits(bytesPerSecond);
  return withUnit(value, `${unit}-per-second`, language);
};

/** How long something takes: seconds as "40 sec", "3 min", "2 hr". */
export const durationText = (seconds: number, language: string): string => {
  if (seconds < 60) return withUnit(Math.max(1, Math.ceil(seconds)), 'second', language);
  if (seconds < 3600) return withUnit(Math.round(seconds / 60), 'minute', language);
  return withUnit(Math.round(seconds / 3600), 'hour', language);
};
