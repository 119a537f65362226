/** What a count may be followed by, by the category that `Intl.PluralRules` gives it. */
export type Plurals<T = string> = Readonly<Partial<Record<Intl.LDMLPluralRule, T>> & { other: T }>;

/** Numbers, lists and plurals as one language writes them. */
export interface Format {
  /** The form that goes with a count. */
  readonly plural: <T>(count: number, forms: Plurals<T>) => T;
  readonly number: (value: number) => string;
  /** 0…1 as a percentage without decimals. */
  readonly percent: (fraction: number) => string;
  readonly milliseconds: (count: number) => string;
  /** Of kilobits per second, in megabits from 1000 of them on. */
  readonly bitrate: (kilobits: number) => string;
  /** "a, b and c" */
  readonly list: (items: readonly string[]) => string;
}

/** Made when first used, and once: making them is what costs. */
const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => (made ??= make());
};

/** The formatters of a language, by its BCP 47 tag. */
export const createFormat = (language: string): Format => {
  const numbers = (options?: Intl.NumberFormatOptions): ((value: number) => string) => {
    const format = once(() => new Intl.NumberFormat(language, options));
    return (value) => format().format(value);
  };
  const unit = (name: string, digits: number): ((value: number) => string) =>
    numbers({ style: 'unit', unit: name, minimumFractionDigits: digits, maximumFractionDigits: digits });
  const rules = once(() => new Intl.PluralRules(language));
  const lists = once(() => new Intl.ListFormat(language));
  const slow = unit('kilobit-per-second', 0);
  const fast = unit('megabit-per-second', 1);
  return {
    plural: (count, forms) => forms[rules().select(count)] ?? forms.other,
    number: numbers(),
    percent: numbers({ style: 'percent' }),
    milliseconds: unit('millisecond', 0),
    bitrate: (kilobits) => (kilobits < 999.5 ? slow(kilobits) : fast(kilobits / 1000)),
    list: (items) => lists().format(items),
  };
};
