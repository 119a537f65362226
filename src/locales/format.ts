/** What a count may be followed by, by the category that `Intl.PluralRules` gives it. */
export type Plurals<T = string> = Readonly<Partial<Record<Intl.LDMLPluralRule, T>> & { other: T }>;

/** Numbers, lists and plurals as one language writes them; what makes them is made once, when first used. */
export interface Format {
  /** The form that goes with a count. */
  plural<T>(count: number, forms: Plurals<T>): T;
  number(value: number): string;
  /** 0…1 as a percentage without decimals. */
  percent(fraction: number): string;
  /** "a, b and c" */
  list(items: readonly string[]): string;
}

const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => (made ??= make());
};

/** The formatters of a language, by its BCP 47 tag. */
export const createFormat = (language: string): Format => {
  const rules = once(() => new Intl.PluralRules(language));
  const numbers = once(() => new Intl.NumberFormat(language));
  const percents = once(() => new Intl.NumberFormat(language, { style: 'percent' }));
  const lists = once(() => new Intl.ListFormat(language));
  return {
    plural: (count, forms) => forms[rules().select(count)] ?? forms.other,
    number: (value) => numbers().format(value),
    percent: (fraction) => percents().format(fraction),
    list: (items) => lists().format(items),
  };
};
